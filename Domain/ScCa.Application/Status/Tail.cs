using System.Collections.Immutable;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Status;

/// <summary>The events of certificates from a position on, unchanging: who holds one may read it while another is made longer.</summary>
internal sealed class Tail
{
    private const string CertificateStreams = "certificate-";

    private readonly ImmutableDictionary<string, ImmutableList<RecordedEvent>> happened;
    private readonly ImmutableDictionary<SerialNumber, string> serials;

    public Tail(long from)
        : this(from, from, 0, ImmutableDictionary<string, ImmutableList<RecordedEvent>>.Empty.WithComparers(StringComparer.Ordinal), ImmutableDictionary<SerialNumber, string>.Empty)
    {
    }

    private Tail(
        long from, long to, int length, ImmutableDictionary<string, ImmutableList<RecordedEvent>> happened, ImmutableDictionary<SerialNumber, string> serials) =>
        (From, To, Length, this.happened, this.serials) = (from, to, length, happened, serials);

    /// <summary>What the view had come to when this tail began.</summary>
    public long From { get; }

    public long To { get; }

    public int Length { get; }

    public IEnumerable<string> Certificates => happened.Keys;

    public Tail With(IReadOnlyList<StoredEvent> page)
    {
        var (length, known, named) = (Length, happened, serials);
        foreach (var stored in page)
        {
            if (!stored.Stream.StartsWith(CertificateStreams, StringComparison.Ordinal))
                continue;
            var e = EventCodec.Decode(stored);
            known = known.SetItem(e.StreamKey, (known.GetValueOrDefault(e.StreamKey) ?? []).Add(e));
            if (SerialsView.Named(e.Body) is { } serial)
                named = named.SetItem(serial, e.StreamKey);
            length++;
        }

        return new(From, page[^1].Position, length, known, named);
    }

    public string? CertificateOf(SerialNumber serial) => serials.GetValueOrDefault(serial);

    public bool Has(string certificate) => happened.ContainsKey(certificate);

    /// <summary>The position of the last of these events that is the certificate's; -1 where none is.</summary>
    public long LastOf(string certificate) => happened.TryGetValue(certificate, out var events) ? events[^1].Stored.Position : -1;

    /// <summary>How the serials stand after these events, whatever of them the row has already.</summary>
    public CertificateSerials Onto(string certificate, CertificateSerials? row) =>
        (happened.GetValueOrDefault(certificate) ?? []).Aggregate(row ?? CertificateSerials.None, (serials, e) => serials.After(e));
}
