using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;

namespace ScCa.Application.Reactions;

/// <summary>What a batch has posted, its certificate follows (D1). A certificate that has nothing to post any more refuses, which needs nothing more.</summary>
public sealed class PostBatchedKeys(ICommands commands, CommandExecutor executor, IClock clock) : IReaction
{
    public string Name => "post-batched-keys";

    public async Task React(RecordedEvent happened, CancellationToken cancellation)
    {
        if (happened?.Body is not ParcelPosted posted
            || await executor.State<Certificate>(posted.Certificate.Value, cancellation).ConfigureAwait(false) is not KnownCertificate { Parcel: { } parcel }
            || parcel.Application != posted.Application)
            return;
        await commands.Execute(
            new PostKey(this.CommandFor(happened), posted.Certificate, posted.TrackingNumber, posted.By, clock.GetCurrentInstant()),
            CommandContext.System(Name) with { Causation = happened.Address },
            cancellation).ConfigureAwait(false);
    }
}
