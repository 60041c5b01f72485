using System.Text;
using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Benchmarks.Stores;

/// <summary>One event and where it goes.</summary>
public sealed record WorkloadRow(string Stream, long Revision, NewEvent Event);

/// <summary>
/// What a busy hall writes: each of many callers fills one certificate's stream after the other, an event at a time, with bodies of about 600 bytes.
/// Made in advance and always the same, so that both sides write the same bytes and neither is measured making them.
/// </summary>
public sealed class AppendWorkload
{
    public const int Callers = 64;
    private const int EventsPerStream = 16;
    private const int BodyBytes = 600;

    public AppendWorkload(int rowsPerCaller)
    {
        var random = new Random(20260110);
        ByCaller = [.. Enumerable.Range(0, Callers).Select(_ => Rows(random, rowsPerCaller))];
    }

    public IReadOnlyList<IReadOnlyList<WorkloadRow>> ByCaller { get; }

    public int Count => ByCaller.Sum(rows => rows.Count);

    /// <summary>The order in which callers at once come by: the first of each, the second of each, …</summary>
    public IEnumerable<WorkloadRow> Interleaved =>
        Enumerable.Range(0, ByCaller[0].Count).SelectMany(n => ByCaller.Select(rows => rows[n]));

    public static Instant RecordedAt { get; } = Instant.FromUtc(2026, 1, 9, 0, 0);

    private static List<WorkloadRow> Rows(Random random, int count)
    {
        var rows = new List<WorkloadRow>(count);
        var stream = "";
        for (var n = 0; n < count; n++)
        {
            var revision = n % EventsPerStream;
            stream = revision == 0 ? $"certificate-{Name(random)}" : stream;
            rows.Add(new(stream, revision, Event(random)));
        }

        return rows;
    }

    private static NewEvent Event(Random random)
    {
        var command = Name(random).ToString();
        var body = new StringBuilder("{\"term\":\"P1Y\",\"holder\":\"四川某某建设工程有限公司\",\"sealed\":\"");
        while (body.Length < BodyBytes)
        {
            body.Append((char)('A' + random.Next(26)));
        }

        return new(
            "renewal-applied",
            Encoding.UTF8.GetBytes(body.Append("\"}").ToString()),
            Encoding.UTF8.GetBytes($"{{\"command\":\"{command}\",\"by\":\"handler\"}}"),
            command,
            0);
    }

    private static Guid Name(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}
