namespace ScCa.Console.Demo;

/// <summary>An invoice that is issued and, when its money goes back after all, taken back: at the second attempt (D4).</summary>
internal sealed class Reversal(DemoStage stage, Player player)
{
    private const int Application = 1;

    public IEnumerable<Scene> Scenes() =>
    [
        new("reversal-invoice", "platform", "2025-03-05 10:00", ["D4"], Issue, (found, c) => Ends(found, "invoice-issued", c)),
        new("reversal-refund", "finance", "2025-03-10 10:00", ["P2", "D4"], Refund, (found, c) => Ends(found, "invoice-reversal-requested", c)),
        new("reversal-failed", "platform", "2025-03-10 15:00", ["D4"], Fail, (found, c) => Ends(found, "invoice-reversal-failed", c)),
        new("reversal-anew", "system", "2025-03-11 03:00", ["D4"], Sweep, (found, c) => Ends(found, "invoice-reversal-requested", c)),
        new("reversal", "platform", "2025-03-11 10:00", ["D4"], Reverse, CheckReversed),
    ];

    private async Task Issue(Findings found, CancellationToken cancellation) =>
        found.Expect("callback heard", true, await stage.Desk.IssueInvoice(player.Certificate, Application, cancellation));

    private async Task Refund(Findings found, CancellationToken cancellation)
    {
        var events = (await stage.History.Read(player.Certificate, stage.Desk.Now, cancellation)).Value?.Entries ?? [];
        var paid = events.FirstOrDefault(e => e.Event == "certificate.transfer-counted.v1");
        if (paid is null)
        {
            found.Expect("payment", "one", "none");
            return;
        }

        var reference = paid.Facts["reference"];
        found.Accepted(await stage.Finance.RequestRefund("demo:reversal:refund", reference, "ApplicationEnded", DemoCast.Accountant, cancellation));
        found.Accepted(await stage.Finance.RecordRefund("demo:reversal:refunded", reference, "演示退款回单", DemoCast.Accountant, cancellation));
        found.Note("amount", paid.Facts["amount"]);
    }

    private async Task Fail(Findings found, CancellationToken cancellation) =>
        found.Expect("callback heard", true, await stage.Desk.ReverseInvoice(player.Certificate, Application, attempt: 1, "period-closed", cancellation));

    private async Task Sweep(Findings found, CancellationToken cancellation)
    {
        found.Expect("failed reversals", 1, found.Accepted(await stage.Finance.Reversals(DemoCast.Accountant, cancellation))?.Count(r => r.Failure == "period-closed") ?? 0);
        await stage.Sweep.Run(stage.Desk.Now, cancellation);
    }

    private async Task Reverse(Findings found, CancellationToken cancellation) =>
        found.Expect("callback heard", true, await stage.Desk.ReverseInvoice(player.Certificate, Application, attempt: 2, failureCode: null, cancellation));

    private async Task CheckReversed(Findings found, CancellationToken cancellation)
    {
        await Ends(found, "invoice-reversed", cancellation);
        found.Expect("reversals to do", 0, found.Accepted(await stage.Finance.Reversals(DemoCast.Accountant, cancellation))?.Count ?? -1);
    }

    private async Task Ends(Findings found, string step, CancellationToken cancellation) =>
        found.Expect("last step", step, (await player.Path(Application, cancellation)).Split(' ')[^1]);
}
