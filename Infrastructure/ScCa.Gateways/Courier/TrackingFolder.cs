using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using ScCa.Application.Ports;
using ScCa.Gateways.Lines;
using ScCa.Gateways.Partners;

namespace ScCa.Gateways.Courier;

/// <summary>
/// What couriers have told, from pushes and from files put into the inbox. Each event becomes a numbered line of <c>tracking-lines.jsonl</c>, where it stays
/// for ever; the files are not kept, because whoever signed may be named in them. <b>Idempotence</b>: an event counts once by tracking number, code and time, so a file may be imported again, and a push taken again after a
/// crash. <b>Concurrency</b>: several threads and processes may use one folder; numbers are given under its lock.
/// </summary>
public sealed partial class TrackingFolder(string folder, ILogger<TrackingFolder> log) : ITrackingEvents, IForgets
{
    public const string LinesName = "tracking-lines.jsonl";

    /// <summary>Where files are put; a file counts once its name ends with <c>.csv</c> or <c>.json</c>, so write it under another name and rename it.</summary>
    public const string InboxName = "inbox";

    /// <summary>Where files are moved that hold no tracking, until somebody is erased: nobody can tell whose names are in them.</summary>
    public const string RefusedName = "refused";

    /// <summary>A longer file is no day's tracking.</summary>
    public const int FileOctetsMax = 8 * 1024 * 1024;

    private readonly LinesFile file = new(folder, LinesName);

    private readonly KnownLines<Line> known = new();

    /// <summary>Takes in what lies in the inbox first.</summary>
    public async Task<IReadOnlyList<NumberedTracking>> ReadAfter(long number, int max, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        foreach (var path in Waiting())
            await TakeIn(path, cancellation).ConfigureAwait(false);
        return await file.WithLock<IReadOnlyList<NumberedTracking>>(
            lines => [.. known.CatchUp(lines).Where(line => line.Number > number).Take(max).Select(line => line.ToNumbered())], cancellation).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<TrackingEvent>> Of(string trackingNumber, CancellationToken cancellation) => file.WithLock<IReadOnlyList<TrackingEvent>>(
        lines => [.. known.CatchUp(lines).Where(line => line.TrackingNumber == trackingNumber).Select(line => line.ToNumbered().Event)], cancellation);

    public Task<ImmutableArray<BadTracking>> Take(TrackingReport report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        return file.WithLock(lines => Number(lines, report), cancellation);
    }

    /// <summary>Imports a file's content; when this returns, its events are there for good.</summary>
    /// <param name="isJson">The body of a push; otherwise CSV.</param>
    /// <exception cref="GatewayRefusedException">The content holds no tracking; nothing of it was taken.</exception>
    public Task<ImmutableArray<BadTracking>> Import(ReadOnlyMemory<byte> content, bool isJson, CancellationToken cancellation)
    {
        if (content.Length > FileOctetsMax)
            throw new GatewayRefusedException($"快递轨迹文件超过 {FileOctetsMax} 字节。请按天导出。", $"The tracking file is longer than {FileOctetsMax} octets. Export it day by day.");
        var report = isJson
            ? CourierJson.Events(content.Span) ?? throw new GatewayRefusedException("文件里没有快递轨迹列表。", "The file holds no list of tracking events.")
            : TrackingCsv.Read(content);
        return Take(report, cancellation);
    }

    /// <summary>Deletes what was put aside unread.</summary>
    public Task Forget(ForgottenPerson person, CancellationToken cancellation)
    {
        PutAside.DeleteAll(PathOf(RefusedName, ""));
        return Task.CompletedTask;
    }

    private ImmutableArray<BadTracking> Number(OpenLines lines, TrackingReport report)
    {
        var all = known.CatchUp(lines).ToDictionary(line => line.Key);
        var added = new List<Line>();
        var bad = report.Bad.ToBuilder();
        foreach (var (place, told) in report.Events)
        {
            var line = Line.Of(all.Count + 1, told);
            if (all.TryAdd(line.Key, line))
                added.Add(line);
            else if (all[line.Key].Signer != line.Signer)
                bad.Add(new BadTracking(place, TrackingFault.SignerContradicted));
        }

        if (added.Count > 0)
            lines.AppendAll(added);
        return bad.ToImmutable();
    }

    private string[] Waiting()
    {
        var inbox = PathOf(InboxName, "");
        WholeFile.CreateFolder(inbox);
        string[] names = [.. Directory.GetFiles(inbox, "*.csv"), .. Directory.GetFiles(inbox, "*.json")];
        // One order everywhere: which of two contradicting lines came first must not depend on the file system.
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    private async Task TakeIn(string path, CancellationToken cancellation)
    {
        if (await Content(path, cancellation).ConfigureAwait(false) is not { } content)
            return;
        var name = Path.GetFileName(path);
        try
        {
            var bad = await Import(content, path.EndsWith(".json", StringComparison.Ordinal), cancellation).ConfigureAwait(false);
            // Taken in first, deleted then: a crash in between takes it in again, and what is known counts once.
            File.Delete(path);
            LogImported(log, name, bad.Length, string.Join(' ', bad.Take(20).Select(b => $"{b.Line}:{b.Fault}")));
        }
        catch (GatewayRefusedException refused)
        {
            Refuse(path);
            LogRefused(log, name, refused.En);
        }
    }

    /// <summary>Null where there is none (any more: another process may have taken it in). A file that is too long is read only as far as it takes to know.</summary>
    private static async Task<byte[]?> Content(string path, CancellationToken cancellation)
    {
        try
        {
            var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            await using (source.ConfigureAwait(false))
            {
                var content = new byte[Math.Min(source.Length, FileOctetsMax + 1)];
                var length = await source.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
                return content[..length];
            }
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private void Refuse(string path)
    {
        WholeFile.CreateFolder(PathOf(RefusedName, ""));
        try
        {
            File.Move(path, PathOf(RefusedName, Path.GetFileName(path)), overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another process has moved it.
        }
    }

    private string PathOf(string sub, string name) => Path.Combine(folder, sub, name);

    [LoggerMessage(45, LogLevel.Information, "Tracking {Name} imported; {Bad} bad lines ({Lines})")]
    private static partial void LogImported(ILogger log, string name, int bad, string lines);

    [LoggerMessage(46, LogLevel.Warning, "Tracking {Name} was moved to the refused: {Reason}")]
    private static partial void LogRefused(ILogger log, string name, string reason);

    /// <summary>An event as it is stored, in the courier's own words.</summary>
    private sealed record Line(long Number, string TrackingNumber, string Event, string Time, string? Signer)
    {
        public (string, string, string) Key => (TrackingNumber, Event, Time);

        public static Line Of(long number, TrackingEvent e) =>
            new(number, e.TrackingNumber, TrackingText.Of(e.Code), PartnerText.Of(e.At), TrackingText.Of(e.Signer));

        public NumberedTracking ToNumbered() => new(Number, TrackingText.Read(TrackingNumber, Event, Time, Signer).Event!);
    }
}
