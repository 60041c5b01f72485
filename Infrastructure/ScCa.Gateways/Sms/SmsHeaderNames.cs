namespace ScCa.Gateways.Sms;

/// <summary>What the operator calls its headers.</summary>
public sealed record SmsHeaderNames
{
    public string KeyId { get; init; } = "X-Key-Id";

    /// <summary>Seconds since 1970, in UTC.</summary>
    public string Timestamp { get; init; } = "X-Timestamp";

    public string Nonce { get; init; } = "X-Nonce";

    public string Signature { get; init; } = "X-Signature";

    public string IdempotencyKey { get; init; } = "Idempotency-Key";

    /// <summary>The header that carries the signature of an answer; empty where the operator signs none and TLS alone vouches for it.</summary>
    public string AnswerSignature { get; init; } = "X-Answer-Signature";

    internal IEnumerable<string> OfRequests => [KeyId, Timestamp, Nonce, Signature, IdempotencyKey];
}
