using NodaTime;
using NodaTime.Text;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.People;
using ScCa.Gateways.Lines;

namespace ScCa.Gateways.Sms;

/// <summary>
/// Stands in for the SMS gateway: "sent" messages lie in <c>sms-outbox.jsonl</c>, which a development page shows. The same de-duplication key is the same
/// message across threads, processes and restarts: the file is the memory. Phone and text are sealed under the phone's own key (A7).
/// </summary>
public sealed class LocalSmsOutbox(string folder, PersonalData personal, IClock clock) : ISmsGateway, IStandIn
{
    public const string FileName = "sms-outbox.jsonl";

    private const string PhoneField = "outbox/phone";
    private const string TextField = "outbox/text";
    private const string Erased = "***";

    private readonly LinesFile file = new(folder, FileName);

    private readonly KnownLines<Line> known = new(sms => sms.DeduplicationKey);

    public (string ZhCn, string En) StandsInFor => ("短信网关", "SMS gateway");

    public async Task<SmsResult> Send(Application.Ports.Sms message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!Phone.TryParse(message.Phone, out var phone))
            return new SmsResult(null, SmsErrorCode.PhoneRefused);
        var made = await Seal(message, phone, cancellation).ConfigureAwait(false);
        return await file.WithLock(lines => new SmsResult(Take(lines, made), ErrorCode: null), cancellation).ConfigureAwait(false);
    }

    /// <summary>Everything that was sent, newest first; what was sent to somebody who has been erased shows nothing of it.</summary>
    public async Task<IReadOnlyList<LocalSms>> Read(CancellationToken cancellation)
    {
        var lines = await file.WithLock(known.CatchUp, cancellation).ConfigureAwait(false);
        var sent = new List<LocalSms>(lines.Count);
        foreach (var line in lines.Reverse())
            sent.Add(new LocalSms(line.Reference, line.DeduplicationKey, await Open(line, PhoneField, line.Phone).ConfigureAwait(false), await Open(line, TextField, line.Text).ConfigureAwait(false), line.SentAt));
        return sent;

        async Task<string> Open(Line line, string field, string? sealedText) => sealedText is null
            ? Erased
            : await personal.Open(new SubjectId(line.Subject), field, new SealedText(sealedText), cancellation).ConfigureAwait(false) ?? Erased;
    }

    private async Task<Line> Seal(Application.Ports.Sms message, Phone phone, CancellationToken cancellation)
    {
        var subject = personal.SubjectOf(phone);
        var sentAt = InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant());
        try
        {
            return new Line(
                "", message.DeduplicationKey, subject.Value,
                (await personal.Seal(subject, PhoneField, message.Phone, cancellation).ConfigureAwait(false)).Value,
                (await personal.Seal(subject, TextField, message.Text, cancellation).ConfigureAwait(false)).Value, sentAt);
        }
        catch (SubjectErasedException)
        {
            // The network delivers to whoever has the number now; nothing of it can be kept here.
            return new Line("", message.DeduplicationKey, subject.Value, Phone: null, Text: null, sentAt);
        }
    }

    private string Take(OpenLines lines, Line made)
    {
        if (known.Find(lines, made.DeduplicationKey) is { } earlier)
            return earlier.Reference;
        var reference = $"LOCAL-SMS-{known.Count + 1}";
        lines.Append(made with { Reference = reference });
        return reference;
    }

    /// <summary>A message as it is stored.</summary>
    private sealed record Line(string Reference, string DeduplicationKey, string Subject, string? Phone, string? Text, string SentAt);
}
