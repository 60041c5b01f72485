using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Messages;
using ScCa.Application.Privacy;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.Messages;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Seals;

namespace ScCa.Application.Reactions;

/// <summary>
/// Tells the handler by SMS of every review outcome, matched payment, fulfilment, dispatch, invoice, lapse, expiry and revocation (A3, A4, C8, C10), also of what
/// the nights bring about: a sweep that dies after its command finds nothing to do when it is run again.
/// </summary>
public sealed class NotifyHandlers(ICommands commands, CommandExecutor executor, SubjectStates subjects, IClock clock) : IReaction
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public string Name => "notify-handlers";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body switch
    {
        ApplicationEvent e when IsTold(e) => TellOfStep(happened, e, cancellation),
        CertificateExpired e => TellOfExpiry(happened, e, cancellation),
        SealExpired => TellOfSeals(happened, cancellation),
        ParcelPromised e when happened.Metadata.Command == nameof(PostponeParcel) => TellOfPostponement(happened, e, cancellation),
        CertificateRevoked => TellHandlerNow(happened, "certificate-revoked", cancellation),
        HandlerChanged => TellHandlerNow(happened, "handler-changed", cancellation),
        _ => Task.CompletedTask,
    };

    private async Task TellOfStep(RecordedEvent happened, ApplicationEvent e, CancellationToken cancellation)
    {
        var applied = await AppliedIn(happened.StreamKey, e.Application, cancellation).ConfigureAwait(false);
        if (Telling(e, applied) is not var (template, facts))
            return;
        // Who handles it now is told: the handler may have changed since it was applied for.
        var state = await executor.State<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false);
        await Tell(happened, (state as KnownCertificate)?.Handler ?? applied.Under.Applying.Handler, template, facts, cancellation).ConfigureAwait(false);
    }

    private async Task TellHandlerNow(RecordedEvent happened, string template, CancellationToken cancellation)
    {
        if (await executor.State<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false) is KnownCertificate certificate)
            await Tell(happened, certificate.Handler, template, Facts(), cancellation).ConfigureAwait(false);
    }

    // C10: nobody is told of an expiry that a granted renewal has already answered.
    private async Task TellOfExpiry(RecordedEvent happened, CertificateExpired e, CancellationToken cancellation)
    {
        var state = await executor.State<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false);
        if (state is IssuedCertificate { Grant: null } certificate && certificate.CurrentGeneration == e.Generation
            && await subjects.WhyNotReminded(certificate, cancellation).ConfigureAwait(false) is null)
            await Tell(happened, certificate.Handler, ReminderTemplates.Expired, Facts(("notAfter", SortKeys.Of(certificate.NotAfter))), cancellation).ConfigureAwait(false);
    }

    // S5: of those that end together the latest is told of, and none that ends with its certificate as it was then.
    private async Task TellOfSeals(RecordedEvent happened, CancellationToken cancellation)
    {
        var together = (await executor.Events<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false))
            .Where(e => e.Stored.CommandId == happened.Stored.CommandId).ToList();
        var ended = together.Select(e => e.Body).OfType<SealExpired>().Max(e => Shanghai.DateOf(e.At));
        if (together[^1].Stored.Revision == happened.Stored.Revision
            && await executor.StateAfter<Certificate>(happened, cancellation).ConfigureAwait(false) is IssuedCertificate then && ended < then.NotAfter)
        {
            await TellUnlessStopped(happened, "seals-expired", Facts(("notAfter", SortKeys.Of(ended))), cancellation).ConfigureAwait(false);
        }
    }

    private Task TellOfPostponement(RecordedEvent happened, ParcelPromised promised, CancellationToken cancellation) =>
        TellUnlessStopped(happened, "parcel-postponed", Facts(("postBy", SortKeys.Of(promised.By.Date))), cancellation);

    private async Task TellUnlessStopped(RecordedEvent happened, string template, ImmutableSortedDictionary<string, string> facts, CancellationToken cancellation)
    {
        if (await executor.State<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false) is KnownCertificate certificate
            && await subjects.WhyNotReminded(certificate, cancellation).ConfigureAwait(false) is null)
        {
            await Tell(happened, certificate.Handler, template, facts, cancellation).ConfigureAwait(false);
        }
    }

    private Task<Answer<Message>> Tell(
        RecordedEvent happened, Handler handler, string template, ImmutableSortedDictionary<string, string> facts, CancellationToken cancellation)
    {
        var message = new MessageId($"{happened.StreamKey}-{happened.Stored.Revision}");
        var request = new RequestMessage(this.CommandFor(happened), message, handler.Subject, handler.Phone, template, facts, clock.GetCurrentInstant());
        return commands.Execute(request, CommandContext.System(Name) with { Causation = happened.Address }, cancellation);
    }

    private static bool IsTold(ApplicationEvent e) => e is ApplicationApproved or ApplicationReturned or ApplicationRejected or MaterialReturned or TransferCounted
        or LapseAnnounced or ApplicationLapsed or ApplicationSuperseded or GenerationIssued or UpdateGranted or UpdateCompleted or UnlockGranted
        or CertificateUnlocked or SealsFulfilled or EContractEnabled or VisitBooked or KeyPosted or InvoiceIssued or InvoiceReversed
        or ApplicationOvertaken or GrantEnded or ParcelDelivered or ParcelReturned or ParcelResent or ParcelHandedOver;

    // A granted generation is told of by its grant and by its completion.
    private static (string Template, ImmutableSortedDictionary<string, string> Facts)? Telling(ApplicationEvent e, OperationApplied applied)
    {
        var operation = ("operation", FactWord.Of(applied.Request.Operation));
        return e switch
        {
            ApplicationApproved a when a.AmountDue > Money.Zero => ("application-approved", Facts(operation, ("amount", a.AmountDue.Value))),
            ApplicationApproved when applied.Under.Verification.Contains(Verification.CorporateTransfer) => ("application-approved-verify", Facts(operation)),
            ApplicationApproved when !applied.Under.Materials.IsEmpty || applied.Under.Verification.Contains(Verification.RealPerson) =>
                ("application-approved-next", Facts(operation)),
            ApplicationApproved => ("application-approved-free", Facts(operation)),
            ApplicationReturned => ("application-returned", Facts(operation)),
            ApplicationRejected => ("application-rejected", Facts(operation)),
            MaterialReturned => ("material-returned", Facts(operation)),
            LapseAnnounced l => ("lapse-announced", Facts(operation, ("lapsesOn", SortKeys.Of(l.LapsesOn)))),
            ApplicationLapsed => ("application-lapsed", Facts(operation)),
            ApplicationSuperseded => ("application-superseded", Facts(operation)),
            TransferCounted t when t.Missing > Money.Zero =>
                ("transfer-short", Facts(operation, ("amount", t.Amount.Value), ("missing", t.Missing.Value))),
            TransferCounted t => ("transfer-counted", Facts(operation, ("amount", t.Amount.Value))),
            GenerationIssued g when applied.Request is NewRequest or ReissueRequest =>
                ("certificate-issued", Facts(("notAfter", SortKeys.Of(Shanghai.DateOf(g.Validity.NotAfter))))),
            GenerationIssued => null,
            UpdateGranted g => ("update-granted", Facts(operation, ("notAfter", SortKeys.Of(g.NotAfter)))),
            UpdateCompleted => ("operation-completed", Facts(operation)),
            ApplicationOvertaken o => ("application-overtaken", Facts(operation, ("notAfter", SortKeys.Of(o.NotAfter)))),
            GrantEnded => ("grant-ended", Facts(operation)),
            UnlockGranted => ("unlock-granted", Facts()),
            CertificateUnlocked => ("unlocked", Facts()),
            SealsFulfilled or EContractEnabled => ("operation-completed", Facts(operation)),
            VisitBooked v => ("visit-booked", Facts(("at", Minute.Format(v.Visit)))),
            KeyPosted p => ("key-posted", Facts(("tracking", FactWord.Plain(p.TrackingNumber)))),
            ParcelDelivered d => (d.ToHandler ? "parcel-delivered" : "parcel-signed-by-another", Facts(("tracking", FactWord.Plain(d.TrackingNumber)))),
            ParcelReturned r => ("parcel-returned", Facts(("tracking", FactWord.Plain(r.TrackingNumber)))),
            ParcelResent r => ("key-posted", Facts(("tracking", FactWord.Plain(r.TrackingNumber)))),
            ParcelHandedOver => ("parcel-handed-over", Facts()),
            InvoiceIssued i => ("invoice-issued", Facts(operation, ("number", FactWord.Plain(i.Number)))),
            InvoiceReversed i => ("invoice-reversed", Facts(operation, ("number", FactWord.Plain(i.Number)))),
            _ => throw new InvalidOperationException($"{e.GetType().Name} has no message."),
        };
    }

    private static ImmutableSortedDictionary<string, string> Facts(params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            map.Add(name, value);
        return map.ToImmutable();
    }

    // An application that is over is no longer in the state, so what it was made under is read from the event that began it.
    private async Task<OperationApplied> AppliedIn(string certificate, int application, CancellationToken cancellation) =>
        (await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false))
            .Select(e => e.Body).OfType<OperationApplied>().FirstOrDefault(a => a.Application == application)
        ?? throw new InvalidOperationException($"Certificate {certificate} has no application {application}.");
}
