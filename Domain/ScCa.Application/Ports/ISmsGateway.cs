namespace ScCa.Application.Ports;

/// <param name="DeduplicationKey">The same key is the same message, however often it is handed over.</param>
public sealed record Sms(string DeduplicationKey, string Phone, string Text)
{
    /// <summary>Phone and text stay out of logs.</summary>
    public override string ToString() => $"Sms {DeduplicationKey}";
}

/// <summary>What the gateway said: its own reference, or the code of its refusal (never free text: that could name the phone).</summary>
public sealed record SmsResult(string? Reference, string? ErrorCode)
{
    public bool IsTaken => ErrorCode is null;
}

/// <summary>
/// Sends SMS. <b>Idempotence</b>: at least once; a repeated de-duplication key should not reach the phone twice. <b>Failure</b>: a refusal is a result;
/// an exception means that the outcome is unknown, and the caller tries again under the same key.
/// </summary>
public interface ISmsGateway
{
    Task<SmsResult> Send(Sms message, CancellationToken cancellation);
}
