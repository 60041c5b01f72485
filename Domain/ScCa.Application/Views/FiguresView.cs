using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;

namespace ScCa.Application.Views;

/// <summary>What happened on one platform on one day, by when it took effect.</summary>
public sealed record FiguresRow(
    string Platform, LocalDate Day, int Applied, int Approved, int Returned, int Rejected, int Withdrawn, int Lapsed, int Generations, int Updated, int Revoked,
    int Expired, int Seals, int Invoices, string Charged);

/// <summary>One day's figures, platform by platform.</summary>
public sealed record DayFigures(LocalDate Day, ImmutableArray<FiguresRow> Platforms);

/// <summary>Figures per platform and day.</summary>
public sealed class FiguresView : IView
{
    public const string ViewName = "figures";
    public const string All = "figures";
    private const string Platforms = "platforms";

    public string Name => ViewName;

    public int Version => 1;

    // Later events do not name their platform, so a day's platforms share a row.
    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body is CertificateEvent e
        ? [PlatformKey(happened), DayKey(Shanghai.DateOf(e.At))]
        : [];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        var body = (CertificateEvent)happened.Body;
        if (body is CertificateAppliedFor applied)
            rows.Put(PlatformKey(happened), Platforms, "", new PlatformFact(applied.Platform.Value));
        var platform = rows.Get<PlatformFact>(PlatformKey(happened))!.Platform;
        var day = Shanghai.DateOf(body.At);
        var figures = rows.Get<DayFigures>(DayKey(day)) ?? new DayFigures(day, []);
        var row = figures.Platforms.FirstOrDefault(p => p.Platform == platform)
            ?? new FiguresRow(platform, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Money.Zero.Value);
        var next = Next(row, body);
        if (next != row)
            rows.Put(DayKey(day), All, SortKeys.Of(day), figures with { Platforms = [.. figures.Platforms.Remove(row), next] });
    }

    private static FiguresRow Next(FiguresRow row, CertificateEvent happened) => happened switch
    {
        OperationApplied => row with { Applied = row.Applied + 1 },
        ApplicationApproved => row with { Approved = row.Approved + 1 },
        ApplicationReturned => row with { Returned = row.Returned + 1 },
        ApplicationRejected => row with { Rejected = row.Rejected + 1 },
        ApplicationWithdrawn => row with { Withdrawn = row.Withdrawn + 1 },
        ApplicationLapsed => row with { Lapsed = row.Lapsed + 1 },
        GenerationIssued => row with { Generations = row.Generations + 1 },
        UpdateCompleted => row with { Updated = row.Updated + 1 },
        CertificateRevoked => row with { Revoked = row.Revoked + 1 },
        CertificateExpired => row with { Expired = row.Expired + 1 },
        SealMade => row with { Seals = row.Seals + 1 },
        InvoiceIssued => row with { Invoices = row.Invoices + 1 },
        ApplicationPaid e => row with { Charged = (Money.Parse(row.Charged) + e.Charge).Value },
        _ => row,
    };

    private static string PlatformKey(RecordedEvent happened) => $"platform/{happened.StreamKey}";

    private static string DayKey(LocalDate day) => $"day/{SortKeys.Of(day)}";

    private sealed record PlatformFact(string Platform);
}

/// <summary>Asks the view.</summary>
public sealed class FiguresReader(IViewStore store)
{
    /// <summary>Day by day between the dates, both included, each platform's figures.</summary>
    public async Task<IReadOnlyList<FiguresRow>> Between(LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        var rows = await store.Query(FiguresView.ViewName, FiguresView.All, SortKeys.Of(from), SortKeys.Of(to), int.MaxValue, cancellation).ConfigureAwait(false);
        return [.. rows.SelectMany(r => Rows.Read<DayFigures>(r).Platforms.OrderBy(p => p.Platform, StringComparer.Ordinal))];
    }
}
