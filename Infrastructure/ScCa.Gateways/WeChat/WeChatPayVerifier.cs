using System.Globalization;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Gateways.WeChat;

/// <summary>Tells what WeChat has signed from everything else.</summary>
internal sealed class WeChatPayVerifier(WeChatPayKeys keys, IClock clock)
{
    // Interface rules, "Verify a signature": what is more than five minutes off is to be refused.
    public static readonly Duration Window = Duration.FromMinutes(5);

    private const int SignatureOctetsMax = 1024;

    /// <summary>Null where the signature is WeChat's own and fresh.</summary>
    public WeChatNoticeFault? Fault(WeChatNoticeHeaders headers, ReadOnlySpan<byte> body)
    {
        if (headers is not { Serial: { Length: > 0 } serial, Signature: { Length: > 0 } signature, Timestamp: { Length: > 0 } timestamp, Nonce: { Length: > 0 } nonce })
            return WeChatNoticeFault.HeaderMissing;
        if (!IsFresh(timestamp))
            return WeChatNoticeFault.ClockOff;
        if (!keys.Knows(serial))
            return WeChatNoticeFault.SerialUnknown;
        Span<byte> octets = stackalloc byte[SignatureOctetsMax];
        return Convert.TryFromBase64String(signature, octets, out var length)
            && keys.Verifies(serial, WeChatPaySignature.OfAnswer(timestamp, nonce, body), octets[..length])
            ? null
            : WeChatNoticeFault.SignatureWrong;
    }

    private bool IsFresh(string timestamp)
    {
        // No signs or blanks: one instant has one spelling. Years that no instant can hold are far off, too.
        if (timestamp.Length > 11 || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        var off = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(seconds);
        return off <= Window && off >= -Window;
    }
}
