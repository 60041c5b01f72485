using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ScCa.Application.Intake;
using ScCa.Gateways;
using ScCa.Gateways.Bank;
using ScCa.Keys;

namespace ScCa.Composition.Gateways;

/// <summary>A line of a statement that was not taken: its number, the last one it spans, and the name of the reason.</summary>
public sealed record RefusedStatementLine(int Line, int LastLine, string Reason);

/// <summary>What became of a statement file; its report is kept under its digest.</summary>
public sealed record ImportedStatement(string Digest, int New, int Known, int Other, ImmutableArray<RefusedStatementLine> Bad);

/// <summary>Imports one statement file by hand, beside whatever is at work on the folder; the worker takes the transfers in from there.</summary>
public static class StatementImport
{
    /// <exception cref="StartUpRefusedException">The folder is none of real business, or mapping or file cannot be used; nothing was taken.</exception>
    public static async Task<ImportedStatement> ImportStatement(this IServiceProvider services, string file, string mappingFile, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        var folder = services.GetRequiredService<DataFolder>();
        if (folder.IsDemo)
            throw new StartUpRefusedException(StartUpRefusal.FolderIsDemo(folder.Root));
        if (!folder.IsReal)
            throw new StartUpRefusedException(StartUpRefusal.NotSetUp(folder.Root));
        try
        {
            var mapping = MappingFile.Read(mappingFile);
            var statements = new StatementFolder(folder.Bank, mapping, new Lazy<Payers>(services.GetRequiredService<Payers>), NullLogger<StatementFolder>.Instance);
            var report = await statements.ImportFile(file, cancellation).ConfigureAwait(false);
            return new ImportedStatement(
                report.Digest, report.New, report.Known, report.Other,
                [.. report.Bad.Select(line => new RefusedStatementLine(line.Line, line.LastLine, line.Reason.ToString()))]);
        }
        catch (GatewayRefusedException reason)
        {
            throw new StartUpRefusedException(new StartUpRefusal("ST2", reason.ZhCn, reason.En));
        }
        catch (KeyRefusedException reason)
        {
            throw new StartUpRefusedException(new StartUpRefusal("ST6", reason.ZhCn, reason.En));
        }
    }
}
