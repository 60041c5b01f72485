using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Inputs;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;

namespace ScCa.Application.Hall;

/// <summary>A phone whose owner has shown the code that was sent to it.</summary>
public sealed record LoggedInPhone(string Digits, string Masked);

/// <summary>A code is on its way.</summary>
public sealed record CodeSent(int ValidSeconds);

/// <summary>
/// Login by phone and SMS code (A1). A code is six digits, lives for five minutes and three wrong answers, and is kept as a hash in memory only: a restart
/// asks for a new one, and no code is ever in an event or a log.
/// </summary>
public sealed class PhoneLogin(ISmsGateway gateway, IRandomSource random, TextCatalog texts, IClock clock)
{
    private const int WrongAnswersMax = 3;
    private static readonly Duration Lifetime = Duration.FromMinutes(5);
    private static readonly Duration Pause = Duration.FromSeconds(60);

    private readonly ConcurrentDictionary<string, PendingCode> pending = new(StringComparer.Ordinal);

    public async Task<Outcome<CodeSent>> SendCode(string? phone, CancellationToken cancellation)
    {
        if (!Phone.TryParse(phone, out var parsed))
            return RefusalText.From(RefuseInput.PhoneMalformed(), texts);
        var now = clock.GetCurrentInstant();
        Forget(now);
        var code = NewCode();
        var mine = new PendingCode(HashOf(parsed, code), now);
        var kept = pending.AddOrUpdate(parsed.Digits, mine, (_, earlier) => earlier.SentAt + Pause > now ? earlier : mine);
        if (!ReferenceEquals(kept, mine))
            return RefusalText.From(RefuseInput.SmsCodeTooSoon((int)Math.Ceiling((kept.SentAt + Pause - now).TotalSeconds)), texts);

        if (await IsSent(parsed, code, cancellation).ConfigureAwait(false))
            return new CodeSent((int)Lifetime.TotalSeconds);
        pending.TryRemove(new KeyValuePair<string, PendingCode>(parsed.Digits, mine));
        return RefusalText.From(RefuseInput.SmsNotSent(), texts);
    }

    public Outcome<LoggedInPhone> Verify(string? phone, string? code)
    {
        if (!Phone.TryParse(phone, out var parsed))
            return RefusalText.From(RefuseInput.PhoneMalformed(), texts);
        if (!pending.TryGetValue(parsed.Digits, out var sent) || sent.SentAt + Lifetime <= clock.GetCurrentInstant())
            return RefusalText.From(RefuseInput.SmsCodeExpired(), texts);

        // Counted before it is compared: parallel guesses share the three attempts.
        var attempt = sent.CountAttempt();
        if (attempt > WrongAnswersMax)
            return RefusalText.From(RefuseInput.SmsCodeExpired(), texts);
        if (!CryptographicOperations.FixedTimeEquals(HashOf(parsed, code?.Trim() ?? ""), sent.Hash))
            return RefusalText.From(RefuseInput.SmsCodeWrong(WrongAnswersMax - attempt), texts);
        // Used once: whoever removes it has logged in.
        return pending.TryRemove(new KeyValuePair<string, PendingCode>(parsed.Digits, sent))
            ? new LoggedInPhone(parsed.Digits, parsed.ToString())
            : RefusalText.From(RefuseInput.SmsCodeExpired(), texts);
    }

    private async Task<bool> IsSent(Phone phone, string code, CancellationToken cancellation)
    {
        var text = texts.Fill(Language.ZhCn, "sms.login-code", new Dictionary<string, string> { ["code"] = code });
        try
        {
            return (await gateway.Send(new Sms($"login-{NewKey()}", phone.Digits, text), cancellation).ConfigureAwait(false)).IsTaken;
        }
        catch (Exception reason) when (reason is HttpRequestException or IOException or TimeoutException)
        {
            return false;
        }
    }

    // Rejection sampling: a plain remainder would make small codes likelier.
    private string NewCode()
    {
        const uint codes = 1_000_000;
        const uint limit = uint.MaxValue - uint.MaxValue % codes;
        Span<byte> bytes = stackalloc byte[4];
        uint number;
        do
        {
            random.Fill(bytes);
            number = BitConverter.ToUInt32(bytes);
        }
        while (number >= limit);
        return (number % codes).ToString("D6", CultureInfo.InvariantCulture);
    }

    private string NewKey()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private void Forget(Instant now)
    {
        foreach (var (phone, code) in pending)
        {
            if (code.SentAt + Lifetime <= now)
                pending.TryRemove(new KeyValuePair<string, PendingCode>(phone, code));
        }
    }

    private static byte[] HashOf(Phone phone, string code) => SHA256.HashData(Encoding.UTF8.GetBytes($"{phone.Digits}|{code}"));

    private sealed class PendingCode(byte[] hash, Instant sentAt)
    {
        private int attempts;

        public byte[] Hash { get; } = hash;

        public Instant SentAt { get; } = sentAt;

        public int CountAttempt() => Interlocked.Increment(ref attempts);
    }
}
