using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.BackOffice;

public sealed class FinanceDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "P1")]
    public async Task A_transfer_that_is_given_by_hand_counts_only_in_the_holders_name()
    {
        await using var system = Create();
        var first = await Approved(system, "apply-1");
        var second = await Approved(system, "apply-2");
        await system.Transfer(300);
        await system.Transfer(300, "别家公司");
        var desk = system.Get<FinanceDesk>();
        var unmatched = Value(await desk.Unmatched(Accountant, Cancellation)).ToDictionary(r => r.PayerName, r => r.Reference);

        Value(await desk.Assign("assign-1", unmatched["别家公司"], first, 1, Accountant, Cancellation));
        Value(await desk.Assign("assign-2", unmatched[HolderName], second, 1, Accountant, Cancellation));
        await system.Work();

        Assert.IsType<IssuedCertificate>(await system.State(second));
        Assert.Equal(ApplicationStep.AwaitingPayment, (await system.State(first)).Open!.Step);
        Assert.Equal("PayerIsNotTheHolder", Assert.Single(Value(await desk.Unmatched(Accountant, Cancellation))).LastRefusal);
        RefusedWith("P3", "TransferUnknown", await desk.Assign("assign-3", "B-none", first, 1, Accountant, Cancellation));
        RefusedWith("P3", "TransferAlreadyConfirmed", await desk.Assign("assign-4", unmatched[HolderName], first, 1, Accountant, Cancellation));
        RefusedWith("I5", "ChoiceUnknown", await desk.Assign("assign-5", "no reference", first, 1, Accountant, Cancellation));
    }

    [Fact, Trait("rule", "P1")]
    public async Task What_matches_nobody_goes_back_once_and_is_not_matched_meanwhile()
    {
        await using var system = Create();
        await system.Transfer(77, "无人认领公司");
        var desk = system.Get<FinanceDesk>();
        var reference = Assert.Single(Value(await desk.Unmatched(Accountant, Cancellation))).Reference;

        RefusedWith("P2", "NothingToRefund", await desk.RequestRefund("refund-0", reference, "Excess", Accountant, Cancellation));
        RefusedWith("I5", "ChoiceUnknown", await desk.RequestRefund("refund-0", reference, "Generosity", Accountant, Cancellation));
        Value(await desk.RequestRefund("refund-1", reference, "Unmatched", Accountant, Cancellation));
        await system.Work();
        RefusedWith("P2", "RefundAlreadyRequested", await desk.RequestRefund("refund-2", reference, "Unmatched", Accountant, Cancellation));
        Assert.Empty(Value(await desk.Unmatched(Accountant, Cancellation)));
        RefusedWith("P2", "TransferGoesBack", await desk.Assign("assign", reference, "c-1", 1, Accountant, Cancellation));
        var due = Assert.Single(Value(await desk.Refunds(Accountant, Cancellation)));
        Assert.Equal(("无人认领公司", "77.00", RefundCause.Unmatched), (due.PayerName, due.Amount, due.Cause));

        RefusedWith("P2", "RefundEvidenceMissing", await desk.RecordRefund("record-0", reference, " ", Accountant, Cancellation));
        RefusedWith("I11", "TextTooLong", await desk.RecordRefund("record-0", reference, new string('1', 201), Accountant, Cancellation));
        Value(await desk.RecordRefund("record-1", reference, "OUT-1", Accountant, Cancellation));
        Value(await desk.RecordRefund("record-1", reference, "OUT-1", Accountant, Cancellation));
        await system.Work();

        Assert.Empty(Value(await desk.Refunds(Accountant, Cancellation)));
        RefusedWith("P2", "RefundNotRequested", await desk.RecordRefund("record-2", reference, "OUT-2", Accountant, Cancellation));
        RefusedWith("P2", "NothingToRefund", await desk.RequestRefund("refund-3", reference, "Unmatched", Accountant, Cancellation));
    }

    [Fact, Trait("rule", "P2")]
    public async Task What_was_too_much_goes_back_and_what_was_due_stays()
    {
        await using var system = Create();
        var certificate = await Approved(system, "apply-1");
        await system.Transfer(350);
        var reference = (await system.Get<CommandExecutor>().Events<Certificate>(certificate, Cancellation)).Select(e => e.Body).OfType<TransferCounted>().Single().Reference;

        Value(await system.Get<FinanceDesk>().RequestRefund("refund", reference.Value, "Excess", Accountant, Cancellation));
        await system.Work();
        Assert.Equal("50.00", Assert.Single(Value(await system.Get<FinanceDesk>().Refunds(Accountant, Cancellation))).Amount);
        Value(await system.Get<FinanceDesk>().RecordRefund("record", reference.Value, "OUT-1", Accountant, Cancellation));

        var left = Assert.IsType<ConfirmedTransfer>(await system.Get<CommandExecutor>().State<Transfer>(reference.Value, Cancellation));
        Assert.Equal("300.00", left.Left.Value);
        RefusedWith("P2", "NothingToRefund", await system.Get<FinanceDesk>().RequestRefund("again", reference.Value, "Excess", Accountant, Cancellation));
    }

    [Fact, Trait("rule", "A3")]
    public async Task What_was_paid_for_an_application_that_is_withdrawn_goes_back_of_itself()
    {
        await using var system = Create();
        var certificate = await Approved(system, "apply-1");
        await system.Transfer(100);

        RefusedWith("A3", "WithdrawalNeedsRefund", await system.Hall.Withdraw("w-1", certificate, 1, Phone, withRefund: false, Cancellation));
        Value(await system.Hall.Withdraw("w-2", certificate, 1, Phone, withRefund: true, Cancellation));
        await system.Work();

        var due = Assert.Single(Value(await system.Get<FinanceDesk>().Refunds(Accountant, Cancellation)));
        Assert.Equal(("100.00", RefundCause.ApplicationEnded, HolderName), (due.Amount, due.Cause, due.PayerName));
        await system.Transfer(200);
        Assert.Single(Value(await system.Get<FinanceDesk>().Unmatched(Accountant, Cancellation)));
    }

    [Fact, Trait("rule", "A2")]
    public async Task A_revocation_closes_what_is_open_and_sends_its_money_back()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        system.Clock.Set(NodaTime.Instant.FromUtc(2026, 12, 1, 1, 0));
        Value(await system.Renew(certificate));
        await system.Approve(certificate, 2);
        await system.Transfer(50);

        await system.Revoked(certificate, 3);

        Assert.IsType<RevokedCertificate>(await system.State(certificate));
        Assert.Equal("50.00", Assert.Single(Value(await system.Get<FinanceDesk>().Refunds(Accountant, Cancellation))).Amount);
        Assert.Contains((await system.Demo.Outbox(Cancellation)), m => m.Text.Contains("因证书吊销而关闭", StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "D4")]
    public async Task An_invoice_is_due_two_working_days_after_the_issue_recorded_once_reversed_and_corrected()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var desk = system.Get<FinanceDesk>();
        var due = Assert.Single(Value(await desk.Invoices(Accountant, Cancellation)));
        Assert.Equal((certificate, 1, "300.00", new NodaTime.LocalDate(2026, 1, 7)), (due.Certificate, due.Application, due.Amount, due.DueBy));

        RefusedWith("D4", "NoInvoiceDue", await desk.RecordInvoice("record-0", certificate, 2, "25510001", Accountant, Cancellation));
        RefusedWith("D4", "InvoiceNumberMissing", await desk.RecordInvoice("record-0", certificate, 1, " ", Accountant, Cancellation));
        RefusedWith("D4", "NoInvoiceIssued", await desk.ReverseInvoice("reverse-0", certificate, 1, "25510002", "有误", Accountant, Cancellation));
        Value(await desk.RecordInvoice("record-1", certificate, 1, "25510001", Accountant, Cancellation));
        RefusedWith("D4", "InvoiceAlreadyIssued", await desk.RecordInvoice("record-2", certificate, 1, "25510009", Accountant, Cancellation));
        await system.Work();
        Assert.Empty(Value(await desk.Invoices(Accountant, Cancellation)));
        Assert.Contains((await system.Demo.Outbox(Cancellation)), m => m.Text.Contains("电子发票（25510001）已开具", StringComparison.Ordinal));

        RefusedWith("A3", "ReasonMissing", await desk.ReverseInvoice("reverse-1", certificate, 1, "25510002", null, Accountant, Cancellation));
        Value(await desk.ReverseInvoice("reverse-2", certificate, 1, "25510002", "购方信息有误", Accountant, Cancellation));
        Value(await desk.RecordInvoice("record-3", certificate, 1, "25510003", Accountant, Cancellation));
        await system.Work();

        Assert.Contains((await system.Demo.Outbox(Cancellation)), m => m.Text.Contains("已冲红", StringComparison.Ordinal));
        Assert.Equal("25510003", Value(await system.Hall.ProgressOf(certificate, 1, Phone, Cancellation)).Invoice);
    }

    private static async Task<string> Approved(TestSystem system, string commandId)
    {
        var certificate = await system.Applied(commandId);
        await system.Approve(certificate, 1);
        return certificate;
    }
}
