using NodaTime;
using ScCa.Gateways;
using ScCa.Gateways.Sms;

namespace ScCa.Composition.Gateways;

/// <summary>Turns what was configured into what the gateway is made with.</summary>
internal static class SmsOperatorOptions
{
    public static HttpSmsOptions ToOptions(this SmsOperator sms)
    {
        var options = new HttpSmsOptions(sms.Url, sms.KeyId) { Headers = sms.Headers.Aggregate(new SmsHeaderNames(), Rename), Codes = sms.Codes };
        if (sms.TimeoutSeconds is { } seconds)
            options = options with { Timeout = Duration.FromSeconds(seconds) };
        if (sms.Attempts is { } attempts)
            options = options with { AttemptsMax = attempts };
        return options;
    }

    private static SmsHeaderNames Rename(SmsHeaderNames names, KeyValuePair<string, string> header) => header.Key switch
    {
        nameof(SmsHeaderNames.KeyId) => names with { KeyId = header.Value },
        nameof(SmsHeaderNames.Timestamp) => names with { Timestamp = header.Value },
        nameof(SmsHeaderNames.Nonce) => names with { Nonce = header.Value },
        nameof(SmsHeaderNames.Signature) => names with { Signature = header.Value },
        nameof(SmsHeaderNames.IdempotencyKey) => names with { IdempotencyKey = header.Value },
        nameof(SmsHeaderNames.AnswerSignature) => names with { AnswerSignature = header.Value },
        _ => throw new GatewayRefusedException(
            $"Sms:Headers:{header.Key} 不是已知的请求头用途。", $"Sms:Headers:{header.Key} is no known purpose of a header."),
    };
}
