namespace ScCa.Application.Ports;

/// <summary>The headers that vouch for a callback, as they came.</summary>
public sealed record CallbackHeaders(string? KeyId, string? Timestamp, string? Nonce, string? Signature);

/// <summary>Why a callback counts for nothing.</summary>
public enum CallbackFault
{
    HeaderMissing,

    /// <summary>Signed more than five minutes ago, or ahead of now.</summary>
    ClockOff,
    KeyUnknown,
    SignatureWrong,

    /// <summary>The very same delivery came before.</summary>
    Replayed,
    Unreadable,
}

/// <summary>What a callback tells, or why it tells nothing.</summary>
public sealed record CallbackOutcome<T>(T? Value, CallbackFault? Fault) where T : class;
