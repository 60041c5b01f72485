using ScCa.Application;
using ScCa.Application.BackOffice;
using static ScCa.Console.Demo.Paths;

namespace ScCa.Console.Demo.Stories;

/// <summary>Government procurement: a walk-in whose certificate is changed, lost, left to expire and given up, and an expert whose certificate the authority revokes.</summary>
internal sealed class GovStory(DemoStage stage) : Story("gov", DemoHolders.Gov)
{
    private const string NewName = "成都新标（演示）代理有限公司";

    private readonly Player agency = new(stage, "gov-agency", DemoHolders.Agency);
    private readonly Player expert = new(stage, "gov-expert", DemoHolders.Expert);

    private static Doing Reissue => Doing.AtWindow("Reissue") with { WithKey = false, Loss = "Lost" };

    public override IEnumerable<Scene> Scenes() =>
    [
        agency.Does(
            "new-walk-in", "2025-03-03 11:00", Doing.AtWindow("New") with { WithKey = false }, ["A8", "P7", "D4"],
            new("300.00", Of(ForNew, Approved, Papers(1), Verified, Paid, Issued, Invoice))
            { NotAfter = "2026-03-03", Generation = 1, Seals = "", InvoiceBy = "2025-03-05" }),
        .. new Reversal(stage, agency).Scenes(),
        agency.Does("change", "2025-04-01 11:00", Doing.AtWindow("Change") with { NewName = NewName }, ["C6", "P6"],
            new("0.00", Of(ForChange, Verified, Approved, Papers(1), Verified, Granted, Issued, OldRevoked, Written))
            { NotAfter = "2026-03-03", Generation = 2 }),
        agency.Does("unlock", "2025-04-15 11:00", new("Unlock"), ["C11", "A6"],
            new("0.00", Of(ForUnlock, Verified, Approved, UnlockGranted, Unlocked)) { Generation = 2 }),
        agency.Asks("reissue-asked", "2025-05-06 09:30", Reissue, ["C7"], new("50.00", ForReissue) { Standing = Application.Views.Standing.UnderReview }),
        Player.Tries(
            "reissue-without-papers", "reviewer", "2025-05-06 10:00", "Reissue", CompleteWithoutPapers, "A3", "MaterialsMissing", ("materials", "application-materials")),
        agency.Finishes("reissue", "2025-05-06 11:00", Reissue, ["C7", "A3"],
            new("50.00", Of(ForReissue, Approved, Papers(1), Verified, Paid, Reissued, Invoice))
            { NotAfter = "2026-03-03", Generation = 3, InvoiceBy = "2025-05-08" }),
        agency.IsRefused("reissue-expired", "2026-03-10 09:30", Reissue, "C7", "ReissueNeedsValidCertificate", ("notAfter", "2026-03-03")),
        agency.IsRefused("change-expired", "2026-03-10 10:00", Doing.AtWindow("Change") with { NewName = "无关" }, "C6", "ChangeNeedsValidCertificate"),
        agency.Does(
            "renew-expired-in-person", "2026-03-10 11:00", new("Renew") { HandledBy = "LegalRepresentative", WithKey = false }, ["C4", "P5", "P7"],
            new("200.00", Of(ForRenewal, Approved, Verified, Paid, Verified, Granted, Issued, Written, Invoice)) { NotAfter = "2027-03-10", Generation = 4 }),
        agency.Does("revoke", "2026-04-01 11:00", Doing.AtWindow("Revoke") with { WithKey = false, Wish = "KeyLost" }, ["C8"],
            new("0.00", Of(ForRevocation, Approved, Papers(1), Verified, Revoked))),
        agency.IsRefused("unlock-revoked", "2026-04-02 11:00", new("Unlock") { WithKey = false }, "C8", "CertificateIsRevoked", ("revokedOn", "2026-04-01")),

        expert.Does(
            "expert-new", "2025-03-10 11:00", new("New") { Years = 2, Seals = 1 }, ["P1", "P7"],
            new("200.00", Of(ForNew, Approved, Papers(1), Paid, Verified, Parcel, Issued, Seals(1), Invoice))
            { NotAfter = "2027-03-10", Seals = "1 2027-03-10", PostBy = "2025-03-12", InvoiceBy = "2025-03-12" }),
        expert.Does(
            "expert-change", "2025-06-03 11:00", Doing.AtWindow("Change") with { NewPersonName = "评改名" }, ["C6"],
            new("0.00", Of(ForChange, Verified, Approved, Papers(1), Verified, Granted, Issued, OldRevoked, Written, Seals(1)))
            { NotAfter = "2027-03-10", Generation = 2, Seals = "2 2027-03-10" }),
        expert.Does(
            "expert-reissue", "2025-07-01 11:00", Doing.AtWindow("Reissue") with { WithKey = false, Loss = "Damaged" }, ["C7"],
            new("50.00", Of(ForReissue, Approved, Papers(1), Verified, Paid, Reissued, Seals(1), Invoice))
            { NotAfter = "2027-03-10", Generation = 3, Seals = "3 2027-03-10" }),
        new("revocation-ordered", "operator", "2026-05-06 10:00", ["C8"], Order, Scene.NothingMore) { Operation = "Revoke" },
        Player.Tries("confirmed-by-the-same", "operator", "2026-05-06 10:30", "Revoke", c => Confirm("same", DemoCast.Operator, c), "C8", "SecondPersonNeeded"),
        new("revocation-confirmed", "operator", "2026-05-06 11:00", ["C8"], ConfirmByAnother, CheckRevoked) { Operation = "Revoke", Completes = true },
        expert.IsRefused("seal-renew-revoked", "2026-05-07 11:00",
        new("SealRenew") { WithKey = false }, "C8", "CertificateIsRevoked", ("revokedOn", "2026-05-06")),
    ];

    private async Task<Outcome<StaffReceipt>> CompleteWithoutPapers(CancellationToken cancellation)
    {
        var approved = await stage.Review.Approve("demo:gov:approve", agency.Certificate, agency.Application, null, DemoCast.Reviewer, cancellation);
        return approved.IsRefused
            ? approved
            : await stage.Review.CompleteMaterials("demo:gov:papers", agency.Certificate, agency.Application, DemoCast.Reviewer, cancellation);
    }

    private async Task Order(Findings found, CancellationToken cancellation) => found.Accepted(await stage.Revocation.Order(
        "demo:gov:order", expert.Certificate, "PrivilegeWithdrawn", "演示：法院裁定", DemoCast.Operator, cancellation));

    private Task<Outcome<StaffReceipt>> Confirm(string command, string staff, CancellationToken cancellation) =>
        stage.Revocation.Confirm($"demo:gov:confirm-{command}", expert.Certificate, staff, cancellation);

    private async Task ConfirmByAnother(Findings found, CancellationToken cancellation) =>
        found.Accepted(await Confirm("another", DemoCast.SeniorReviewer, cancellation));

    private async Task CheckRevoked(Findings found, CancellationToken cancellation)
    {
        var standing = found.Accepted(await stage.History.Read(expert.Certificate, stage.Desk.Now, cancellation))?.Standing;
        found.Expect("status", "revoked", standing?.Status);
        found.Expect("standing seals", 0, standing?.Seals.Length ?? -1);
        found.Expect("valid generation", null, standing?.ValidGeneration);
    }
}
