using ScCa.Application.Views;
using static ScCa.Console.Demo.Paths;

namespace ScCa.Console.Demo.Stories;

/// <summary>Rural property: a window on Tuesdays alone, a farmer for whom his cooperative pays.</summary>
internal sealed class RuralStory(DemoStage stage) : Story("rural", DemoHolders.Rural)
{
    private const string Exchange = "exchange";

    private readonly Player farm = new(stage, "rural-farm", DemoHolders.Farm);
    private readonly Player farmer = new(stage, "rural-farmer", DemoHolders.Farmer);

    private string wrong = "";

    private static Doing New => Doing.AtWindow("New", Exchange) with { WithKey = false, Seals = 1 };

    public override IEnumerable<Scene> Scenes() =>
    [
        farm.IsRefused("new-on-a-holiday", "2025-10-07 10:00", New, "W1", "WindowServesAnotherDay", ("nextDay", "2025-10-14")),
        farm.Does("new", "2025-10-14 10:00", New, ["A8", "S1", "P7"],
            new("400.00", Of(ForNew, Approved, Papers(3), Verified, Paid, Issued, Seals(1), Invoice))
            { NotAfter = "2026-10-14", Seals = "1 2026-10-14", InvoiceBy = "2025-10-16" }),
        farmer.Asks("farmer-applies", "2025-10-15 09:00", new("New") { Seals = 1 }, ["P7"], new("300.00", ForNew) { Standing = Standing.UnderReview }),
        new("farmer-pays-himself", "bank", "2025-10-15 10:00", ["P1"], PayHimself, CheckUnmatched) { Operation = "New" },
        farmer.Finishes(
            "farmer-new", "2025-10-15 11:00", new("New") { Seals = 1 }, ["P1", "S1", "D1"],
            new("300.00", Of(ForNew, Approved, Papers(4), Paid, Verified, Parcel, Issued, Seals(1), Invoice))
            { NotAfter = "2026-10-15", Seals = "1 2026-10-15", PostBy = "2025-10-17", InvoiceBy = "2025-10-17" }),
        farm.Does(
            "change", "2025-11-04 10:00", Doing.AtWindow("Change", Exchange) with { NewName = "成都新田（演示）农业有限公司" }, ["C6", "S1"],
            new("0.00", Of(ForChange, Verified, Approved, Papers(3), Verified, Granted, Issued, OldRevoked, Written, Seals(1)))
            { NotAfter = "2026-10-14", Generation = 2, Seals = "2 2026-10-14" }),
        farm.IsRefused("unlock-online", "2025-11-11 09:00", new("Unlock"), "A5", "ChannelNotOffered"),
        farm.Does("unlock", "2025-11-11 10:00", Doing.AtWindow("Unlock", Exchange) with { WithKey = false }, ["C11"],
            new("0.00", Of(ForUnlock, Approved, Papers(2), Verified, UnlockGranted, Unlocked)) { Generation = 2 }),
        farm.Does(
            "reissue", "2025-12-02 10:00", Doing.AtWindow("Reissue", Exchange) with { WithKey = false, Loss = "Lost" }, ["C7", "S1"],
            new("50.00", Of(ForReissue, Approved, Papers(2), Verified, Paid, Reissued, Seals(1), Invoice))
            { NotAfter = "2026-10-14", Generation = 3, Seals = "3 2026-10-14", InvoiceBy = "2025-12-04" }),
        farm.Does("renew", "2026-08-18 10:00", new("Renew"), ["C4", "P7", "S1"],
            new("300.00", Of(ForRenewal, Verified, Approved, Papers(3), Paid, Granted, Issued, Written, Seals(1), Invoice))
            { NotAfter = "2027-10-14", Generation = 4, Seals = "4 2027-10-14" }),
        farmer.Does(
            "farmer-renews-expired", "2026-10-20 10:00", Doing.AtWindow("Renew", Exchange), ["C4", "A6", "P7"],
            new("200.00", Of(ForRenewal, Verified, Approved, Papers(4), Verified, Paid, Granted, Issued, Written, Seals(1), Invoice))
            { NotAfter = "2027-10-20", Generation = 2, Seals = "2 2027-10-20" }),
        farm.Does(
            "revoke", "2026-11-03 10:00", Doing.AtWindow("Revoke", Exchange) with { WithKey = false, Wish = "NoLongerUsed" }, ["C8"],
            new("0.00", Of(ForRevocation, Approved, Papers(2), Verified, Revoked)) { Seals = "" }),
        farm.IsRefused("change-revoked", "2026-11-10 10:00", Doing.AtWindow("Change", Exchange) with { WithKey = false, NewName = "无关" }, "C8", "CertificateIsRevoked"),
    ];

    private async Task PayHimself(Findings found, CancellationToken cancellation)
    {
        wrong = await stage.Desk.Transfer(farmer.Holder.Person!, 300_00, cancellation);
        found.Note("amount", "300.00");
    }

    private async Task CheckUnmatched(Findings found, CancellationToken cancellation) =>
        found.Expect("unmatched", true, (await stage.Unmatched(cancellation)).Any(row => row.Reference == wrong));
}
