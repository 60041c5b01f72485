using NodaTime;

namespace ScCa.Application.Ports;

/// <param name="Number">Ours, 6 to 32 letters, digits, - or _; the same number is the same check.</param>
/// <param name="Name">In clear: whoever asks has opened it for this one call.</param>
/// <param name="ReturnTo">Where the person is sent afterwards; what comes with him there proves nothing.</param>
public sealed record RealPersonCheck(string Number, string Name, string IdNumber, Uri ReturnTo)
{
    /// <summary>Name and id number stay out of logs.</summary>
    public override string ToString() => $"RealPersonCheck {Number}";
}

public enum RealPersonStatus
{
    Pending,
    Passed,
    Failed,
}

/// <param name="FailureCode">One of <see cref="RealPersonFailure"/>; null unless failed.</param>
/// <param name="Evidence">The examiner's own name for what proves it; null while pending.</param>
public sealed record RealPersonOutcome(string Number, RealPersonStatus Status, string? FailureCode, string? Evidence, Instant? DecidedAt);

/// <summary>Every code a failed check is told with.</summary>
public static class RealPersonFailure
{
    /// <summary>The registers know no such name with such an id number.</summary>
    public const string IdentityUnknown = "identity-unknown";

    /// <summary>Somebody else was before the camera.</summary>
    public const string FaceDiffers = "face-differs";

    /// <summary>Nobody living was before the camera.</summary>
    public const string NotAlive = "not-alive";

    /// <summary>Begun and not finished in time.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>For a reason that no other code names.</summary>
    public const string Other = "other";
}

/// <summary>
/// Real-person authentication (法人实人认证, P5): somebody outside compares a face with the registers. He is told name and id number; neither is kept here.
/// <b>Durability</b>: he remembers checks under our numbers; whoever was not told of an outcome asks for it by number. <b>Idempotence</b>: begun again under
/// its number it is the same check; a callback may come more than once, late, and in any order. <b>Concurrency</b>: safe from any thread. <b>Failure</b>: a
/// refusal is a result; an <see cref="HttpRequestException"/> or <see cref="TimeoutException"/> means that the outcome is unknown.
/// </summary>
public interface IRealPersonChecks
{
    /// <summary>Begins a check; answers with the page that the person goes to.</summary>
    Task<GatewayResult<Uri>> Begin(RealPersonCheck check, CancellationToken cancellation);

    Task<GatewayResult<RealPersonOutcome>> Find(string number, CancellationToken cancellation);

    /// <summary>Reads what was posted to the callback address; the body octet by octet as it came.</summary>
    CallbackOutcome<RealPersonOutcome> ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body);
}
