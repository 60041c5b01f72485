using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Sweeps;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Gateways.Invoices;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Intake;

/// <summary>Invoices whose money has gone back, as the e-invoice platform takes them back.</summary>
public sealed class ReversalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "D4")]
    public async Task What_was_invoiced_and_goes_back_is_reversed_once_however_often_it_is_told()
    {
        await using var system = WithSeller();
        var certificate = await Invoiced(system);
        await Refunded(system, certificate);
        Assert.Equal("已开具发票", Standing(await Invoice(system, certificate)));

        var first = await Decided(system, certificate, attempt: 1);
        await Decided(system, certificate, attempt: 1);
        await system.Work();

        Assert.Equal("已冲红", Standing(await Invoice(system, certificate)));
        Assert.Single(await system.EventNames(certificate), n => n == nameof(InvoiceReversed));
        Assert.Empty(Value(await system.Get<FinanceDesk>().Reversals(Accountant, Cancellation)));
        Assert.Equal(CallbackFault.Replayed, await system.Get<InvoiceIntake>().Callback(first.Headers, first.Body, Cancellation));
        Assert.Contains(await system.Demo.Outbox(Cancellation), m => m.Text.Contains("已冲红", StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "D4")]
    public async Task An_excess_that_goes_back_leaves_the_invoice()
    {
        await using var system = WithSeller();
        var certificate = await Invoiced(system, paid: 350);

        await Refunded(system, certificate, "Excess");

        Assert.DoesNotContain(nameof(InvoiceReversalRequested), await system.EventNames(certificate));
    }

    [Fact, Trait("rule", "D4")]
    public async Task An_invoice_that_was_only_promised_is_reversed_as_soon_as_it_is_issued()
    {
        await using var system = WithSeller();
        var certificate = await system.Issued();
        await Refunded(system, certificate);
        Assert.Null((await system.Get<LocalInvoices>().Find($"{certificate}_1r1", Cancellation)).Value);

        await Issued(system, certificate);
        await Decided(system, certificate, attempt: 1);
        await system.Work();

        Assert.Equal("已冲红", Standing(await Invoice(system, certificate)));
    }

    [Fact, Trait("rule", "D4")]
    public async Task What_failed_is_asked_for_anew_every_night_until_it_waits_for_finance()
    {
        await using var system = WithSeller();
        var certificate = await Invoiced(system);
        await Refunded(system, certificate);
        for (var attempt = 1; attempt <= InvoiceReversals.AttemptsMax; attempt++)
        {
            await Decided(system, certificate, attempt, "period-closed");
            await system.Work();
            Assert.Equal(("period-closed", attempt), Assert.Single(Value(await system.Get<FinanceDesk>().Reversals(Accountant, Cancellation))) is var row ? (row.Failure, row.Attempts) : default);
            system.Clock.Advance(Duration.FromDays(1));
            await Swept(system);
        }

        Assert.Equal(InvoiceReversals.AttemptsMax, (await Invoice(system, certificate)).ReversalAttempts);
        Value(await system.Get<FinanceDesk>().RequestReversal("again", certificate, 1, "税务期间已重新开放", Accountant, Cancellation));
        await system.Work();
        await Decided(system, certificate, InvoiceReversals.AttemptsMax + 1);
        await system.Work();

        Assert.Equal("已冲红", Standing(await Invoice(system, certificate)));
    }

    [Fact, Trait("rule", "D4")]
    public async Task A_night_that_is_run_again_after_a_crash_uses_up_no_attempt()
    {
        await using var system = WithSeller();
        var certificate = await Invoiced(system);
        await Refunded(system, certificate);
        await system.Get<LocalInvoices>().Decide($"{certificate}_1r1", "period-closed", Cancellation);

        // The first finds the failure; the process dies, and the night is run again.
        await Swept(system);
        await Swept(system);
        Assert.Equal(1, (await Invoice(system, certificate)).ReversalAttempts);

        system.Clock.Advance(Duration.FromDays(1));
        await Swept(system);
        await Swept(system);
        Assert.Equal(2, (await Invoice(system, certificate)).ReversalAttempts);
    }

    [Fact, Trait("rule", "D4")]
    public async Task A_reversal_whose_callback_was_lost_is_found_by_the_sweep()
    {
        await using var system = WithSeller();
        var certificate = await Invoiced(system);
        await Refunded(system, certificate);
        await system.Get<LocalInvoices>().Decide($"{certificate}_1r1", null, Cancellation);

        await Swept(system);

        Assert.Equal("已冲红", Standing(await Invoice(system, certificate)));
    }

    [Fact, Trait("rule", "D4")]
    public async Task What_the_platform_refuses_has_failed_and_finance_records_it_by_hand()
    {
        await using var system = WithSeller();
        var certificate = await system.Issued();
        Value(await system.Get<FinanceDesk>().RecordInvoice("by-hand", certificate, 1, "26512000000000000001", Accountant, Cancellation));
        await Refunded(system, certificate);

        var row = Assert.Single(Value(await system.Get<FinanceDesk>().Reversals(Accountant, Cancellation)));
        Assert.Equal("not-issued", row.Failure);
        Value(await system.Get<FinanceDesk>().ReverseInvoice("red", certificate, 1, "26512000000000000002", "款项已退回", Accountant, Cancellation));
        await system.Work();
        Assert.Empty(Value(await system.Get<FinanceDesk>().Reversals(Accountant, Cancellation)));
    }

    [Fact, Trait("rule", "D4")]
    public async Task A_forged_callback_of_a_reversal_and_one_of_nothing_reverse_nothing()
    {
        await using var system = WithSeller();
        var certificate = await Invoiced(system);
        await Refunded(system, certificate);
        var (headers, body) = await system.Get<LocalInvoices>().Decide($"{certificate}_1r1", null, Cancellation);

        Assert.Equal(CallbackFault.SignatureWrong, await system.Get<InvoiceIntake>().Callback(headers with { Signature = new string('0', 64) }, body, Cancellation));
        Assert.Equal("已开具发票", Standing(await Invoice(system, certificate)));
    }

    private static TestSystem WithSeller() => Create(services => services.AddSingleton(new InvoiceSeller("演示认证中心", "91510100MA61UX2K5A")));

    private static async Task<string> Invoiced(TestSystem system, int paid = 300)
    {
        var certificate = await system.Applied();
        await system.Approve(certificate, 1);
        await system.Transfer(paid);
        await Issued(system, certificate);
        return certificate;
    }

    private static async Task Issued(TestSystem system, string certificate)
    {
        var (headers, body) = await system.Get<LocalInvoices>().Decide($"{certificate}_1", null, Cancellation);
        Assert.Null(await system.Get<InvoiceIntake>().Callback(headers, body, Cancellation));
        await system.Work();
    }

    private static async Task Refunded(TestSystem system, string certificate, string cause = "ApplicationEnded")
    {
        var desk = system.Get<FinanceDesk>();
        var reference = (await system.Get<CommandExecutor>().Events<Certificate>(certificate, Cancellation)).Select(e => e.Body).OfType<TransferCounted>().Single().Reference.Value;
        Value(await desk.RequestRefund("refund", reference, cause, Accountant, Cancellation));
        Value(await desk.RecordRefund("refunded", reference, "OUT-1", Accountant, Cancellation));
        await system.Work();
    }

    private static async Task<(CallbackHeaders Headers, byte[] Body)> Decided(TestSystem system, string certificate, int attempt, string? failure = null)
    {
        var (headers, body) = await system.Get<LocalInvoices>().Decide($"{certificate}_1r{attempt}", failure, Cancellation);
        Assert.Null(await system.Get<InvoiceIntake>().Callback(headers, body, Cancellation));
        return (headers, body);
    }

    private static async Task Swept(TestSystem system)
    {
        await system.Work();
        await system.All<ISweep>().OfType<InvoiceSweep>().Single().Run(system.Clock.GetCurrentInstant(), Cancellation);
        await system.Work();
    }

    private static async Task<ScCa.Domain.Invoices.Invoice> Invoice(TestSystem system, string certificate) => ((KnownCertificate)await system.State(certificate)).Invoices.Single();

    private static string Standing(ScCa.Domain.Invoices.Invoice invoice) => invoice switch
    {
        { Reversal: not null } => "已冲红",
        { Number: not null } => "已开具发票",
        _ => "待开具",
    };
}
