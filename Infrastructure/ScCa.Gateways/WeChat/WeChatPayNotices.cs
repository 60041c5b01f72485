using System.Collections.Concurrent;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Gateways.WeChat;

/// <summary>
/// Reads notices. The order of the checks matters: nothing is parsed, decrypted or remembered that WeChat has not signed. What was delivered is remembered
/// for as long as its signature is fresh, in memory: after a restart the notice's id still makes it count once.
/// </summary>
internal sealed class WeChatPayNotices(WeChatPayOptions options, WeChatPayKeys keys, WeChatPayVerifier verifier, IClock clock)
{
    private const int BodyOctetsMax = 64 * 1024;

    private readonly ConcurrentDictionary<string, Instant> delivered = new(StringComparer.Ordinal);

    public WeChatNoticeOutcome Read(WeChatNoticeHeaders headers, ReadOnlySpan<byte> body)
    {
        if (body.Length > BodyOctetsMax)
            return Fault(WeChatNoticeFault.Unreadable);
        if (verifier.Fault(headers, body) is { } fault)
            return Fault(fault);
        if (!IsFirst(headers))
            return Fault(WeChatNoticeFault.Replayed);
        if (WeChatPayJson.Read<WeChatPayJson.Notice>(body) is not
            { Id: { Length: > 0 } id, EventType: { } type, Resource: { Algorithm: WeChatPayCipher.Algorithm, Ciphertext: { } ciphertext, Nonce: { } nonce } resource })
            return Fault(WeChatNoticeFault.Unreadable);
        return WeChatPayCipher.Open(keys.ApiKey, nonce, resource.AssociatedData ?? "", ciphertext) is { } plain
            ? Meaning(id, type, plain)
            : Fault(WeChatNoticeFault.CiphertextWrong);
    }

    private WeChatNoticeOutcome Meaning(string id, string type, ReadOnlySpan<byte> plain)
    {
        if (type == "TRANSACTION.SUCCESS")
        {
            var body = WeChatPayJson.Read<WeChatPayJson.Transaction>(plain);
            if (body is not null && (body.Mchid != options.MerchantId || body.Appid != options.AppId))
                return Fault(WeChatNoticeFault.NotForUs);
            return WeChatPayMeaning.Payment(body, options) is { } payment ? Notice(new WeChatNotice(id, payment, Refund: null)) : Fault(WeChatNoticeFault.Unreadable);
        }

        if (type is "REFUND.SUCCESS" or "REFUND.ABNORMAL" or "REFUND.CLOSED")
        {
            var body = WeChatPayJson.Read<WeChatPayJson.Refund>(plain);
            if (body is not null && body.Mchid != options.MerchantId)
                return Fault(WeChatNoticeFault.NotForUs);
            // The type is outside the seal; the status inside must say the same.
            return body is { RefundStatus: { } status } && type == $"REFUND.{status}" && WeChatPayMeaning.Refund(body) is { } refund
                ? Notice(new WeChatNotice(id, Payment: null, refund))
                : Fault(WeChatNoticeFault.Unreadable);
        }

        return Fault(WeChatNoticeFault.Unreadable);
    }

    private bool IsFirst(WeChatNoticeHeaders headers)
    {
        var now = clock.GetCurrentInstant();
        // Signed as late as a window ahead of now, it stays fresh for two.
        foreach (var (old, at) in delivered)
        {
            if (at + WeChatPayVerifier.Window * 2 < now)
                delivered.TryRemove(old, out _);
        }

        return delivered.TryAdd($"{headers.Timestamp}\n{headers.Nonce}", now);
    }

    private static WeChatNoticeOutcome Fault(WeChatNoticeFault fault) => new(Notice: null, fault);

    private static WeChatNoticeOutcome Notice(WeChatNotice notice) => new(notice, Fault: null);
}
