using System.Text;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Events;

public sealed class StoredEventsTests
{
    private static readonly EventMetadata Metadata = new("ApplyForCertificate", "applicant:abc", null);

    public static TheoryData<string> StoredNames => [.. Samples.Keys];

    // By the name of the golden file: an event's stored name, and the shape where it has several.
    private static Dictionary<string, object> Samples { get; } = EventSamples.All.Select(e => (Name: EventCatalog.NameOf(e.GetType()), Event: e))
        .Concat(EventSamples.Shapes.Select(s => ($"{EventCatalog.NameOf(s.Event.GetType())}.{s.Shape}", s.Event)))
        .ToDictionary(s => s.Item1, s => s.Item2, StringComparer.Ordinal);

    [Fact]
    public void Every_event_of_the_domain_has_a_line_in_the_catalogue_and_a_sample()
    {
        var events = typeof(CertificateEvent).Assembly.GetTypes().Where(t => !t.IsAbstract && IsEvent(t)).Select(t => t.Name).Order(StringComparer.Ordinal);

        Assert.Equal(events, EventCatalog.StoredNames.Select(n => EventCatalog.TypeOf(n)!.Name).Order(StringComparer.Ordinal));
        Assert.Equal(EventCatalog.StoredNames, EventSamples.All.Select(e => EventCatalog.NameOf(e.GetType())));
    }

    [Theory, MemberData(nameof(StoredNames))]
    public void Each_stored_event_is_written_exactly_as_its_golden_file_says_and_read_back_the_same(string name)
    {
        var sample = Samples[name];

        var encoded = EventCodec.Encode(sample, Metadata, "command-1", 0);
        Golden.Matches($"Events/{name}", Encoding.UTF8.GetString(encoded.Body.Span));

        var read = EventCodec.Decode(Stored(encoded));
        Assert.Equal(encoded.Body.ToArray(), EventCodec.Encode(read.Body, read.Metadata, "command-1", 0).Body.ToArray());
        Assert.Equal(Describe.Value(sample), Describe.Value(read.Body));
    }

    [Fact]
    public void No_golden_file_is_stale() => Golden.HoldsExactly(Samples.Keys, "Events");

    [Fact]
    public void A_name_that_this_version_does_not_know_fails_closed_with_its_position()
    {
        var unknown = Stored(Sample()) with { Type = "certificate.teleported.v1", Position = 4711 };

        var failure = Assert.Throws<UnreadableEventException>(() => EventCodec.Decode(unknown));

        Assert.Equal(4711, failure.Position);
        Assert.Contains("4711", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_tampering_that_breaks_the_form_fails_closed_with_its_position()
    {
        var body = Encoding.UTF8.GetString(Sample().Body.Span);
        string[] tampered =
        [
            "", "null", "[]", "{}", body[..^1], body + "x",
            body.Replace("\"application\":1", "\"application\":\"1\"", StringComparison.Ordinal),
            body.Replace("\"application\":1", "\"application\":1,\"application\":2", StringComparison.Ordinal),
            body.Replace("\"application\":1", "\"application\":1,\"extra\":2", StringComparison.Ordinal),
            body.Replace("\"300.00\"", "\"300.005\"", StringComparison.Ordinal),
            body.Replace("\"300.00\"", "null", StringComparison.Ordinal),
            body.Replace("2026-01-05T", "2026-13-05T", StringComparison.Ordinal),
            body.Replace("reviewer-1", "reviewer 1", StringComparison.Ordinal),
        ];

        foreach (var text in tampered)
        {
            Assert.NotEqual(body, text);
            var stored = Stored(Sample()) with { Body = Encoding.UTF8.GetBytes(text), Position = 12 };
            Assert.Equal(12, Assert.Throws<UnreadableEventException>(() => EventCodec.Decode(stored)).Position);
        }
    }

    [Fact]
    public void An_event_of_another_stream_fails_closed()
    {
        var foreign = Stored(Sample()) with { Stream = "transfer-B-1" };

        Assert.Throws<UnreadableEventException>(() => ScCa.Application.Execution.StreamHistory<Domain.Payments.Transfer>.Empty.With([foreign]));
    }

    private static NewEvent Sample() => EventCodec.Encode(EventSamples.All[2], Metadata, "command-1", 0);

    private static StoredEvent Stored(NewEvent e) =>
        new(1, "certificate-c-1", 0, e.Type, e.Body, e.Metadata, e.CommandId, e.Ordinal, Instant.FromUtc(2026, 1, 5, 1, 0));

    private static bool IsEvent(Type type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Domain.Event<>))
                return true;
        }

        return false;
    }
}
