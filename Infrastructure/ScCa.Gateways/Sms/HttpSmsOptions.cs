using System.Buffers;
using System.Collections.Immutable;
using NodaTime;
using ScCa.Gateways.Http;

namespace ScCa.Gateways.Sms;

/// <summary>How an operator is reached, as data: another operator is another configuration.</summary>
public sealed record HttpSmsOptions(Uri Url, string KeyId)
{
    private const int AttemptsAllowed = 10;

    // RFC 9110 5.6.2: what a header may be called.
    private static readonly SearchValues<char> Token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // What HTTP itself writes or acts on is not for an operator to rename.
    private static readonly ImmutableHashSet<string> Reserved = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "Host", "Connection", "Content-Length", "Content-Type", "Transfer-Encoding", "Expect", "Upgrade", "TE", "Trailer");

    public SmsHeaderNames Headers { get; init; } = new();

    /// <summary>The operator's codes, each with the one of <see cref="SmsErrorCode"/> that says the same.</summary>
    public ImmutableDictionary<string, string> Codes { get; init; } = [];

    /// <summary>For one attempt, from connecting to the last octet of the answer.</summary>
    public Duration Timeout { get; init; } = Duration.FromSeconds(5);

    public int AttemptsMax { get; init; } = 3;

    /// <summary>Before the second attempt; doubled before every further one.</summary>
    public Duration Pause { get; init; } = Duration.FromMilliseconds(250);

    /// <summary>No pause is longer, whatever the operator asks for: somebody may be waiting for a code.</summary>
    public Duration PauseMax { get; init; } = Duration.FromSeconds(2);

    internal void Check()
    {
        RemoteAddress.Check(Url, "Sms:Url");
        if (!IsHeaderText(KeyId))
            throw Wrong("Sms:KeyId");
        if (!Headers.OfRequests.All(IsHeaderName) || Headers.OfRequests.Distinct(StringComparer.OrdinalIgnoreCase).Count() != Headers.OfRequests.Count()
            || (Headers.AnswerSignature.Length > 0 && !IsHeaderName(Headers.AnswerSignature)))
            throw Wrong("Sms:Headers");
        if (!Codes.Values.All(SmsErrorCode.All.Contains))
            throw Wrong("Sms:Codes");
        if (Timeout <= Duration.Zero || Pause < Duration.Zero || PauseMax < Pause || AttemptsMax is < 1 or > AttemptsAllowed)
            throw Wrong("Sms:TimeoutSeconds, Sms:Attempts");
    }

    internal static bool IsHeaderText(string text) => text.Length is > 0 and <= 128 && text.All(c => c is > ' ' and < '\x7f');

    private static bool IsHeaderName(string name) => name.Length is > 0 and <= 64 && !name.AsSpan().ContainsAnyExcept(Token) && !Reserved.Contains(name);

    private static GatewayRefusedException Wrong(string setting) => new(
        $"短信网关的配置不可用：{setting}。", $"The SMS gateway cannot be used as it is configured: {setting}.");
}
