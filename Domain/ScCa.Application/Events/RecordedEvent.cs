using System.Globalization;
using ScCa.Application.Ports;

namespace ScCa.Application.Events;

/// <summary>Who caused an event, and through what.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Actor">Such as <c>applicant:…</c>, <c>staff:…</c> or <c>system:…</c>; never a personal fact.</param>
/// <param name="Causation">The event that a reaction answered, as <c>stream:revision</c>.</param>
public sealed record EventMetadata(string Command, string Actor, string? Causation);

/// <summary>A stored event, read: its body, and where and how it came to rest.</summary>
public sealed record RecordedEvent(object Body, EventMetadata Metadata, StoredEvent Stored)
{
    /// <summary>The stream's name after the dash: a certificate's id, a bank reference.</summary>
    public string StreamKey => Stored.Stream[(Stored.Stream.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>Names this event for ever, in whichever store it lives.</summary>
    public string Address => $"{Stored.Stream}:{Stored.Revision}";

    /// <summary>Reads an address: the stream's name after the dash, and the event's place in it.</summary>
    internal static (string StreamKey, int Revision) At(string address)
    {
        var (dash, colon) = (address.IndexOf('-', StringComparison.Ordinal), address.LastIndexOf(':'));
        return (address[(dash + 1)..colon], int.Parse(address[(colon + 1)..], CultureInfo.InvariantCulture));
    }
}
