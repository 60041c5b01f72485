using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Reactions;

/// <summary>
/// Brings a transfer and the application it is meant for together, whichever came first (P1, P3). Only a name that fits exactly one application is
/// matched; everything else waits for finance.
/// </summary>
public sealed class MatchTransfers(ICommands commands, TransferMatchReader matches, IClock clock) : IReaction
{
    public string Name => "match-transfers";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body switch
    {
        // What was scanned or paid at a window says itself what it is for.
        TransferReceived { Means: PaymentMeans.CorporateTransfer } e => Claim(happened, e.Reference, e.Payer.NameIndex, cancellation),
        ApplicationApproved e => ClaimWaiting(happened, e.Application, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task Claim(RecordedEvent happened, BankReference reference, NameIndex payer, CancellationToken cancellation)
    {
        if (await matches.Awaiting(payer, 2, cancellation).ConfigureAwait(false) is [var only])
            await Claim(happened, reference, only, cancellation).ConfigureAwait(false);
    }

    // Money may come before the approval: what already lies unmatched under the holder's name is claimed now.
    private async Task ClaimWaiting(RecordedEvent happened, int application, CancellationToken cancellation)
    {
        foreach (var transfer in await matches.Unmatched(cancellation).ConfigureAwait(false))
        {
            if (transfer.Means == PaymentMeans.CorporateTransfer
                && await matches.Awaiting(transfer.Payer.NameIndex, 2, cancellation).ConfigureAwait(false) is [var only]
                && only.Certificate == happened.StreamKey && only.Application == application)
            {
                await Claim(happened, new BankReference(transfer.Reference), only, cancellation).ConfigureAwait(false);
            }
        }
    }

    // A claim that lost to another is refused and needs nothing more.
    private Task<Answer<Transfer>> Claim(RecordedEvent happened, BankReference reference, AwaitingRow application, CancellationToken cancellation) =>
        commands.Execute(
            new ClaimTransfer(this.CommandFor(happened), reference, new CertificateId(application.Certificate), application.Application, clock.GetCurrentInstant()),
            CommandContext.System(Name) with { Causation = happened.Address },
            cancellation);
}
