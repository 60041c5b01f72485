using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Units;

namespace ScCa.Application.Reactions;

/// <summary>
/// A unit goes by the name that a Change has put on its key (U1). A renewal of another of its certificates, which still names it as it was, does not bring the
/// former name back.
/// </summary>
public sealed class RenameUnits(ICommands commands, CommandExecutor executor, IClock clock) : IReaction
{
    public string Name => "rename-units";

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        if (happened?.Body is not UpdateCompleted completed
            || await Changed(happened.StreamKey, completed.Application, cancellation).ConfigureAwait(false) is not { Self: var unit }
            || await IsOutdated(happened, unit.CreditCode, cancellation).ConfigureAwait(false))
        {
            return;
        }

        // Not registered, or called so already, it is refused and needs nothing more.
        await commands.Execute(
            new RenameUnit(this.CommandFor(happened), unit.CreditCode, unit.Name, clock.GetCurrentInstant()),
            CommandContext.System(Name) with { Causation = happened.Address },
            cancellation).ConfigureAwait(false);
    }

    // A refusal is not remembered: told again of a name that the unit already bore then, it would come back over one that a later Change has given since.
    private async Task<bool> IsOutdated(RecordedEvent happened, CreditCode unit, CancellationToken cancellation)
    {
        var renamed = (await executor.Events<Unit>(unit.Value, cancellation).ConfigureAwait(false)).LastOrDefault(e => e.Body is UnitRenamed);
        if (renamed?.Metadata.Causation is not { } cause)
            return false;
        var (stream, revision) = RecordedEvent.At(cause);
        var change = (await executor.Events<Certificate>(stream, cancellation).ConfigureAwait(false))[revision];
        return change.Stored.Position > happened.Stored.Position;
    }

    // Read from what was granted, not from the state: the certificate may name somebody else again by now.
    private async Task<UnitHolder?> Changed(string certificate, int application, CancellationToken cancellation) =>
        (await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false))
            .Select(e => e.Body).OfType<UpdateGranted>().FirstOrDefault(g => g.Application == application && g.Operation == Operation.Change)?.Holder as UnitHolder;
}
