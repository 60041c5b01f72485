using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Payments;
using ScCa.Gateways.Lines;

namespace ScCa.Gateways.Bank;

/// <summary>
/// The bank's statements as files (P3). Each transfer of an imported file becomes a numbered line of <c>statement-lines.jsonl</c>, where it stays for ever, its
/// payer sealed (A7); of the file itself only a report of every line that was not taken is kept, under its digest. <b>Durability</b>: what is reported is on the disk.
/// <b>Idempotence</b>: a transfer counts once by its reference, so a file may be imported again, in part, or after a crash. <b>Concurrency</b>: several
/// threads and processes may use one folder; numbers are given under its lock.
/// </summary>
/// <param name="payers">Made with the first file, because it opens the vault: a start that is refused must open nothing.</param>
public sealed partial class StatementFolder(string folder, StatementMapping mapping, Lazy<Payers> payers, ILogger<StatementFolder> log) : IBankStatements, IForgets
{
    public const string LinesName = "statement-lines.jsonl";

    /// <summary>Where files are put; a file counts once its name ends with <c>.csv</c>, so write it under another name and rename it.</summary>
    public const string InboxName = "inbox";

    /// <summary>Where the reports of imported files are kept.</summary>
    public const string ImportedName = "imported";

    /// <summary>Where files lie that are no statements of the mapped kind, until somebody is erased: nobody can tell whose names are in them.</summary>
    public const string RefusedName = "refused";

    /// <summary>A longer file is no day's statement.</summary>
    public const int FileOctetsMax = 32 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true, Converters = { new JsonStringEnumConverter() },
    };

    private readonly LinesFile file = new(folder, LinesName);

    private readonly KnownLines<StatementLine> known = new();

    /// <summary>Takes in what lies in the inbox first.</summary>
    public async Task<IReadOnlyList<BankLine>> ReadAfter(long number, int max, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        foreach (var path in Waiting())
            await TakeIn(path, cancellation).ConfigureAwait(false);
        return await file.WithLock<IReadOnlyList<BankLine>>(
            lines => [.. known.CatchUp(lines).Where(line => line.Number > number).Take(max).Select(line => line.ToBankLine())], cancellation).ConfigureAwait(false);
    }

    /// <summary>Imports a file's content; when this returns, its transfers are numbered for good.</summary>
    /// <exception cref="GatewayRefusedException">The content is no statement of the mapped kind; nothing of it was taken.</exception>
    public async Task<StatementReport> Import(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.Length > FileOctetsMax)
            throw TooLong();
        var rows = StatementReader.Read(content, mapping);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        // Sealed before the lines are locked, which others wait for. What another importer numbers meanwhile is known then, and what was sealed is given up.
        var sealedRows = await Seal(rows.Incoming, cancellation).ConfigureAwait(false);
        return await file.WithLock(lines => Keep(lines, digest, rows, sealedRows), cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes what was put aside unread.</summary>
    public Task Forget(ForgottenPerson person, CancellationToken cancellation)
    {
        PutAside.DeleteAll(PathOf(RefusedName, ""));
        return Task.CompletedTask;
    }

    /// <summary>Imports a file from wherever it lies, and leaves it there.</summary>
    /// <exception cref="GatewayRefusedException">There is no such file, or it is no statement of the mapped kind; nothing of it was taken.</exception>
    public async Task<StatementReport> ImportFile(string path, CancellationToken cancellation) => await Content(path, cancellation).ConfigureAwait(false) is { } content
        ? await Import(content, cancellation).ConfigureAwait(false)
        : throw new GatewayRefusedException($"找不到对账单文件 {path}。", $"There is no statement file {path}.");

    private async Task<IReadOnlyDictionary<string, Payer>> Seal(ImmutableArray<StatementRow> rows, CancellationToken cancellation)
    {
        var numbered = await file.WithLock(lines => known.CatchUp(lines).Select(line => line.Reference).ToHashSet(StringComparer.Ordinal), cancellation).ConfigureAwait(false);
        var sealedRows = new Dictionary<string, Payer>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !numbered.Contains(row.Reference) && !sealedRows.ContainsKey(row.Reference)))
        {
            try
            {
                sealedRows.Add(row.Reference, await payers.Value.Of(new BankReference(row.Reference), row.PayerName, cancellation).ConfigureAwait(false));
            }
            catch (SubjectErasedException)
            {
                // Taken in, settled and erased long ago, and our lines have been lost since: it is known, and stays away.
            }
        }

        return sealedRows;
    }

    // The order survives a crash anywhere: without the report the file is imported again, and what is known counts once.
    private StatementReport Keep(OpenLines lines, string digest, StatementRows rows, IReadOnlyDictionary<string, Payer> sealedRows)
    {
        var report = Number(lines, digest, rows, sealedRows);
        WholeFile.Write(PathOf(ImportedName, $"{digest}.report.json"), JsonSerializer.SerializeToUtf8Bytes(report, Json));
        return report;
    }

    private StatementReport Number(OpenLines lines, string digest, StatementRows rows, IReadOnlyDictionary<string, Payer> sealedRows)
    {
        var all = known.CatchUp(lines).ToDictionary(line => line.Reference, StringComparer.Ordinal);
        var added = new List<StatementLine>();
        var bad = rows.Bad.ToBuilder();
        foreach (var row in rows.Incoming)
        {
            if (all.TryGetValue(row.Reference, out var earlier))
            {
                if (!IsSameTransfer(earlier, row))
                    bad.Add(new BadLine(row.Line, row.Line, BadLineReason.ReferenceTaken));
                continue;
            }

            if (!sealedRows.TryGetValue(row.Reference, out var payer))
                continue;
            var line = new StatementLine(all.Count + 1, row.Reference, SealedPayer.Of(payer), row.AmountFen, Text(row.BookedAt), digest, row.Line);
            all.Add(row.Reference, line);
            added.Add(line);
        }

        if (added.Count > 0)
            lines.AppendAll(added);
        var inOrder = bad.OrderBy(line => line.Line).ToImmutableArray();
        return new StatementReport(digest, added.Count, rows.Incoming.Length + rows.Bad.Length - added.Count - inOrder.Length, rows.Other, inOrder);
    }

    // Also where the payer has been erased: his name is compared and not read.
    private bool IsSameTransfer(StatementLine earlier, StatementRow row) =>
        payers.Value.IsNamed(earlier.Payer.ToPayer(), row.PayerName) && (earlier.AmountFen, earlier.BookedAt) == (row.AmountFen, Text(row.BookedAt));

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private string[] Waiting()
    {
        var inbox = PathOf(InboxName, "");
        WholeFile.CreateFolder(inbox);
        var names = Directory.GetFiles(inbox, "*.csv");
        // One order everywhere: which of two lines with one reference came first must not depend on the file system.
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    private async Task TakeIn(string path, CancellationToken cancellation)
    {
        if (await Content(path, cancellation).ConfigureAwait(false) is not { } content)
            return;
        try
        {
            var report = await Import(content, cancellation).ConfigureAwait(false);
            LogImported(log, report.Digest, report.New, report.Known, report.Other, report.Bad.Length);
            // Last, and not kept: it names its payers. The bank has it.
            File.Delete(path);
        }
        catch (GatewayRefusedException refused)
        {
            // Out of the way and not lost: the files behind it go on.
            WholeFile.CreateFolder(PathOf(RefusedName, ""));
            File.Move(path, PathOf(RefusedName, Path.GetFileName(path)), overwrite: true);
            LogRefused(log, Path.GetFileName(path), refused.En);
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

    private string PathOf(string sub, string name) => Path.Combine(folder, sub, name);

    private static GatewayRefusedException TooLong() => new(
        $"对账单文件超过 {FileOctetsMax} 字节。请按天导出。", $"The statement file is longer than {FileOctetsMax} octets. Export it day by day.");

    [LoggerMessage(40, LogLevel.Information, "Statement {Digest} imported: {New} new, {Known} known, {Other} other, {Bad} bad lines; its report lies beside it")]
    private static partial void LogImported(ILogger log, string digest, int @new, int known, int other, int bad);

    [LoggerMessage(41, LogLevel.Warning, "Statement {Name} was moved to the refused: {Reason}")]
    private static partial void LogRefused(ILogger log, string name, string reason);

    /// <summary>A line as it is stored, with the file and the line it came from.</summary>
    private sealed record StatementLine(long Number, string Reference, SealedPayer Payer, long AmountFen, string BookedAt, string Source, int SourceLine)
    {
        public BankLine ToBankLine() => new(Number, Reference, Payer.ToPayer(), AmountFen, InstantPattern.ExtendedIso.Parse(BookedAt).Value);
    }
}
