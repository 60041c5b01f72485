using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Application.Tests.Crashes.RunningApplication;

namespace ScCa.Application.Tests.Crashes;

/// <summary>Money that comes and goes, and the invoices over it.</summary>
internal static class MoneyActs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task Transfer(this Process process, string payer, long fen)
    {
        process.World.Bank.Book(payer, fen);
        return process.Settle();
    }

    /// <summary>Scans the code of what is missing and pays; WeChat tells of it until it is taken, or the applicant looks himself.</summary>
    public static async Task Scan(this Process process, string certificate, int application, string phone, long? meanwhileFen, string payer)
    {
        if (!await process.Ask("code", () => process.Get<ScanToPay>().Code(certificate, application, phone, Cancellation)))
            return;
        if (meanwhileFen is { } fen)
            await process.Transfer(payer, fen);
        var (headers, body) = process.World.Till.Pay(ScanOrders.Number(certificate, application));
        await process.Insist(async () => await process.Get<ScanIntake>().Notice(headers, body, Cancellation) is { } fault
            ? throw new InvalidOperationException($"{fault}")
            : "told");
        await process.Settle();
    }

    public static Task<bool> AtWindow(this Process process, string certificate, int application, string payer, Money amount) => process.Ask("take", () =>
        process.Get<WindowDesk>().TakePayment($"R-{certificate}-{application}", certificate, application, payer, amount.Value, First, Cancellation));

    /// <summary>Finance sends back what may go back, and says that it has gone; what was scanned goes by itself.</summary>
    public static async Task Refund(this Process process, string id, string reference)
    {
        if (await process.State<Transfer>(reference) is not ReceivedTransfer transfer)
            return;
        var cause = transfer switch
        {
            UnmatchedTransfer => RefundCause.Unmatched,
            ConfirmedTransfer t when t.Excess.Beyond(t.Refunded) > Money.Zero => RefundCause.Excess,
            _ => RefundCause.ApplicationEnded,
        };
        if (transfer.Refund is null)
            await process.Ask("request refund", () => process.Get<FinanceDesk>().RequestRefund(id, reference, cause.ToString(), First, Cancellation));
        if (await process.State<Transfer>(reference) is ReceivedTransfer { Refund: not null, Means: not PaymentMeans.WeChat })
            await process.Ask("record refund", () => process.Get<FinanceDesk>().RecordRefund($"{id}-out", reference, $"OUT-{id}", First, Cancellation));
    }

    public static Task Assign(this Process process, string id, string reference, string certificate, int application) => process.Ask("assign", () =>
        process.Get<FinanceDesk>().Assign(id, reference, certificate, application, First, Cancellation));

    public static Task TakeBack(this Process process, string id, string certificate, int application) => process.Ask("take back", () =>
        process.Get<FinanceDesk>().RequestReversal(id, certificate, application, "开错", First, Cancellation));

    /// <summary>The e-invoice platform decides, and tells of it, or leaves it to be found by the sweep.</summary>
    public static async Task DecideInvoice(this Process process, string number, string? failure, bool isTold)
    {
        process.World.Invoices.Decide(number, failure);
        if (!isTold)
            return;
        await process.Insist(async () => await process.Get<InvoiceIntake>().Callback(
            new CallbackHeaders("", "", "", ""), System.Text.Encoding.UTF8.GetBytes(number), Cancellation) is { } fault
            ? throw new InvalidOperationException($"{fault}")
            : "told");
        await process.Settle();
    }

    public static Task Withdraw(this Process process, string certificate, int application, string phone) => process.Ask("withdraw", () =>
        process.Get<SelfServiceHall>().Withdraw($"withdraw-{certificate}-{application}", certificate, application, phone, withRefund: true, Cancellation));
}
