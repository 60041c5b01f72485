using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Application.BackOffice;

/// <summary>Keys to be posted, the earliest promise first, one by one (D1, D5).</summary>
public sealed class DispatchDesk(
    StaffGate gate, ICommands commands, CommandExecutor executor, DueIndexReader due, PersonalData personal, TextCatalog texts, IClock clock)
{
    private const int QueueMax = 200;
    private const int TrackingNumberMax = 40;

    public async Task<Outcome<IReadOnlyList<ParcelRow>>> Queue(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(DispatchDesk), nameof(Queue), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await due.Parcels(QueueMax, cancellation).ConfigureAwait(false));

    /// <summary>Opens what is written on a parcel, for who posts it and only while it waits, or has come back (A7).</summary>
    public async Task<Outcome<ParcelRecipient>> Recipient(string certificate, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(DispatchDesk), nameof(Recipient), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (!await IsToBeSent(certificate, cancellation).ConfigureAwait(false) || await due.Recipient(certificate, cancellation).ConfigureAwait(false) is not { } row)
            return RefusalText.From(Refuse.NothingToPost(), texts);
        var subject = row.Handler.Subject;
        return new ParcelRecipient(
            await personal.Open(subject, SealedField.HandlerName, row.Handler.Name, cancellation).ConfigureAwait(false),
            await personal.Open(subject, SealedField.HandlerPhone, row.Handler.Phone, cancellation).ConfigureAwait(false),
            row.PostalAddress is { } address ? await personal.Open(row.AddressOf, SealedField.PostalAddress, address, cancellation).ConfigureAwait(false) : null);
    }

    public async Task<Outcome<StaffReceipt>> Post(string commandId, string certificate, string? trackingNumber, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(DispatchDesk), nameof(Post), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var (id, at) = (parsed.CommandId(commandId), parsed.CertificateId(certificate));
        var tracking = parsed.FreeText(trackingNumber, "trackingNumber", TrackingNumberMax);
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var post = new PostKey(id, at, tracking, new StaffId(staff), clock.GetCurrentInstant());
        return StaffAnswer.From(await commands.Execute(post, CommandContext.Staff(staff), cancellation).ConfigureAwait(false), at, texts);
    }

    private async Task<bool> IsToBeSent(string certificate, CancellationToken cancellation) =>
        await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) switch
        {
            KnownCertificate { Parcel: not null } => true,
            IssuedCertificate c => c.Sent.Any(p => p.Standing == ParcelStanding.Returned),
            _ => false,
        };
}
