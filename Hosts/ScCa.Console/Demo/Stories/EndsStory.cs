using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Views;
using static ScCa.Console.Demo.Paths;

namespace ScCa.Console.Demo.Stories;

/// <summary>Applications that come to nothing: taken back after a payment, which is refunded, and left lying until they lapse.</summary>
internal sealed class EndsStory(DemoStage stage) : Story("ends", DemoHolders.Gov)
{
    private readonly Player hesitant = new(stage, "ends-hesitant", DemoHolders.Hesitant);
    private readonly Player forgetful = new(stage, "ends-forgetful", DemoHolders.Forgetful);

    private string transfer = "";

    public override IEnumerable<Scene> Scenes() =>
    [
        hesitant.Asks("hesitant-applies", "2025-06-02 09:00", new("New"), ["A3"], new("300.00", ForNew) { Standing = Standing.UnderReview }),
        forgetful.Asks("forgetful-applies", "2025-06-02 09:10", new("New"), ["A3"], new("300.00", ForNew) { Standing = Standing.UnderReview }),
        new("ends-approved", "reviewer", "2025-06-02 10:00", ["A3"], Approve, Scene.NothingMore),
        new("ends-part-paid", "bank", "2025-06-03 10:00", ["P2"], PayInPart, CheckCounted),
        Player.Tries(
            "withdraw-without-refund", "applicant", "2025-06-03 11:00", "New", c => Withdraw("keep", withRefund: false, c), "A3", "WithdrawalNeedsRefund", ("received", "100.00")),
        new("ends-withdrawn", "applicant", "2025-06-03 11:30", ["A3"], WithdrawAndRefund, CheckRefunded),
        new("ends-lapse-announced", "system", "2025-06-25 03:00", ["A3", "A4"], Sweep, CheckAnnounced),
        new("ends-lapsed", "system", "2025-07-02 03:00", ["A3"], Sweep, CheckLapsed),
        Player.Tries("resubmit-lapsed", "applicant", "2025-07-03 09:00", "New", Resubmit, "A3", "ApplicationNotOpen"),
    ];

    private async Task Approve(Findings found, CancellationToken cancellation)
    {
        foreach (var player in (Player[])[hesitant, forgetful])
        {
            found.Accepted(await stage.Review.Approve(
                $"demo:ends:{player.Certificate}", player.Certificate, player.Application, null, DemoCast.Reviewer, cancellation));
        }
    }

    private async Task PayInPart(Findings found, CancellationToken cancellation)
    {
        transfer = await stage.Desk.Transfer(hesitant.Holder.Payer, 100_00, cancellation);
        found.Note("amount", "100.00");
    }

    private async Task CheckCounted(Findings found, CancellationToken cancellation) =>
        found.ExpectFact("missing", "200.00", (await hesitant.Progress(cancellation))?.Missing);

    private Task<Outcome<ApplicationReceipt>> Withdraw(string command, bool withRefund, CancellationToken cancellation) => stage.Hall.Withdraw(
        $"demo:ends:withdraw-{command}", hesitant.Certificate, hesitant.Application, hesitant.Holder.Phone, withRefund, cancellation);

    private async Task WithdrawAndRefund(Findings found, CancellationToken cancellation)
    {
        found.Accepted(await Withdraw("refund", withRefund: true, cancellation));
        await stage.Work.Run(cancellation);
        found.Accepted(await stage.Finance.RecordRefund("demo:ends:refund", transfer, "演示退款回单", DemoCast.Accountant, cancellation));
        found.Note("amount", "100.00");
    }

    private async Task CheckRefunded(Findings found, CancellationToken cancellation)
    {
        found.Expect("standing", Standing.Closed, (await hesitant.Progress(cancellation))?.Standing);
        found.Refused(await stage.Finance.RecordRefund("demo:ends:refund-again", transfer, "演示退款回单", DemoCast.Accountant, cancellation), "P2", "RefundNotRequested");
    }

    private async Task Sweep(Findings found, CancellationToken cancellation) => await stage.Sweep.Run(stage.Desk.Now, cancellation);

    private async Task CheckAnnounced(Findings found, CancellationToken cancellation) =>
        found.Expect("last event", "lapse-announced", (await forgetful.Path(1, cancellation)).Split(' ')[^1]);

    private async Task CheckLapsed(Findings found, CancellationToken cancellation) =>
        found.Expect("standing", Standing.Closed, (await forgetful.Progress(cancellation))?.Standing);

    private Task<Outcome<ApplicationReceipt>> Resubmit(CancellationToken cancellation) =>
        stage.Hall.Resubmit("demo:ends:resubmit", forgetful.Certificate, forgetful.Application, forgetful.Holder.Phone, cancellation);
}
