using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Messages;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Reactions;

/// <summary>Tells the handler by SMS of every review outcome, matched payment, fulfilment, dispatch, lapse and expiry (A3, A4, C10).</summary>
public sealed class NotifyHandlers(ICommands commands, CommandExecutor executor, IClock clock) : IReaction
{
    public string Name => "notify-handlers";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body switch
    {
        ApplicationEvent e when IsTold(e) => TellOfStep(happened, e, cancellation),
        CertificateExpired e => TellOfExpiry(happened, e, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task TellOfStep(RecordedEvent happened, ApplicationEvent e, CancellationToken cancellation)
    {
        var applied = await AppliedIn(happened.StreamKey, e.Application, cancellation).ConfigureAwait(false);
        var (template, facts) = Telling(e, applied);
        await Tell(happened, applied.Handler, template, facts, cancellation).ConfigureAwait(false);
    }

    // C10: nobody is told of an expiry that a granted renewal has already answered.
    private async Task TellOfExpiry(RecordedEvent happened, CertificateExpired e, CancellationToken cancellation)
    {
        var state = await executor.State<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false);
        if (state is IssuedCertificate { Grant: null } certificate && certificate.CurrentGeneration == e.Generation)
            await Tell(happened, certificate.Handler, "expired", Facts(("notAfter", SortKeys.Of(certificate.NotAfter))), cancellation).ConfigureAwait(false);
    }

    private Task<Answer<Message>> Tell(
        RecordedEvent happened, Handler handler, string template, ImmutableSortedDictionary<string, string> facts, CancellationToken cancellation)
    {
        var message = new MessageId($"{happened.StreamKey}-{happened.Stored.Revision}");
        var request = new RequestMessage(this.CommandFor(happened), message, handler.Subject, handler.Phone, template, facts, clock.GetCurrentInstant());
        return commands.Execute(request, CommandContext.System(Name) with { Causation = happened.Address }, cancellation);
    }

    private static bool IsTold(ApplicationEvent e) => e is ApplicationApproved or ApplicationReturned or ApplicationRejected or TransferCounted
        or LapseAnnounced or ApplicationLapsed or GenerationIssued { Generation: 1 } or RenewalGranted or RenewalCompleted or KeyPosted;

    private static (string Template, ImmutableSortedDictionary<string, string> Facts) Telling(ApplicationEvent e, Applied applied)
    {
        var operation = ("operation", FactWord.Of(applied.Operation));
        return e switch
        {
            ApplicationApproved a when a.AmountDue > Money.Zero => ("application-approved", Facts(operation, ("amount", a.AmountDue.Value))),
            ApplicationApproved when applied.Verification == Verification.CorporateTransfer => ("application-approved-verify", Facts(operation)),
            ApplicationApproved => ("application-approved-free", Facts(operation)),
            ApplicationReturned => ("application-returned", Facts(operation)),
            ApplicationRejected => ("application-rejected", Facts(operation)),
            LapseAnnounced l => ("lapse-announced", Facts(operation, ("lapsesOn", SortKeys.Of(l.LapsesOn)))),
            ApplicationLapsed => ("application-lapsed", Facts(operation)),
            TransferCounted t when t.Missing > Money.Zero =>
                ("transfer-short", Facts(operation, ("amount", t.Amount.Value), ("missing", t.Missing.Value))),
            TransferCounted t => ("transfer-counted", Facts(operation, ("amount", t.Amount.Value))),
            GenerationIssued g => ("certificate-issued", Facts(("notAfter", SortKeys.Of(Shanghai.DateOf(g.Validity.NotAfter))))),
            RenewalGranted g => ("renewal-granted", Facts(("notAfter", SortKeys.Of(g.NotAfter)))),
            RenewalCompleted => ("renewal-completed", Facts()),
            KeyPosted p => ("key-posted", Facts(("tracking", FactWord.Plain(p.TrackingNumber)))),
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

    // An application that is over is no longer in the state, so its handler is read from the event that began it.
    private async Task<Applied> AppliedIn(string certificate, int application, CancellationToken cancellation)
    {
        foreach (var e in await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false))
        {
            switch (e.Body)
            {
                case CertificateAppliedFor a when a.Application == application:
                    return new Applied(Operation.New, a.Handler, a.Verification);
                case RenewalApplied a when a.Application == application:
                    return new Applied(Operation.Renew, a.Handler, a.Verification);
            }
        }

        throw new InvalidOperationException($"Certificate {certificate} has no application {application}.");
    }

    private sealed record Applied(Operation Operation, Handler Handler, Verification Verification);
}
