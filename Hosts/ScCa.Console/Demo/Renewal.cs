using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using ScCa.Console.Terminal;

namespace ScCa.Console.Demo;

/// <summary>Renew (更新) in validity: too early, in time, and onto the key.</summary>
internal sealed class Renewal(DemoStage stage)
{
    private const int Application = 2;

    private string keyBefore = "";

    public IEnumerable<Scene> Scenes() =>
    [
        new("renew-too-early", "applicant", "2026-11-05 09:00", ["C3"], RenewTooEarly, (_, _) => Task.CompletedTask),
        new("renew", "applicant", "2026-11-06 09:00", ["C3", "A6", "P7"], RenewInTime, CheckApplied),
        new("renew-twice", "applicant", "2026-11-06 09:30", ["A2"], RenewTwice, (_, _) => Task.CompletedTask),
        new("approve-renewal", "reviewer", "2026-11-06 10:00", ["A3"], Approve, CheckApproved),
        new("grant", "system", "2026-11-06 11:00", ["P2", "C4", "C5"], Pay, CheckGranted),
        new("pull", "assistant", "2026-11-09 09:00", ["C1", "C5", "A6"], Pull, CheckPulled),
        new("old-end", "system", "2027-01-06 03:00", ["C4", "C9"], SweepAfterTheOldEnd, (_, _) => Task.CompletedTask),
    ];

    private async Task RenewTooEarly(Findings found, CancellationToken cancellation)
    {
        var refusal = found.Refused(await Renew("demo:renew-too-early", cancellation), "C3", "RenewalNotYetOpen");
        found.ExpectFact("firstDate", "2026-11-06", refusal?.Facts.GetValueOrDefault("firstDate"));
    }

    private async Task RenewInTime(Findings found, CancellationToken cancellation)
    {
        if (found.Accepted(await Renew("demo:renew", cancellation)) is not { } receipt)
            return;
        found.Expect("application", Application, receipt.Application);
        found.ExpectFact("charge", "200.00", receipt.Charge);
    }

    private async Task CheckApplied(Findings found, CancellationToken cancellation)
    {
        await stage.ExpectStanding(found, Application, Standing.UnderReview, "200.00", cancellation);
        // A6: the present key has signed when it was applied for; nothing more proves who applies.
        found.Expect("still to verify", 0, (await stage.Progress(Application, cancellation))?.ToVerify.Length ?? -1);
    }

    private async Task RenewTwice(Findings found, CancellationToken cancellation)
    {
        var refusal = found.Refused(await Renew("demo:renew-twice", cancellation), "A2", "ApplicationInProgress");
        found.ExpectFact("application", "2", refusal?.Facts.GetValueOrDefault("application"));
    }

    private async Task Approve(Findings found, CancellationToken cancellation) =>
        found.Accepted(await stage.Review.Approve("demo:approve-renewal", stage.Certificate, Application, null, DemoCast.Reviewer, cancellation));

    private Task CheckApproved(Findings found, CancellationToken cancellation) =>
        stage.ExpectStanding(found, Application, Standing.AwaitingPayment, "200.00", cancellation);

    private async Task Pay(Findings found, CancellationToken cancellation)
    {
        await stage.Desk.Transfer(DemoCast.HolderAtTheBank, 200_00, cancellation);
        found.Note("amount", "200.00");
    }

    private async Task CheckGranted(Findings found, CancellationToken cancellation)
    {
        await stage.ExpectStanding(found, Application, Standing.Granted, "0.00", cancellation);
        await stage.ExpectLastEvents(found, cancellation, "application-paid", "update-granted");
        var card = found.Accepted(await stage.Hall.Card(stage.Certificate, DemoCast.Phone, cancellation));
        found.ExpectFact("notAfter", "2028-01-05", card?.GrantedNotAfter is { } date ? ShanghaiTime.Date(date) : null);
        found.Expect("generation on the key", 1, card?.Current ?? 0);
    }

    private async Task Pull(Findings found, CancellationToken cancellation)
    {
        keyBefore = await KeyOnKey(cancellation);
        found.Accepted(await stage.Desk.PullRenewal(stage.Certificate, cancellation));
    }

    private async Task CheckPulled(Findings found, CancellationToken cancellation)
    {
        await stage.ExpectStanding(found, Application, Standing.Done, "0.00", cancellation);
        await stage.ExpectLastEvents(found, cancellation, "issuance-intended", "encryption-intended", "encryption-issued", "generation-issued", "update-completed", "invoice-promised");
        await stage.ExpectOnKey(found, generation: 2, "2028-01-05", cancellation);
        found.Expect("key pair is new", true, keyBefore.Length > 0 && keyBefore != await KeyOnKey(cancellation));
    }

    // C9: the old generation's last day has passed, but it is no longer the one on the key.
    private async Task SweepAfterTheOldEnd(Findings found, CancellationToken cancellation)
    {
        await stage.Sweep.Run(stage.Desk.Now, cancellation);
        found.Expect("expiries noted", 0, (await stage.Events(cancellation)).Count(e => e.Event == "certificate.expired.v1"));
        var history = found.Accepted(await stage.History.Read(stage.Certificate, stage.Desk.Now, cancellation));
        found.Expect("status", "valid", history?.Standing.Status);
        found.Expect("valid generation", 2, history?.Standing.ValidGeneration ?? 0);
    }

    private async Task<Outcome<ApplicationReceipt>> Renew(string command, CancellationToken cancellation)
    {
        var proof = await stage.Desk.SignFor(stage.Certificate, "Renew", cancellation);
        var form = new OperationForm(command, stage.Certificate, "Renew", DemoCast.Handler, DemoCast.Phone) { Challenge = proof.Challenge, Signature = proof.Signature };
        return await stage.Hall.Operate(form, cancellation);
    }

    private async Task<string> KeyOnKey(CancellationToken cancellation)
    {
        if (await stage.Desk.CertificateOnKey(stage.Certificate, cancellation) is not { } der)
            return "";
        using var file = new IssuedFile(der);
        return file.Key;
    }
}
