using System.Globalization;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.People;
using ScCa.Domain.Refusals;

namespace ScCa.Application.BackOffice;

/// <summary>The dispatch desk's dealings with the courier: labels, and parcels that came back or that another than the handler has signed for (D1).</summary>
public sealed class CourierDesk(
    StaffGate gate, ICommands commands, CommandExecutor executor, DueIndexReader due, ParcelReader parcels, PersonalData personal, TextCatalog texts, IClock clock,
    ICourier? courier = null, CourierSender? sender = null)
{
    private const int QueueMax = 200;
    private const int TrackingNumberMax = 40;

    /// <summary>What came back or was signed for by another, the longest waiting first.</summary>
    public async Task<Outcome<IReadOnlyList<ParcelInCareRow>>> Returned(string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(CourierDesk), nameof(Returned), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : Outcome.Of(await parcels.InCare(QueueMax, cancellation).ConfigureAwait(false));

    /// <summary>
    /// Has the courier make the label of a parcel that waits to be posted, or of one that came back and is to be sent again; asked for again it is the same label.
    /// It names the recipient: print it, do not keep it.
    /// </summary>
    public async Task<Outcome<CourierLabel>> Label(string commandId, string certificate, int application, string staff, CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(CourierDesk), nameof(Label), cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var parsed = new Parsed();
        var (id, at) = (parsed.CommandId(commandId), parsed.CertificateId(certificate));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        if (courier is null || sender is null)
            return RefusalText.From(RefuseInput.LabelNotPossible("courier-not-configured"), texts);
        if (await Sending(certificate, application, cancellation).ConfigureAwait(false) is not { } sending
            || await due.Recipient(certificate, cancellation).ConfigureAwait(false) is not { PostalAddress: not null } recipient)
            return RefusalText.From(Refuse.NothingToPost(), texts);
        if (await Party(recipient, cancellation).ConfigureAwait(false) is not { } party)
            return RefusalText.From(RefuseInput.LabelNotPossible("recipient-erased"), texts);
        var made = await Made(new CourierOrder(Number(certificate, application, sending), party, sender.Party), cancellation).ConfigureAwait(false);
        if (made.Value is not { } label)
            return RefusalText.From(RefuseInput.LabelNotPossible(made.ErrorCode ?? "unknown"), texts);
        // A parcel that is sent again gets its number when it is.
        if (sending > 1)
            return label;
        var labelled = new LabelParcel(id, at, label.TrackingNumber, new StaffId(staff), clock.GetCurrentInstant());
        return await commands.Execute(labelled, CommandContext.Staff(staff), cancellation).ConfigureAwait(false) switch
        {
            Answer<Certificate>.Refused(var refused) when refused.Code != nameof(Refuse.ParcelAlreadyLabelled) => RefusalText.From(refused, texts),
            _ => label,
        };
    }

    /// <summary>Sends what came back again, under the number of its new label.</summary>
    public async Task<Outcome<StaffReceipt>> Resend(
        string commandId, string certificate, int application, string? trackingNumber, string staff, CancellationToken cancellation)
    {
        var parsed = new Parsed();
        var tracking = parsed.FreeText(trackingNumber, "trackingNumber", TrackingNumberMax);
        return await Decide(
            nameof(Resend), commandId, certificate, staff, (id, at, by, now) => new ResendParcel(id, at, application, tracking, by, now), parsed, cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>The handler has his key: he has collected it, or has said that he has what another signed for.</summary>
    public Task<Outcome<StaffReceipt>> HandOver(string commandId, string certificate, int application, string staff, CancellationToken cancellation) => Decide(
        nameof(HandOver), commandId, certificate, staff, (id, at, by, now) => new HandOverParcel(id, at, application, by, now), new Parsed(), cancellation);

    /// <summary>Which sending the label is for; null where nothing of this application waits to be sent.</summary>
    private async Task<int?> Sending(string certificate, int application, CancellationToken cancellation) =>
        await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) switch
        {
            IssuedCertificate { Parcel: { } parcel } c when parcel.Application == application && c.Open?.Number != application => 1,
            IssuedCertificate c => c.Sent.FirstOrDefault(p => p.Application == application && p.Standing == ParcelStanding.Returned)?.Sending + 1,
            _ => null,
        };

    // Whether a label was made is unknown where nobody answers; asked for again under its number, it is the same one.
    private async Task<GatewayResult<CourierLabel>> Made(CourierOrder order, CancellationToken cancellation)
    {
        try
        {
            return await courier!.CreateLabel(order, cancellation).ConfigureAwait(false);
        }
        catch (Exception reason) when (reason is HttpRequestException or TimeoutException)
        {
            return new GatewayResult<CourierLabel>(null, "no-answer");
        }
    }

    private async Task<CourierParty?> Party(RecipientRow row, CancellationToken cancellation)
    {
        var subject = row.Handler.Subject;
        return await personal.Open(subject, SealedField.HandlerName, row.Handler.Name, cancellation).ConfigureAwait(false) is { } name
            && await personal.Open(subject, SealedField.HandlerPhone, row.Handler.Phone, cancellation).ConfigureAwait(false) is { } phone
            && await personal.Open(row.AddressOf, SealedField.PostalAddress, row.PostalAddress!, cancellation).ConfigureAwait(false) is { } address
            ? new CourierParty(name, phone, address)
            : null;
    }

    private static string Number(string certificate, int application, int sending) =>
        string.Create(CultureInfo.InvariantCulture, $"{certificate}_{application}s{sending}");

    private async Task<Outcome<StaffReceipt>> Decide(
        string method, string commandId, string certificate, string staff, Func<CommandId, CertificateId, StaffId, Instant, CertificateCommand> command, Parsed parsed,
        CancellationToken cancellation)
    {
        if (await gate.Refusal(staff, nameof(CourierDesk), method, cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        var (id, at) = (parsed.CommandId(commandId), parsed.CertificateId(certificate));
        if (parsed.Fault is { } fault)
            return RefusalText.From(fault, texts);
        var asked = command(id, at, new StaffId(staff), clock.GetCurrentInstant());
        return StaffAnswer.From(await commands.Execute(asked, CommandContext.Staff(staff), cancellation).ConfigureAwait(false), at, texts);
    }
}
