using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using Xunit;

namespace ScCa.Application.Tests.Reactions;

public sealed class TransferTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "P1")]
    public async Task Brackets_and_widths_do_not_keep_a_payer_from_its_application()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied(holderName: "甲（集团）公司");
        await system.Approve(certificate, 1);

        await system.Transfer(300, " 甲(集团)公司 ");

        Assert.IsType<IssuedCertificate>(await system.State(certificate));
    }

    [Fact, Trait("rule", "P1")]
    public async Task Another_name_stays_unmatched_before_finance_and_pays_nothing()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied(holderName: "甲(集团)公司");
        await system.Approve(certificate, 1);

        await system.Transfer(300, "甲集团公司");

        Assert.Equal("甲集团公司", Assert.Single(TestSystem.Value(await system.Get<FinanceDesk>().Unmatched(TestSystem.Accountant, Cancellation))).PayerName);
        Assert.Equal(ApplicationStep.AwaitingPayment, (await system.State(certificate)).Open!.Step);
    }

    [Fact, Trait("rule", "P2")]
    public async Task A_short_transfer_leaves_the_rest_open_and_the_next_one_pays_it_with_the_excess_refundable()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied(termYears: 2);
        await system.Approve(certificate, 1);

        await system.Transfer(300);
        var row = Assert.Single(await system.Hall.Progress(TestSystem.Phone, Cancellation));
        Assert.Equal((Standing.AwaitingPayment, "100.00"), (row.Standing, row.Missing));
        await system.Transfer(150);

        var counted = (await system.Get<CommandExecutor>().Events<Certificate>(certificate, Cancellation)).Select(e => e.Body).OfType<TransferCounted>().ToList();
        Assert.Equal([("100.00", "0.00"), ("0.00", "50.00")], counted.Select(c => (c.Missing.Value, c.Excess.Value)));
        Assert.IsType<IssuedCertificate>(await system.State(certificate));
    }

    [Fact, Trait("rule", "P3")]
    public async Task Money_that_comes_before_the_approval_is_claimed_by_it()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();
        await system.Transfer(300);
        Assert.Single(TestSystem.Value(await system.Get<FinanceDesk>().Unmatched(TestSystem.Accountant, Cancellation)));

        await system.Approve(certificate, 1);

        Assert.Empty(TestSystem.Value(await system.Get<FinanceDesk>().Unmatched(TestSystem.Accountant, Cancellation)));
        Assert.IsType<IssuedCertificate>(await system.State(certificate));
    }

    [Fact, Trait("rule", "P3")]
    public async Task A_name_with_two_applications_waiting_is_left_to_finance()
    {
        await using var system = TestSystem.Create();
        foreach (var command in new[] { "apply-1", "apply-2" })
            await system.Approve(await system.Applied(command), 1);

        await system.Transfer(300);

        Assert.Single(TestSystem.Value(await system.Get<FinanceDesk>().Unmatched(TestSystem.Accountant, Cancellation)));
    }

    [Fact, Trait("rule", "P3")]
    public async Task A_statement_read_again_from_the_beginning_counts_nothing_twice()
    {
        await using var system = TestSystem.Create();
        await system.Issued();
        var before = await system.Events.LastPosition(Cancellation);

        await system.Get<IReactionCheckpoints>().Save("bank-intake", 0, Cancellation);
        await system.Work();

        Assert.Equal(before, await system.Events.LastPosition(Cancellation));
    }

    [Fact, Trait("rule", "P3")]
    public async Task A_claim_that_is_repeated_after_its_release_does_not_count_money_that_is_free_again()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();
        await system.Approve(certificate, 1);
        // Held for this application, which is withdrawn before it can count the money: the claim must be released.
        var now = system.Clock.GetCurrentInstant();
        var (commands, context, reference) = (system.Get<ICommands>(), CommandContext.System("test"), new BankReference("B-1"));
        await commands.Execute(
            new ReceiveTransfer(
                new("receive"), reference, Domain.Platforms.PaymentMeans.CorporateTransfer, await system.Get<ScCa.Application.Intake.Payers>().Of(reference, "someone else", Cancellation),
                Domain.Platforms.Money.FromYuan(300), now),
            context,
            Cancellation);
        await system.Work();
        await commands.Execute(new ClaimTransfer(new("claim"), reference, new CertificateId(certificate), 1, now), context, Cancellation);
        await system.Work();
        Assert.Equal("PayerIsNotTheHolder", Assert.IsType<UnmatchedTransfer>(await system.Get<CommandExecutor>().State<Transfer>("B-1", Cancellation)).LastRefusal);
        var before = await system.Events.LastPosition(Cancellation);

        await system.Get<IReactionCheckpoints>().Save("count-claimed-transfers", 0, Cancellation);
        await system.Work();

        Assert.Equal(before, await system.Events.LastPosition(Cancellation));
    }
}
