using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Intake;

/// <summary>
/// Takes in what was paid by scanning (P4), whether WeChat tells of it or it is asked for. The money is named after its order, and an order is paid once: told
/// twice, late or out of order, it counts once.
/// </summary>
public sealed class ScanIntake(ICommands commands, Payers payers, IClock clock, IWeChatPayments? weChat = null)
{
    private const string Name = "scan-intake";

    // Who paid is not told and not kept; what pays this way is named after the way.
    private const string PayerName = "微信支付";

    /// <summary>The reference under which an order's payment is received.</summary>
    public static string ReferenceOf(string orderNumber) => $"wechat:{orderNumber}";

    /// <summary>Reads a notice and takes in what it tells; answers with why it counts for nothing, or null.</summary>
    public async Task<WeChatNoticeFault?> Notice(WeChatNoticeHeaders headers, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (weChat is null)
            return WeChatNoticeFault.NotForUs;
        var read = weChat.ReadNotice(headers, body.Span);
        if (read.Fault is { } fault)
            return fault;
        if (read.Notice?.Payment is { } payment)
            await Take(payment, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>Asks for the payment of one application's orders; true where one is paid.</summary>
    public async Task<bool> Look(string certificate, int application, CancellationToken cancellation)
    {
        // There is no order after one that was never placed.
        for (var attempt = 1; weChat is not null && attempt <= ScanOrders.AttemptsMax; attempt++)
        {
            if ((await weChat.Find(ScanOrders.Number(certificate, application, attempt), cancellation).ConfigureAwait(false)).Value is not { } payment)
                return false;
            if (await Take(payment, cancellation).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    private async Task<bool> Take(WeChatPayment payment, CancellationToken cancellation)
    {
        if (payment is not { Status: WeChatPaymentStatus.Paid, AmountFen: { } fen } || ScanOrders.Read(payment.OrderNumber) is not var (certificate, application))
            return false;
        var reference = new BankReference(ReferenceOf(payment.OrderNumber));
        var context = CommandContext.System(Name);
        var payer = await payers.Of(reference, PayerName, cancellation).ConfigureAwait(false);
        var received = new ReceiveTransfer(
            new CommandId($"{reference}:receive"), reference, PaymentMeans.WeChat, payer, Money.FromFen(fen), payment.PaidAt ?? clock.GetCurrentInstant());
        await commands.Execute(received, context, cancellation).ConfigureAwait(false);
        // Received before and not claimed, a crash came between the two: claiming again is what mends it.
        var claim = new ClaimTransfer(new CommandId($"{reference}:claim"), reference, new CertificateId(certificate), application, clock.GetCurrentInstant());
        await commands.Execute(claim, context, cancellation).ConfigureAwait(false);
        return true;
    }
}
