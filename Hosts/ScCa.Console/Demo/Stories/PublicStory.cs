using static ScCa.Console.Demo.Paths;

namespace ScCa.Console.Demo.Stories;

/// <summary>Public-resource trading: prices that are not published, the day that allows both upgrade and renewal, a late end.</summary>
internal sealed class PublicStory(DemoStage stage) : Story("public", DemoHolders.Public)
{
    private readonly Player bidder = new(stage, "public", DemoHolders.Bidder);

    public override IEnumerable<Scene> Scenes() =>
    [
        bidder.IsRefused("new-with-seal", "2024-11-05 09:00", new("New") { Seals = 1 }, "S8", "SealsNotOfferedWithNew"),
        bidder.Does("new", "2024-11-05 09:30", new("New"), ["P2", "D1"],
            new("0.00", Of(ForNew, Approved, Counted, Verified, Parcel, Issued)) { NotAfter = "2025-11-05", Seals = "", PostBy = "2024-11-07" }),
        bidder.Does("seal-apply", "2024-11-06 09:30", new("SealApply") { Seals = 1 }, ["S8", "P8"],
            new("0.00", Of(ForSeals, Verified, Approved, Seals(1), Done)) { Seals = "1 2025-11-05" }),
        bidder.IsRefused("renew-day-61", "2025-09-05 09:30", new("Renew"), "C3", "RenewalNotYetOpen", ("firstDate", "2025-09-06")),
        bidder.Does("upgrade-day-60", "2025-09-06 09:30", new("SealUpgrade"), ["S3", "D5"],
            new("0.00", Of(ForSealUpgrade, Verified, Approved, Papers(1), Seals(1), Done)) { Seals = "2 2025-11-05", ReviewBy = "2025-09-08" }),
        bidder.Does("renew-day-60", "2025-09-06 11:00", new("Renew"), ["C3", "C4"],
            new("0.00", Of(ForRenewal, Verified, Approved, Granted, Issued, Written, Seals(1)))
            { NotAfter = "2026-11-05", Generation = 2, Seals = "3 2025-11-05" }),
        bidder.Does("seal-renew", "2025-09-08 09:30", new("SealRenew"), ["S5", "P8"],
            new("0.00", Of(ForSealRenewal, Verified, Seals(1), Done)) { Seals = "4 2026-11-05" }),
        bidder.IsRefused("seal-renew-twice", "2025-09-08 11:00", new("SealRenew"), "S5", "SealsLastAsLongAsTheCertificate", ("notAfter", "2026-11-05")),
        bidder.Does(
            "change", "2025-10-13 09:30", new("Change") { NewName = "四川中标（演示）集团有限公司" }, ["C6", "S2"],
            new("0.00", Of(ForChange, Verified, Approved, Granted, Issued, OldRevoked, OldRevoked, Written, Seals(1)))
            { NotAfter = "2026-11-05", Generation = 3, Seals = "5 2026-11-05" }),
        bidder.Does("unlock", "2025-10-14 09:30", new("Unlock"), ["C11"],
            new("0.00", Of(ForUnlock, Verified, Approved, UnlockGranted, Unlocked)) { Generation = 3 }),
        new("public-expired", "system", "2026-11-06 03:00", ["C9", "S6"], Sweep, CheckExpired),
        bidder.IsRefused("seal-renew-expired", "2026-11-10 09:00", new("SealRenew"), "S5", "SealRenewalNeedsValidCertificate", ("notAfter", "2026-11-05")),
        bidder.Does("unlock-expired", "2026-11-10 09:30", new("Unlock"), ["C11"],
            new("0.00", Of(ForUnlock, Verified, Approved, UnlockGranted, Unlocked)) { Generation = 3 }),
        bidder.Does("renew-expired", "2026-11-10 11:00", new("Renew"), ["A6", "C4", "P2"],
            new("0.00", Of(ForRenewal, Verified, Approved, Counted, Verified, Granted, Issued, Written)) { NotAfter = "2027-11-10", Generation = 4 }),
        bidder.Asks("unlock-left", "2026-11-16 09:00", new("Unlock"), ["A2"],
            new("0.00", Of(ForUnlock, Verified)) { Standing = Application.Views.Standing.UnderReview }),
        bidder.Does("revoke", "2026-11-16 09:30", Doing.AtWindow("Revoke") with { WithKey = false, Wish = "NoLongerUsed" }, ["A2", "C8"],
            new("0.00", Of(ForRevocation, Approved, Verified, Revoked))),
        new("unlock-superseded", "system", "2026-11-16 11:00", ["A2"], Scene.NothingMore, CheckSuperseded),
    ];

    private async Task CheckSuperseded(Findings found, CancellationToken cancellation) =>
        found.Expect("last event of the unlocking", "application-superseded", (await bidder.Path(bidder.Application - 1, cancellation)).Split(' ')[^1]);

    private async Task Sweep(Findings found, CancellationToken cancellation) => await stage.Sweep.Run(stage.Desk.Now, cancellation);

    private async Task CheckExpired(Findings found, CancellationToken cancellation)
    {
        var history = found.Accepted(await stage.History.Read(bidder.Certificate, stage.Desk.Now, cancellation));
        found.Expect("status", "expired", history?.Standing.Status);
        foreach (var name in (string[])["certificate.expired.v1", "certificate.seal-expired.v1"])
        {
            var expired = history?.Entries.LastOrDefault(e => e.Event == name);
            found.Expect($"{name} takes effect", "2026-11-05T23:59:59+08:00", expired is null ? null : Terminal.ShanghaiTime.Iso(expired.EffectiveAt));
        }
    }
}
