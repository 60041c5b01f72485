using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Application.Ports;

public enum TrackingCode
{
    Accepted,
    InTransit,
    Delivered,
    Returned,
}

/// <summary>Who signed for a parcel.</summary>
public enum ParcelSigner
{
    /// <summary>The recipient in person, as it has to be (D1).</summary>
    Recipient,
    Other,
}

/// <summary>One thing that the courier says of a parcel. The same number, code and time are the same event.</summary>
/// <param name="Signer">Told with a delivery, and with nothing else.</param>
public sealed record TrackingEvent(string TrackingNumber, TrackingCode Code, Instant At, ParcelSigner? Signer);

/// <summary>Why something that was told of a parcel is no event.</summary>
public enum TrackingFault
{
    /// <summary>Quoting, length, encoding or a control character.</summary>
    NotCsv,

    /// <summary>More or fewer fields than the header has, or no object where one belongs.</summary>
    FieldCount,
    TrackingNumberUnreadable,
    CodeUnknown,
    TimeUnreadable,

    /// <summary>A delivery without its signer, or a signer without a delivery.</summary>
    SignerUnreadable,

    /// <summary>The same event was told before with another signer. A person has to ask the courier.</summary>
    SignerContradicted,
}

/// <param name="Line">The line in a CSV file, from 1, or the place in a list, from 1.</param>
public sealed record BadTracking(int Line, TrackingFault Fault);

/// <param name="Line">Where it was told, counted as in <see cref="BadTracking"/>.</param>
public sealed record ToldTracking(int Line, TrackingEvent Event);

/// <summary>What was told: events, and what is none.</summary>
public sealed record TrackingReport(ImmutableArray<ToldTracking> Events, ImmutableArray<BadTracking> Bad);

/// <param name="Number">The source's own running number, rising from 1; an event keeps it for ever.</param>
public sealed record NumberedTracking(long Number, TrackingEvent Event);

/// <summary>
/// What couriers have told, in the order in which it came. <b>Durability</b>: what was returned once stays. <b>Idempotence</b>: told twice, an event is
/// there once. <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface ITrackingEvents
{
    /// <summary>Events after a number (0: from the beginning), in the order of their numbers.</summary>
    Task<IReadOnlyList<NumberedTracking>> ReadAfter(long number, int max, CancellationToken cancellation);

    /// <summary>All that was ever told of one parcel, in the order of its coming.</summary>
    Task<IReadOnlyList<TrackingEvent>> Of(string trackingNumber, CancellationToken cancellation);

    /// <summary>Takes in what was pushed; when this returns, it is there for good.</summary>
    /// <returns>What could not be taken, that which was bad before included.</returns>
    Task<ImmutableArray<BadTracking>> Take(TrackingReport report, CancellationToken cancellation);
}
