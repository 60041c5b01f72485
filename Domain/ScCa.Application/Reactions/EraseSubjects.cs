using System.Collections.Immutable;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.Reactions;

/// <summary>
/// Once a person's erasure is decided, his key is destroyed, then all that he has handed in and what adapters keep of him, then the same for every other subject
/// that is him (A10). All of it may be repeated; the key goes first, because what is left after a crash in between cannot be read any more.
/// </summary>
public sealed class EraseSubjects(
    ICommands commands, CommandExecutor executor, SubjectVault vault, Materials materials, SubjectCertificatesReader records, IEnumerable<IForgets> keepers) : IReaction
{
    public string Name => "erase-subjects";

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        if (happened?.Body is not SubjectErased { Subject: var subject } erased)
            return;
        await vault.Destroy(subject.Value, cancellation).ConfigureAwait(false);
        await materials.DeleteAll(subject, cancellation).ConfigureAwait(false);
        var person = new ForgottenPerson(subject, await NamedBy(subject, cancellation).ConfigureAwait(false));
        foreach (var keeper in keepers)
            await keeper.Forget(person, cancellation).ConfigureAwait(false);
        // A hold that has come since refuses it, and counts: whoever lifts it orders the erasure again.
        foreach (var linked in await Linked(happened, subject, cancellation).ConfigureAwait(false))
        {
            var erase = new EraseSubject(
                new CommandId($"{this.CommandFor(happened)}:{linked}"), linked, erased.LastNotAfter, erased.By, erased.Reason, erased.At);
            await commands.Execute(erase, CommandContext.System(Name) with { Causation = happened.Address }, cancellation).ConfigureAwait(false);
        }
    }

    // What two people confirmed. What was erased as somebody's other subject draws nobody after it.
    private async Task<ImmutableArray<SubjectId>> Linked(RecordedEvent happened, SubjectId subject, CancellationToken cancellation)
    {
        if (happened.Metadata.Command != nameof(ConfirmErasure))
            return [];
        var history = await executor.Events<Subject>(subject.Value, cancellation).ConfigureAwait(false);
        return history.Last(e => e.Body is ErasureOrdered && e.Stored.Revision < happened.Stored.Revision).Body is ErasureOrdered order ? order.Linked : [];
    }

    private async Task<ImmutableArray<CertificateId>> NamedBy(SubjectId subject, CancellationToken cancellation)
    {
        var named = ImmutableArray.CreateBuilder<CertificateId>();
        foreach (var certificate in (await records.Find(subject.Value, cancellation).ConfigureAwait(false))?.Certificates ?? [])
        {
            if (await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is KnownCertificate known && known.Holder.NaturalPerson?.Subject == subject)
                named.Add(known.Id);
        }

        return named.ToImmutable();
    }
}
