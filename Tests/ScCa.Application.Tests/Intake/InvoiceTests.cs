using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.BackOffice;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Sweeps;
using ScCa.Domain.Invoices;
using ScCa.Gateways.Invoices;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Intake;

public sealed class InvoiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "D4")]
    public async Task A_promised_invoice_is_asked_for_at_once_and_its_doubled_callback_records_it_once()
    {
        await using var system = WithSeller();
        var certificate = await system.Issued();
        var (headers, body) = await system.Get<LocalInvoices>().Decide($"{certificate}_1", null, Cancellation);
        var intake = system.Get<InvoiceIntake>();

        Assert.Null(await intake.Callback(headers, body, Cancellation));
        Assert.Equal(CallbackFault.Replayed, await intake.Callback(headers, body, Cancellation));
        var (again, sameBody) = await system.Get<LocalInvoices>().Decide($"{certificate}_1", null, Cancellation);
        Assert.Null(await intake.Callback(again, sameBody, Cancellation));
        await system.Work();

        Assert.Single(await system.EventNames(certificate), e => e == nameof(InvoiceIssued));
        Assert.Empty(Value(await system.Get<FinanceDesk>().Invoices(Accountant, Cancellation)));
    }

    [Fact, Trait("rule", "D4")]
    public async Task An_invoice_whose_callback_was_lost_is_found_by_the_sweep_which_counts_what_it_took_in()
    {
        await using var system = WithSeller();
        var certificate = await system.Issued();
        Assert.Equal(0, await Swept(system));
        await system.Get<LocalInvoices>().Decide($"{certificate}_1", null, Cancellation);

        Assert.Equal(1, await Swept(system));
        Assert.Equal(0, await Swept(system));

        Assert.Single(await system.EventNames(certificate), e => e == nameof(InvoiceIssued));
    }

    [Fact, Trait("rule", "D4")]
    public async Task A_forged_callback_and_one_of_a_failed_invoice_record_nothing()
    {
        await using var system = WithSeller();
        var certificate = await system.Issued();
        var (headers, body) = await system.Get<LocalInvoices>().Decide($"{certificate}_1", "tax-number-unknown", Cancellation);
        var intake = system.Get<InvoiceIntake>();

        Assert.Equal(CallbackFault.SignatureWrong, await intake.Callback(headers with { Signature = Convert.ToBase64String(new byte[32]) }, body, Cancellation));
        Assert.Null(await intake.Callback(headers, body, Cancellation));

        Assert.DoesNotContain(nameof(InvoiceIssued), await system.EventNames(certificate));
        Assert.Single(Value(await system.Get<FinanceDesk>().Invoices(Accountant, Cancellation)));
    }

    [Fact, Trait("rule", "D4")]
    public async Task Without_an_issuer_nothing_is_asked_for_and_finance_records_by_hand()
    {
        await using var system = Create();
        var certificate = await system.Issued();

        Assert.Equal(0, await Swept(system));
        Assert.Null((await system.Get<LocalInvoices>().Find($"{certificate}_1", Cancellation)).Value);
        Value(await system.Get<FinanceDesk>().RecordInvoice("invoice", certificate, 1, "26512000000000000001", Accountant, Cancellation));
    }

    private static TestSystem WithSeller() => Create(services => services.AddSingleton(new InvoiceSeller("演示认证中心", "91510100MA61UX2K5A")));

    private static async Task<int> Swept(TestSystem system)
    {
        await system.Work();
        return await system.All<ISweep>().OfType<InvoiceSweep>().Single().Run(system.Clock.GetCurrentInstant(), Cancellation);
    }
}
