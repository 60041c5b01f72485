using static ScCa.Console.Demo.Paths;

namespace ScCa.Console.Demo.Stories;

/// <summary>A seal of the old format: upgraded only after a renewal, joined by another, renewed with the certificate, once forgotten half-way.</summary>
internal sealed class SealStory(DemoStage stage) : Story("seals", DemoHolders.Gov)
{
    private readonly Player builder = new(stage, "seals", DemoHolders.Builder);

    public override IEnumerable<Scene> Scenes() =>
    [
        builder.Does(
            "new-two-years", "2023-11-20 09:00", new("New") { Years = 2, Seals = 1 }, ["P7", "S8"],
            new("600.00", Of(ForNew, Approved, Papers(1), Paid, Verified, Parcel, Issued, Seals(1), Invoice))
            { NotAfter = "2025-11-20", Seals = "1 2025-11-20" }),
        builder.IsRefused("upgrade-too-late", "2025-09-22 09:00", new("SealUpgrade"), "S3", "SealUpgradeNeedsRenewal", ("lastDate", "2025-09-21")),
        builder.Does("renew-first", "2025-09-22 09:30", new("Renew"), ["S3", "C4", "P7"],
            new("200.00", Of(ForRenewal, Verified, Approved, Paid, Granted, Issued, Written, Seals(1), Invoice))
            { NotAfter = "2026-11-20", Generation = 2, Seals = "2 2025-11-20" }),
        builder.Does(
            "upgrade", "2025-09-23 09:00", new("SealUpgrade"), ["S2", "S3", "S4", "D5"],
            new("0.00", Of(ForSealUpgrade, Verified, Approved, Papers(1), Seals(1), Done)) { Seals = "3 2026-11-20", ReviewBy = "2025-09-24" }),
        builder.IsRefused("upgrade-again", "2025-09-23 11:00", new("SealUpgrade"), "S3", "SealsAlreadyUpgraded"),
        builder.IsRefused("seal-renew-not-needed", "2025-09-23 11:30", new("SealRenew"), "S5", "SealsLastAsLongAsTheCertificate", ("notAfter", "2026-11-20")),
        builder.Does("seal-apply", "2025-10-10 09:00", new("SealApply") { Seals = 1 }, ["S8", "S2", "P8"],
            new("200.00", Of(ForSeals, Verified, Approved, Paid, Seals(1), Done, Invoice)) { Seals = "3 2026-11-20, 4 2026-11-20" }),
        builder.Does(
            "renew", "2026-09-21 09:00", new("Renew"), ["C3", "C4"],
            new("200.00", Of(ForRenewal, Verified, Approved, Paid, Granted, Issued, Written, Seals(2), Invoice))
            { NotAfter = "2027-11-20", Generation = 3, Seals = "5 2026-11-20, 6 2026-11-20" }),
        builder.Asks(
            "seal-renew-forgotten", "2026-09-21 10:00", new("SealRenew"), ["P4", "P8"],
            new("200.00", Of(ForSealRenewal, Verified)) { Standing = Application.Views.Standing.AwaitingPayment }),
        new("seal-renew-lapse-announced", "system", "2026-10-14 03:00", ["A3"], Sweep, (found, c) => Ends(found, "lapse-announced", c)),
        new("seal-renew-lapsed", "system", "2026-10-21 03:00", ["A3"], Sweep, (found, c) => Ends(found, "application-lapsed", c)),
        builder.Does(
            "seal-renew", "2026-10-22 09:00", new("SealRenew"), ["S5", "P4", "P8", "D4"],
            new("200.00", Of(ForSealRenewal, Verified, Paid, Seals(2), Done, Invoice))
            { Generation = 3, Seals = "7 2027-11-20, 8 2027-11-20", InvoiceBy = "2026-10-26" }),
        builder.IsRefused("seal-renew-twice", "2026-10-22 11:00", new("SealRenew"), "S5", "SealsLastAsLongAsTheCertificate", ("notAfter", "2027-11-20")),
    ];

    private async Task Sweep(Findings found, CancellationToken cancellation) => await stage.Sweep.Run(stage.Desk.Now, cancellation);

    private async Task Ends(Findings found, string last, CancellationToken cancellation) =>
        found.Expect("last event", last, (await builder.Path(builder.Application, cancellation)).Split(' ')[^1]);
}
