using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Reactions;

/// <summary>
/// A claimed transfer is counted by its application, then confirmed; refused by it, it is released with the reason. The confirmation answers the counting
/// event itself, so a crash between the two halves leaves either half to be repeated.
/// </summary>
public sealed class CountClaimedTransfers(ICommands commands, CommandExecutor executor, IClock clock) : IReaction
{
    public string Name => "count-claimed-transfers";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body switch
    {
        TransferClaimed e => Count(happened, e, cancellation),
        TransferCounted e => Confirm(happened, e, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task Count(RecordedEvent happened, TransferClaimed claimed, CancellationToken cancellation)
    {
        // Refusals are not remembered: repeated after its release, a claim could be decided anew while the money already serves another application.
        if (!await IsStillHeld(claimed, cancellation).ConfigureAwait(false))
            return;

        var now = clock.GetCurrentInstant();
        var count = new CountTransfer(
            this.CommandFor(happened), claimed.Certificate, claimed.Application, claimed.Reference, claimed.Means, claimed.Payer, claimed.Amount, now);
        var answer = await commands.Execute(count, Context(happened), cancellation).ConfigureAwait(false);
        // Counted under an earlier claim of the same application: its confirmation is on the way, and the money must not be set free.
        if (answer is Answer<Certificate>.Refused(var refusal) && refusal.Code != nameof(Refuse.TransferAlreadyCounted))
        {
            var release = new ReleaseTransfer(this.CommandFor(happened), claimed.Reference, refusal.Rule, refusal.Code, now);
            await commands.Execute(release, Context(happened), cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsStillHeld(TransferClaimed claimed, CancellationToken cancellation) =>
        await executor.State<Transfer>(claimed.Reference.Value, cancellation).ConfigureAwait(false) is ClaimedTransfer held
        && held.Certificate == claimed.Certificate && held.Application == claimed.Application;

    private Task<Answer<Transfer>> Confirm(RecordedEvent happened, TransferCounted counted, CancellationToken cancellation) => commands.Execute(
        new ConfirmTransfer(
            this.CommandFor(happened), counted.Reference, new CertificateId(happened.StreamKey), counted.Application, counted.Excess, clock.GetCurrentInstant()),
        Context(happened),
        cancellation);

    private CommandContext Context(RecordedEvent happened) => CommandContext.System(Name) with { Causation = happened.Address };
}
