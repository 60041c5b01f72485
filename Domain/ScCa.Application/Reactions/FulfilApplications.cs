using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Issuing;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Reactions;

/// <summary>
/// An application that is approved, verified and paid is fulfilled: a New or a Reissue is issued onto a fresh key at the desk, everything else is decided at
/// once (A3, C1, C5, P4). Any of its steps can be the last to come, so each is answered by looking at the state.
/// </summary>
public sealed class FulfilApplications(
    ICommands commands, CommandExecutor executor, GenerationIssuer issuer, KeptCertificates kept, ITokenDesk desk, IClock clock) : IReaction
{
    public string Name => "fulfil-applications";

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case OperationApplied or ApplicationApproved or MaterialsCompleted or IdentityVerified or ApplicationPaid:
                await Fulfil(happened, ((ApplicationEvent)happened.Body).Application, cancellation).ConfigureAwait(false);
                break;
            // Written in a reaction of its own: a crash after the signature still ends with the certificate on the key.
            case GenerationIssued e:
                await Write(happened, e, cancellation).ConfigureAwait(false);
                break;
        }
    }

    private async Task Fulfil(RecordedEvent happened, int application, CancellationToken cancellation)
    {
        var id = new CertificateId(happened.StreamKey);
        var state = await executor.State<Certificate>(id.Value, cancellation).ConfigureAwait(false);
        if (state.Open is not { Step: ApplicationStep.ReadyToFulfil } open || open.Number != application)
            return;
        var context = CommandContext.System(Name) with { Causation = happened.Address };
        if (open.Request is NewRequest or ReissueRequest)
        {
            var generation = state is HeldCertificate held ? held.Generations.Length + 1 : 1;
            var request = await desk.RequestKey(id.Value, generation, cancellation).ConfigureAwait(false);
            await issuer.Issue(id, request, context, cancellation).ConfigureAwait(false);
        }
        else
        {
            await commands.Execute(new FulfilApplication(this.CommandFor(happened), id, application, clock.GetCurrentInstant()), context, cancellation).ConfigureAwait(false);
        }
    }

    // What was granted is pulled by the assistant; what was issued for a key at the desk is written there.
    private async Task Write(RecordedEvent happened, GenerationIssued issued, CancellationToken cancellation)
    {
        if (await executor.State<Certificate>(happened.StreamKey, cancellation).ConfigureAwait(false) is not HeldCertificate state
            || (await WasGranted(happened.StreamKey, issued, cancellation).ConfigureAwait(false)))
        {
            return;
        }

        if (await kept.Open(state.Holder, state.Generations[issued.Generation - 1], cancellation).ConfigureAwait(false) is { } opened)
            await desk.Write(happened.StreamKey, issued.Generation, opened.ForKey, cancellation).ConfigureAwait(false);
    }

    private async Task<bool> WasGranted(string certificate, GenerationIssued issued, CancellationToken cancellation) =>
        (await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false))
            .Any(e => e.Body is UpdateGranted granted && granted.Application == issued.Application);
}
