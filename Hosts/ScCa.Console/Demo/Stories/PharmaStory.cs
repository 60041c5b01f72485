using NodaTime;
using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Units;
using ScCa.Application.Views;
using static ScCa.Console.Demo.Paths;

namespace ScCa.Console.Demo.Stories;

/// <summary>Drugs and consumables: certificate and seal in one, windows with hours, parcels on Fridays, the last day of a reissue.</summary>
internal sealed class PharmaStory(DemoStage stage) : Story("pharma", DemoHolders.Pharma)
{
    private const string Chengnan = "chengnan";
    private const string Xinchuan = "xinchuan";
    private const string AccountKind = "drug-production";
    private const string Account = "cd-bencao";

    private readonly Player drugs = new(stage, "pharma-drugs", DemoHolders.Drugs);
    private readonly Player devices = new(stage, "pharma-devices", DemoHolders.Devices);

    private static Doing NewAtWindow => new("New") { Channel = "Window", Window = Xinchuan, Seals = 1 };

    private static Doing Reissue => Doing.AtWindow("Reissue", Chengnan) with { WithKey = false, Loss = "Damaged" };

    public override IEnumerable<Scene> Scenes() =>
    [
        drugs.IsRefused("new-without-seal", "2025-11-05 09:00", new("New"), "S1", "OneSealComesWithTheCertificate"),
        drugs.Does(
            "new", "2025-11-05 09:30", new("New") { Seals = 1 }, ["S1", "P7", "D2"],
            new("250.00", Of(ForNew, Approved, Papers(3), Paid, Verified, Parcel, Issued, Seals(1), Invoice))
            { NotAfter = "2026-11-05", Seals = "1 2026-11-05", PostBy = "2025-11-07", InvoiceBy = "2025-11-07" }),
        new("parcel-postponed", "system", "2025-11-07 03:00", ["D2"], Sweep, CheckPostponed),
        new("role-account", "applicant", "2025-11-07 10:00", ["D2"], NoteRoleAccount, CheckPostponed),
        Player.Tries("role-account-password", "applicant", "2025-11-07 10:20", "New", c => Declare("wrong", "wrong", c), "I20", "RoleAccountNotConfirmed"),
        new("role-account-declared", "applicant", "2025-11-07 10:30", ["U4"], DeclareAccount, (found, c) => CheckAccount(found, "Pending", c)),
        new("role-account-approved", "reviewer", "2025-11-07 11:00", ["U4"], ApproveAccount, (found, c) => CheckAccount(found, "Approved", c)),
        devices.Asks("new-to-visit", "2025-11-10 09:30", NewAtWindow, ["A8"], new("250.00", ForNew) { Standing = Standing.UnderReview }),
        Player.Tries(
            "visit-at-noon", "applicant", "2025-11-10 10:00", "New", c => Book("noon", new LocalDateTime(2025, 11, 12, 12, 30), c), "W1", "WindowClosed",
            ("nextOpening", "2025-11-12 13:00")),
        new("visit-booked", "applicant", "2025-11-10 10:30", ["W1"], BookVisit, CheckBooked) { Operation = "New" },
        devices.Finishes(
            "new-at-window", "2025-11-12 13:00", NewAtWindow, ["A8", "S1", "D2", "D3"],
            new("250.00", Of(ForNew, Booked, Approved, Papers(3), Verified, Paid, Parcel, Issued, Seals(1), Invoice))
            { NotAfter = "2026-11-12", Seals = "1 2026-11-12", PostBy = "2025-11-14", InvoiceBy = "2025-11-14" }),
        drugs.IsRefused("unlock-online", "2025-12-01 09:00", new("Unlock"), "A5", "TakenByStaffOnly"),
        drugs.Does("unlock-by-phone", "2025-12-01 09:30", new("Unlock") { ByClerk = true, WithKey = false }, ["C11"],
            new("0.00", Of(ForUnlock, Approved, UnlockGranted, Unlocked)) { Generation = 1 }),
        drugs.Does("reissue", "2026-01-06 09:30", Reissue, ["C7", "S1"],
            new("50.00", Of(ForReissue, Approved, Papers(2), Verified, Paid, Reissued, Seals(1), Invoice))
            { NotAfter = "2026-11-05", Generation = 2, Seals = "2 2026-11-05" }),
        drugs.IsRefused("reissue-on-sunday", "2026-01-11 09:30", Reissue, "W1", "WindowClosed", ("nextOpening", "2026-01-12 09:00")),
        drugs.Does(
            "change", "2026-02-03 09:30", Doing.AtWindow("Change", Chengnan) with { NewName = "成都新草（演示）药业有限公司" }, ["C6", "S1"],
            new("0.00", Of(ForChange, Verified, Approved, Papers(3), Verified, Granted, Issued, OldRevoked, Written, Seals(1)))
            { NotAfter = "2026-11-05", Generation = 3, Seals = "3 2026-11-05" }),
        drugs.Does(
            "renew", "2026-09-07 09:30", new("Renew"), ["C4", "P7", "S1"],
            new("200.00", Of(ForRenewal, Verified, Approved, Paid, Granted, Issued, Written, Seals(1), Invoice))
            { NotAfter = "2027-11-05", Generation = 4, Seals = "4 2027-11-05" }),
        drugs.IsRefused("seal-renew", "2026-09-07 11:00", new("SealRenew"), "S5", "SealsLastAsLongAsTheCertificate"),
        devices.Does(
            "reissue-last-day", "2026-11-12 09:30", Reissue, ["C7"],
            new("50.00", Of(ForReissue, Approved, Papers(2), Verified, Paid, Reissued, Seals(1), Invoice))
            { NotAfter = "2026-11-12", Generation = 2, Seals = "2 2026-11-12" }),
        devices.IsRefused("reissue-expired", "2026-11-13 09:30", Reissue, "C7", "ReissueNeedsValidCertificate", ("notAfter", "2026-11-12")),
        devices.Does(
            "renew-expired", "2026-11-16 09:30", new("Renew") { WithKey = false }, ["C4", "P5", "S1"],
            new("200.00", Of(ForRenewal, Approved, Paid, Verified, Granted, Issued, Written, Seals(1), Invoice))
            { NotAfter = "2027-11-16", Generation = 3, Seals = "3 2027-11-16" }),
        drugs.Does(
            "revoke", "2026-12-01 09:30", Doing.AtWindow("Revoke", Xinchuan) with { WithKey = false, Wish = "NoLongerUsed" }, ["C8"],
            new("0.00", Of(ForRevocation, Approved, Papers(2), Verified, Revoked)) { Seals = "" }),
    ];

    private async Task Sweep(Findings found, CancellationToken cancellation) => await stage.Sweep.Run(stage.Desk.Now, cancellation);

    private async Task CheckPostponed(Findings found, CancellationToken cancellation)
    {
        var parcel = (await stage.Parcels(cancellation)).FirstOrDefault(row => row.Certificate == drugs.Certificate);
        found.ExpectFact("postBy", "2025-11-14", parcel is null ? null : Terminal.ShanghaiTime.Date(parcel.PostBy));
    }

    private async Task NoteRoleAccount(Findings found, CancellationToken cancellation) =>
        found.Accepted(await stage.Desk.ApplyForRoleAccount(drugs.Certificate, cancellation));

    // The stand-in's passwords are "demo-" and the account.
    private Task<Outcome<UnitReceipt>> Declare(string command, string password, CancellationToken cancellation) => stage.Units.DeclareRoleAccount(
        new RoleAccountForm($"demo:pharma:declare-{command}", drugs.Holder.CreditCode!, DemoHolders.Pharma, AccountKind, Account), password.ToCharArray(), drugs.Holder.Phone,
        cancellation);

    private async Task DeclareAccount(Findings found, CancellationToken cancellation) => found.Accepted(await Declare("right", $"demo-{Account}", cancellation));

    private async Task ApproveAccount(Findings found, CancellationToken cancellation) => found.Accepted(await stage.UnitReview.ApproveRoleAccount(
        "demo:pharma:approve-account", drugs.Holder.CreditCode!, DemoHolders.Pharma, AccountKind, Account, DemoCast.Reviewer, cancellation));

    private async Task CheckAccount(Findings found, string standing, CancellationToken cancellation)
    {
        var card = found.Accepted(await stage.Units.Card(drugs.Holder.CreditCode!, drugs.Holder.Phone, cancellation));
        found.Expect("role account", standing, card?.RoleAccounts.FirstOrDefault(a => a.Account == Account)?.Status.ToString());
        found.Note("account", Account);
    }

    private Task<Outcome<ApplicationReceipt>> Book(string command, LocalDateTime visit, CancellationToken cancellation) => stage.Hall.BookVisit(
        $"demo:pharma:visit-{command}", devices.Certificate, devices.Application, Xinchuan, visit, devices.Holder.Phone, cancellation);

    private async Task BookVisit(Findings found, CancellationToken cancellation) =>
        found.Accepted(await Book("afternoon", new LocalDateTime(2025, 11, 12, 13, 0), cancellation));

    private async Task CheckBooked(Findings found, CancellationToken cancellation) =>
        found.Expect<LocalDateTime?>("visit", new LocalDateTime(2025, 11, 12, 13, 0), (await devices.Progress(cancellation))?.Visit);
}
