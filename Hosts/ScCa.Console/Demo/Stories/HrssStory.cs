using static ScCa.Console.Demo.Paths;

namespace ScCa.Console.Demo.Stories;

/// <summary>Social security online: every way to a certificate, contracts, renewals before and after expiry.</summary>
internal sealed class HrssStory(DemoStage stage) : Story("social", DemoHolders.Hrss)
{
    private readonly Player employer = new(stage, "hrss-employer", DemoHolders.Employer);
    private readonly Player association = new(stage, "hrss-association", DemoHolders.Association);
    private readonly Player institution = new(stage, "hrss-institution", DemoHolders.Institution);
    private readonly Player other = new(stage, "hrss-other", DemoHolders.OtherUnit);

    public override IEnumerable<Scene> Scenes() =>
    [
        employer.IsRefused("new-window-first", "2025-03-03 09:00", Doing.AtWindow("New"), "A8", "OnlineReviewComesFirst"),
        employer.Does("new", "2025-03-03 09:30", new("New"), ["A3", "P2", "D1"],
            new("0.00", Of(ForNew, Approved, Papers(1), Verified, Counted, Verified, Parcel, Issued))
            { NotAfter = "2026-03-03", Generation = 1, Seals = "", PostBy = "2025-03-05" }),
        association.Does(
            "new-in-person", "2025-03-04 09:30", new("New") { HandledBy = "LegalRepresentative" }, ["P5"],
            new("0.00", Of(ForNew, Approved, Verified, Counted, Verified, Parcel, Issued)) { NotAfter = "2026-03-04", PostBy = "2025-03-06" }),
        institution.Does(
            "new-by-mail", "2025-03-05 09:30", new("New") { Channel = "Mail" }, ["A8", "D1"],
            new("0.00", Of(ForNew, Approved, Papers(1), Verified, Parcel, Issued)) { NotAfter = "2026-03-05", PostBy = "2025-03-07" }),
        other.Does("new-at-window", "2025-03-06 09:30", new("New") { Channel = "Window" }, ["A8", "D3"],
            new("0.00", Of(ForNew, Approved, Papers(1), Verified, Verified, Issued)) { NotAfter = "2026-03-06" }),
        employer.IsRefused("unlock-without-key", "2025-04-01 09:00", new("Unlock") { WithKey = false }, "A6", "PresentKeyNotProven"),
        employer.Does("unlock", "2025-04-01 09:30", new("Unlock"), ["C11", "A6"],
            new("0.00", Of(ForUnlock, Verified, Approved, UnlockGranted, Unlocked)) { Generation = 1 }),
        employer.Does("e-contract", "2025-04-02 09:30", new("EContractEnable"), ["A9"],
            new("0.00", Of(ForContracts, Verified, Approved, Enabled)) { Generation = 1 }),
        employer.IsRefused("e-contract-twice", "2025-04-02 11:00", new("EContractEnable"), "A9", "EContractAlreadyEnabled"),
        employer.IsRefused("change", "2025-04-03 09:30", new("Change") { NewName = "成都改名（演示）人力有限公司" }, "A5", "OperationNotOffered"),
        employer.IsRefused("renew-day-61", "2026-01-01 09:30", new("Renew"), "C3", "RenewalNotYetOpen", ("firstDate", "2026-01-02")),
        employer.Does("renew", "2026-01-02 09:30", new("Renew"), ["C3", "C4", "A6"],
            new("0.00", Of(ForRenewal, Verified, Approved, Granted, Issued, Written)) { NotAfter = "2027-03-03", Generation = 2 }),
        association.Does(
            "renew-expired-by-mail", "2026-03-10 09:30", new("Renew") { Channel = "Mail", WithKey = false }, ["C4"],
            new("0.00", Of(ForRenewal, Approved, Papers(1), Verified, Granted, Issued, Written)) { NotAfter = "2027-03-10", Generation = 2 }),
        institution.Does(
            "renew-expired-in-person", "2026-03-11 09:30", new("Renew") { HandledBy = "LegalRepresentative", WithKey = false }, ["C4", "P5"],
            new("0.00", Of(ForRenewal, Approved, Verified, Counted, Verified, Granted, Issued, Written)) { NotAfter = "2027-03-11", Generation = 2 }),
        other.IsRefused("e-contract-expired", "2026-03-12 09:30", new("EContractEnable"), "A9", "EContractNeedsValidCertificate", ("notAfter", "2026-03-06")),
        other.Does("revoke", "2026-03-12 10:30", Doing.AtWindow("Revoke") with { WithKey = false, Wish = "NoLongerUsed" }, ["C8"],
            new("0.00", Of(ForRevocation, Approved, Verified, Revoked))),
        other.IsRefused("renew-revoked", "2026-03-13 09:30", new("Renew") { WithKey = false }, "C8", "CertificateIsRevoked", ("revokedOn", "2026-03-12")),
    ];
}
