using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Issuing;
using ScCa.Application.Ports;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Reactions;

/// <summary>
/// An application that is approved, verified and paid is fulfilled: a New is issued onto a fresh key at the desk, a Renew is granted (C1, C5, P7).
/// Any of the three can be the last to come, so each is answered by looking at the state.
/// </summary>
public sealed class FulfilApplications(ICommands commands, CommandExecutor executor, GenerationIssuer issuer, ITokenDesk desk, IClock clock) : IReaction
{
    public string Name => "fulfil-applications";

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case ApplicationApproved or ApplicationPaid or IdentityVerified:
                await Fulfil(happened, cancellation).ConfigureAwait(false);
                break;
            // Written in a reaction of its own: a crash after the signature still ends with the certificate on the key.
            case GenerationIssued { Generation: 1 } e:
                await desk.Write(happened.StreamKey, e.Generation, e.Certificate.Bytes, cancellation).ConfigureAwait(false);
                break;
        }
    }

    private async Task Fulfil(RecordedEvent happened, CancellationToken cancellation)
    {
        var id = new CertificateId(happened.StreamKey);
        var context = CommandContext.System(Name) with { Causation = happened.Address };
        switch (await executor.State<Certificate>(id.Value, cancellation).ConfigureAwait(false))
        {
            case RequestedCertificate { Open: { Operation: Operation.New, Step: ApplicationStep.ReadyToFulfil } }:
                var request = await desk.RequestKey(id.Value, 1, cancellation).ConfigureAwait(false);
                await issuer.Issue(id, request, context, cancellation).ConfigureAwait(false);
                break;
            case IssuedCertificate { Open: { Operation: Operation.Renew, Step: ApplicationStep.ReadyToFulfil } }:
                await commands.Execute(new GrantRenewal(this.CommandFor(happened), id, clock.GetCurrentInstant()), context, cancellation).ConfigureAwait(false);
                break;
        }
    }
}
