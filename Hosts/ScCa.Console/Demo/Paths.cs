namespace ScCa.Console.Demo;

/// <summary>The steps that applications take, as stories spell the events they expect.</summary>
internal static class Paths
{
    public const string ForNew = "applied-for";
    public const string ForRenewal = "renewal-applied";
    public const string ForChange = "change-applied";
    public const string ForReissue = "reissue-applied";
    public const string ForRevocation = "revocation-applied";
    public const string ForUnlock = "unlock-applied";
    public const string ForContracts = "econtract-applied";
    public const string ForSeals = "seals-applied-for";
    public const string ForSealUpgrade = "seal-upgrade-applied";
    public const string ForSealRenewal = "seal-renewal-applied";
    public const string Approved = "application-approved";
    public const string Booked = "visit-booked";
    public const string Verified = "identity-verified";

    /// <summary>Money that pays what is due.</summary>
    public const string Paid = "transfer-counted application-paid";

    /// <summary>Money that pays nothing, and proves whose account it came from (P2).</summary>
    public const string Counted = "transfer-counted";
    public const string Parcel = "parcel-promised";
    public const string Issued = "issuance-intended encryption-intended encryption-issued generation-issued";

    /// <summary>The old generation is revoked before there is anything to hand over (C7).</summary>
    public const string Reissued = "issuance-intended encryption-intended generation-revoked encryption-issued generation-issued";
    public const string OldRevoked = "generation-revoked";
    public const string Granted = "update-granted";
    public const string Written = "update-completed";
    public const string Done = "seals-fulfilled";
    public const string Invoice = "invoice-promised";
    public const string UnlockGranted = "unlock-granted";
    public const string Unlocked = "unlocked";
    public const string Enabled = "econtract-enabled";
    public const string Revoked = "revoked";

    public static string Papers(int papers) => $"{Times("material-provided", papers)} materials-completed";

    public static string Seals(int seals) => Times("seal-made", seals);

    public static string Of(params ReadOnlySpan<string> steps) => string.Join(' ', steps);

    private static string Times(string step, int times) => string.Join(' ', Enumerable.Repeat(step, times));
}
