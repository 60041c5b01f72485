using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Intake;
using ScCa.Domain.Dispatch;

namespace ScCa.Application.Reactions;

/// <summary>A tracking number that becomes known may have been told of before: the courier was faster than who typed it in (D1).</summary>
public sealed class FollowParcels(ParcelIntake parcels) : IReaction
{
    public string Name => "follow-parcels";

    public Task React(RecordedEvent happened, CancellationToken cancellation) => happened?.Body switch
    {
        ParcelLabelled e => Pursue(happened, e.TrackingNumber, cancellation),
        KeyPosted e => Pursue(happened, e.TrackingNumber, cancellation),
        ParcelResent e => Pursue(happened, e.TrackingNumber, cancellation),
        _ => Task.CompletedTask,
    };

    private Task Pursue(RecordedEvent happened, string trackingNumber, CancellationToken cancellation) =>
        parcels.Pursue(happened.StreamKey, trackingNumber, CommandContext.System(Name) with { Causation = happened.Address }, cancellation);
}
