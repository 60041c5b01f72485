using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Intake;

/// <summary>
/// Sends scanned money back the way it came. Asked for again under the same number, it is the same refund: that is how one is followed that WeChat has taken
/// and not finished.
/// </summary>
public sealed class ScanRefunds(ICommands commands, CommandExecutor executor, IClock clock, IWeChatPayments? weChat = null)
{
    /// <summary>Brings the refund that was requested forward, true where that settled it; one that did not come by scanning is left to finance.</summary>
    /// <param name="requestedAt">The address of the event that asked for it.</param>
    public async Task<bool> Pursue(BankReference reference, string requestedAt, CommandContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (weChat is null || await executor.State<Transfer>(reference.Value, cancellation).ConfigureAwait(false) is not ReceivedTransfer
            {
                Means: PaymentMeans.WeChat, Refund: { } asked,
            } transfer
            || !await IsTheLatest(reference, requestedAt, cancellation).ConfigureAwait(false))
        {
            return false;
        }

        var order = reference.Value[ScanIntake.ReferenceOf("").Length..];
        // One that failed is over under its number: asked for anew, it is another refund of the same order.
        var refund = new WeChatRefundRequest(order, $"{order}_r{requestedAt[(requestedAt.LastIndexOf(':') + 1)..]}", asked.Amount.Fen, transfer.Amount.Fen);
        var answer = await weChat.Refund(refund, cancellation).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        switch (answer.Value?.Status)
        {
            case WeChatRefundStatus.Processing:
                return false;
            case WeChatRefundStatus.Succeeded:
                await commands.Execute(new RecordRefund(new CommandId($"scan-refund:{requestedAt}"), reference, refund.RefundNumber, now), context, cancellation)
                    .ConfigureAwait(false);
                return true;
            default:
                var why = string.IsNullOrWhiteSpace(answer.ErrorCode) ? answer.Value?.Status.ToString() ?? "unknown" : answer.ErrorCode;
                await commands.Execute(new FailRefund(new CommandId($"scan-refund:{requestedAt}"), reference, why, now), context, cancellation).ConfigureAwait(false);
                return true;
        }
    }

    // Told again of a request that has failed, while another stands: under its number WeChat might pay now what the other asks for as well.
    private async Task<bool> IsTheLatest(BankReference reference, string requestedAt, CancellationToken cancellation) =>
        (await executor.Events<Transfer>(reference.Value, cancellation).ConfigureAwait(false)).Last(e => e.Body is RefundRequested).Address == requestedAt;
}
