using ScCa.Application.Events;
using ScCa.Application.Privacy;
using ScCa.Domain.People;

namespace ScCa.Application.Reactions;

/// <summary>
/// Once a person's erasure is decided, his key is destroyed and then all that he has handed in (A10). Both may be repeated; the key goes first, because what
/// is left after a crash in between cannot be read any more.
/// </summary>
public sealed class EraseSubjects(SubjectVault vault, Materials materials) : IReaction
{
    public string Name => "erase-subjects";

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        if (happened?.Body is not SubjectErased { Subject: var subject })
            return;
        await vault.Destroy(subject.Value, cancellation).ConfigureAwait(false);
        await materials.DeleteAll(subject, cancellation).ConfigureAwait(false);
    }
}
