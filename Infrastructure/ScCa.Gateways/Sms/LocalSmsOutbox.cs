using NodaTime;
using NodaTime.Text;
using ScCa.Application.Ports;
using ScCa.Gateways.Lines;

namespace ScCa.Gateways.Sms;

/// <summary>
/// Stands in for the SMS gateway: "sent" messages lie in <c>sms-outbox.jsonl</c>, which a development page shows. The same de-duplication key is the same
/// message across threads, processes and restarts: the file is the memory.
/// </summary>
public sealed class LocalSmsOutbox(string folder, IClock clock) : ISmsGateway, IStandIn
{
    public const string FileName = "sms-outbox.jsonl";

    private readonly LinesFile file = new(folder, FileName);

    private readonly KnownLines<LocalSms> known = new(sms => sms.DeduplicationKey);

    public (string ZhCn, string En) StandsInFor => ("短信网关", "SMS gateway");

    public Task<SmsResult> Send(Application.Ports.Sms message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        return file.WithLock(lines => new SmsResult(Take(lines, message), ErrorCode: null), cancellation);
    }

    /// <summary>Everything that was sent, newest first.</summary>
    public Task<IReadOnlyList<LocalSms>> Read(CancellationToken cancellation) =>
        file.WithLock<IReadOnlyList<LocalSms>>(lines => [.. known.CatchUp(lines).Reverse()], cancellation);

    private string Take(OpenLines lines, Application.Ports.Sms message)
    {
        if (known.Find(lines, message.DeduplicationKey) is { } earlier)
            return earlier.Reference;
        var reference = $"LOCAL-SMS-{known.Count + 1}";
        lines.Append(new LocalSms(
            reference, message.DeduplicationKey, message.Phone, message.Text, InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant())));
        return reference;
    }
}
