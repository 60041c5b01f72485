using System.Globalization;
using System.Text.RegularExpressions;
using ScCa.Application;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>New (新办): from the login to the parcel.</summary>
internal sealed partial class FirstCertificate(DemoStage stage)
{
    private const int Application = 1;
    private const string ReturnReason = "营业执照扫描件不清晰，请重新上传";

    private readonly FirstParcel parcel = new(stage);

    private int messagesBefore;
    private string unmatched = "";

    public IEnumerable<Scene> Scenes() =>
    [
        new("login", "applicant", "2026-01-05 09:00", ["A1"], LogIn, (_, _) => Task.CompletedTask),
        new("apply", "applicant", "2026-01-05 09:10", ["A3", "P7"], Apply, CheckApplied),
        new("return", "reviewer", "2026-01-05 10:00", ["A3", "A4"], Return, CheckReturned),
        new("resubmit", "applicant", "2026-01-05 11:00", ["A3"], Resubmit, CheckResubmitted),
        new("approve", "reviewer", "2026-01-05 13:30", ["A3", "A4"], Approve, CheckApproved),
        new("papers", "applicant", "2026-01-05 13:45", ["A3"], GivePapers, CheckPapers),
        new("wrong-payer", "bank", "2026-01-05 14:00", ["P1"], PayFromAnotherAccount, CheckUnmatched),
        new("short-transfer", "bank", "2026-01-05 14:30", ["P1", "P2"], PayTooLittle, CheckShort),
        new("issue", "system", "2026-01-05 15:00", ["P2", "C1", "C2", "D1"], PayTheRest, CheckIssued),
        .. parcel.Scenes(),
    ];

    private async Task LogIn(Findings found, CancellationToken cancellation)
    {
        if (found.Accepted(await stage.Login.SendCode(DemoCast.Phone, cancellation)) is null)
            return;
        var message = (await stage.Desk.Outbox(cancellation))[0].Text;
        if (found.Accepted(stage.Login.Verify(DemoCast.Phone, SixDigits().Match(message).Value)) is { } phone)
            found.Expect("phone hidden", true, phone.Masked.Contains('*', StringComparison.Ordinal));
    }

    private async Task Apply(Findings found, CancellationToken cancellation)
    {
        var request = new ApplyForm(
            "demo:apply", DemoCast.Platform, DemoCast.Role, DemoCast.Holder, DemoCast.CreditCode, TermYears: 1, DemoCast.Handler, DemoCast.Phone,
            DemoCast.PostalAddress);
        if (found.Accepted(await stage.Hall.Apply(request, cancellation)) is not { } receipt)
            return;
        stage.Certificate = receipt.Certificate;
        found.Note("holder", DemoCast.Holder);
        found.ExpectFact("charge", "300.00", receipt.Charge);
    }

    private async Task CheckApplied(Findings found, CancellationToken cancellation)
    {
        await stage.ExpectStanding(found, Application, Standing.UnderReview, "300.00", cancellation);
        var applied = (await stage.Events(cancellation))[0].Facts;
        found.ExpectFact("opening", "100.00", Line(applied, "opening"));
        found.ExpectFact("annual", "200.00", Line(applied, "annual"));
        found.Expect("in the review queue", true, (await stage.Reviews(cancellation)).Any(row => row.Certificate == stage.Certificate));
    }

    private async Task Return(Findings found, CancellationToken cancellation)
    {
        messagesBefore = await stage.Messages(cancellation);
        found.Accepted(await stage.Review.Return("demo:return", stage.Certificate, Application, DemoCast.Reviewer, ReturnReason, cancellation));
    }

    private async Task CheckReturned(Findings found, CancellationToken cancellation)
    {
        await stage.ExpectStanding(found, Application, Standing.Returned, "300.00", cancellation);
        found.ExpectFact("reason", ReturnReason, (await stage.Progress(Application, cancellation))?.Steps[^1].Note);
        found.Expect("messages sent", messagesBefore + 1, await stage.Messages(cancellation));
    }

    private async Task Resubmit(Findings found, CancellationToken cancellation) =>
        found.Accepted(await stage.Hall.Resubmit("demo:resubmit", stage.Certificate, Application, DemoCast.Phone, cancellation));

    private async Task CheckResubmitted(Findings found, CancellationToken cancellation)
    {
        await stage.ExpectStanding(found, Application, Standing.UnderReview, "300.00", cancellation);
        found.Expect("submissions", 2, (await stage.Reviews(cancellation)).FirstOrDefault(row => row.Certificate == stage.Certificate)?.Submissions ?? 0);
    }

    private async Task Approve(Findings found, CancellationToken cancellation) =>
        found.Accepted(await stage.Review.Approve("demo:approve", stage.Certificate, Application, null, DemoCast.Reviewer, cancellation));

    private Task CheckApproved(Findings found, CancellationToken cancellation) =>
        stage.ExpectStanding(found, Application, Standing.AwaitingMaterials, "300.00", cancellation);

    private async Task GivePapers(Findings found, CancellationToken cancellation)
    {
        var papers = (await stage.Progress(Application, cancellation))?.Materials ?? [];
        found.ExpectFact("papers", "1", papers.Length.ToString(CultureInfo.InvariantCulture));
        // A3: what is missing is named, and nothing is complete before it is there.
        var refusal = found.Refused(await CompletePapers("demo:papers-too-early", cancellation), "A3", "MaterialsMissing");
        found.ExpectFact("absent", string.Join(", ", papers.Select(p => p.Id)), refusal?.Facts.GetValueOrDefault("materials"));
        foreach (var paper in papers)
            found.Accepted(await stage.Desk.Upload(stage.Certificate, Application, paper.Id, cancellation));
        found.Accepted(await CompletePapers("demo:papers", cancellation));
    }

    private Task CheckPapers(Findings found, CancellationToken cancellation) =>
        stage.ExpectStanding(found, Application, Standing.AwaitingPayment, "300.00", cancellation);

    private Task<Outcome<StaffReceipt>> CompletePapers(string command, CancellationToken cancellation) =>
        stage.Review.CompleteMaterials(command, stage.Certificate, Application, DemoCast.Reviewer, cancellation);

    private async Task PayFromAnotherAccount(Findings found, CancellationToken cancellation)
    {
        unmatched = await stage.Desk.Transfer(DemoCast.SomebodyElse, 300_00, cancellation);
        found.Note("payer", DemoCast.SomebodyElse);
    }

    private async Task CheckUnmatched(Findings found, CancellationToken cancellation)
    {
        var row = (await stage.Unmatched(cancellation)).FirstOrDefault(r => r.Reference == unmatched);
        found.ExpectFact("amount", "300.00", row?.Amount);
        found.Expect("payer kept", DemoCast.SomebodyElse, row?.PayerName);
        await stage.ExpectStanding(found, Application, Standing.AwaitingPayment, "300.00", cancellation);
    }

    private async Task PayTooLittle(Findings found, CancellationToken cancellation)
    {
        await stage.Desk.Transfer(DemoCast.HolderAtTheBank, 200_00, cancellation);
        found.Note("payer", DemoCast.HolderAtTheBank);
    }

    private async Task CheckShort(Findings found, CancellationToken cancellation)
    {
        await stage.ExpectStanding(found, Application, Standing.AwaitingPayment, "100.00", cancellation);
        found.ExpectFact("amount", "200.00", (await stage.Progress(Application, cancellation))?.Steps[^1].Note);
    }

    private async Task PayTheRest(Findings found, CancellationToken cancellation)
    {
        await stage.Desk.Transfer(DemoCast.HolderAtTheBank, 100_00, cancellation);
        found.Note("amount", "100.00");
    }

    private async Task CheckIssued(Findings found, CancellationToken cancellation)
    {
        await stage.ExpectStanding(found, Application, Standing.Done, "0.00", cancellation);
        // C1: the intent is durable before anything is signed, so it stands before the certificate.
        await stage.ExpectLastEvents(
            found, cancellation, "transfer-counted", "application-paid", "identity-verified", "parcel-promised", "issuance-intended", "encryption-intended",
            "encryption-issued", "generation-issued",
            "invoice-promised");
        await stage.ExpectOnKey(found, generation: 1, "2027-01-05", cancellation);
        var row = await stage.Progress(Application, cancellation);
        found.ExpectFact("postBy", "2026-01-07", row?.PostBy is { } date ? ShanghaiTime.Date(date) : null);
    }

    // under.charge.lines.0.item, under.charge.lines.0.unitPrice, …
    private static string? Line(IReadOnlyDictionary<string, string> facts, string item) => facts
        .Where(fact => fact.Key.StartsWith("under.charge.lines.", StringComparison.Ordinal) && fact.Value.StartsWith(item, StringComparison.OrdinalIgnoreCase))
        .Select(fact => facts.GetValueOrDefault($"{fact.Key[..fact.Key.LastIndexOf('.')]}.unitPrice"))
        .FirstOrDefault();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
