namespace ScCa.Gateways.Sms;

/// <summary>A message of the outbox, in clear.</summary>
/// <param name="Reference">The gateway's own name for the message.</param>
/// <param name="SentAt">ISO 8601, in UTC.</param>
public sealed record LocalSms(string Reference, string DeduplicationKey, string Phone, string Text, string SentAt)
{
    /// <summary>Phone and text stay out of logs.</summary>
    public override string ToString() => $"LocalSms {Reference}";
}
