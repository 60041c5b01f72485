using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Gateways.Partners;

/// <summary>
/// Reads callbacks. The order of the checks matters: nothing is parsed or remembered that the partner has not signed. What was delivered is remembered for as
/// long as its signature is fresh, in memory: after a restart our own number still makes it count once.
/// </summary>
internal sealed class PartnerCallbacks(string service, PartnerOptions options, PartnerKey key, IClock clock, int bodyOctetsMax = PartnerCallbacks.BodyOctetsMax)
{
    public static readonly Duration Window = Duration.FromMinutes(5);

    private const int BodyOctetsMax = 64 * 1024;

    private const int NonceLengthMax = 64;

    private readonly ConcurrentDictionary<string, Instant> delivered = new(StringComparer.Ordinal);

    public delegate T? Meaning<T>(ReadOnlySpan<byte> body) where T : class;

    public CallbackOutcome<T> Read<T>(CallbackHeaders headers, ReadOnlySpan<byte> body, Meaning<T> read) where T : class
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (body.Length > bodyOctetsMax)
            return Fault<T>(CallbackFault.Unreadable);
        if (headers is not { KeyId: { Length: > 0 } keyId, Timestamp: { Length: > 0 } timestamp, Nonce: { Length: > 0 and <= NonceLengthMax } nonce, Signature: { Length: > 0 } signature })
            return Fault<T>(CallbackFault.HeaderMissing);
        if (!IsFresh(timestamp))
            return Fault<T>(CallbackFault.ClockOff);
        if (keyId != options.KeyId)
            return Fault<T>(CallbackFault.KeyUnknown);
        // Without this a line feed could be moved from one part into the next, and the same signature would fit.
        if (!nonce.All(char.IsAsciiLetterOrDigit) || !PartnerSignature.AreEqual(PartnerSignature.OfCallback(key, service, timestamp, nonce, body), signature))
            return Fault<T>(CallbackFault.SignatureWrong);
        if (!IsFirst(timestamp, nonce))
            return Fault<T>(CallbackFault.Replayed);
        return read(body) is { } value ? new CallbackOutcome<T>(value, Fault: null) : Fault<T>(CallbackFault.Unreadable);
    }

    private bool IsFresh(string timestamp)
    {
        // No signs or blanks: one instant has one spelling. Years that no instant can hold are far off, too.
        if (timestamp.Length > 11 || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        var off = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(seconds);
        return off <= Window && off >= -Window;
    }

    private bool IsFirst(string timestamp, string nonce)
    {
        var now = clock.GetCurrentInstant();
        // Signed as late as a window ahead of now, it stays fresh for two.
        foreach (var (old, at) in delivered)
        {
            if (at + Window * 2 < now)
                delivered.TryRemove(old, out _);
        }

        return delivered.TryAdd($"{timestamp}\n{nonce}", now);
    }

    private static CallbackOutcome<T> Fault<T>(CallbackFault fault) where T : class => new(Value: null, fault);
}
