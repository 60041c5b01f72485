using System.Collections.Immutable;

namespace ScCa.Application.Ports;

/// <summary>One parcel's way, whatever the order in which it was told, and however often.</summary>
public sealed record ParcelTrack
{
    private ParcelTrack(ImmutableArray<TrackingEvent> events) => Events = events;

    /// <summary>By time; of two at one time the later stage comes last.</summary>
    public ImmutableArray<TrackingEvent> Events { get; }

    /// <summary>Where the parcel's way ended; null while it is under way. A scan that is late does not bring it back on its way.</summary>
    public TrackingEvent? End => Events.LastOrDefault(e => e.Code is TrackingCode.Delivered or TrackingCode.Returned);

    /// <summary>Delivered to the handler himself (D1).</summary>
    public bool IsSignedByRecipient => End is { Code: TrackingCode.Delivered, Signer: ParcelSigner.Recipient };

    public static ParcelTrack Of(string trackingNumber, IEnumerable<TrackingEvent> told) =>
        new([.. told.Where(e => e.TrackingNumber == trackingNumber).DistinctBy(e => (e.Code, e.At)).OrderBy(e => e.At).ThenBy(e => e.Code)]);
}
