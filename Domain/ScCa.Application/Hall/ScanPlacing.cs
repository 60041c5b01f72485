using NodaTime;
using ScCa.Application.Intake;
using ScCa.Application.Ports;

namespace ScCa.Application.Hall;

/// <summary>
/// Places an application's order. WeChat remembers the orders, nothing here does: they are asked for by number, one after the other, up to the one that can still
/// be paid. The next one is placed only when the one before it can never be paid any more, or two codes could both be.
/// </summary>
internal sealed class ScanPlacing(ScanIntake intake, IWeChatPayments weChat)
{
    private const string Paid = "ORDERPAID";
    private const string NoAnswer = "no-answer";

    public async Task<WeChatResult<string>> Place(
        string certificate, int application, string description, long fen, Instant expires, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 1; attempt <= ScanOrders.AttemptsMax; attempt++)
            {
                var order = new WeChatOrder(ScanOrders.Number(certificate, application, attempt), description, fen, expires);
                if (await Settled(certificate, application, order, cancellation).ConfigureAwait(false) is { } settled)
                    return settled;
            }

            return new WeChatResult<string>(null, "too-many-orders");
        }
        catch (Exception reason) when (reason is HttpRequestException or TimeoutException)
        {
            return new WeChatResult<string>(null, NoAnswer);
        }
    }

    // Null where the order is over and the next one's turn has come.
    private async Task<WeChatResult<string>?> Settled(string certificate, int application, WeChatOrder order, CancellationToken cancellation)
    {
        switch ((await weChat.Find(order.Number, cancellation).ConfigureAwait(false)).Value?.Status)
        {
            case null:
                return await weChat.Place(order, cancellation).ConfigureAwait(false);
            case WeChatPaymentStatus.Paid:
                await intake.Look(certificate, application, cancellation).ConfigureAwait(false);
                return new WeChatResult<string>(null, Paid);
            case WeChatPaymentStatus.NotPaid:
                var placed = await weChat.Place(order, cancellation).ConfigureAwait(false);
                // Refused where it is about another amount, or where its code has run out.
                return placed.IsDone || !(await weChat.Close(order.Number, cancellation).ConfigureAwait(false)).IsDone ? placed : null;
            default:
                return null;
        }
    }
}
