using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Views;

/// <summary>An application that waits for its review, or whose papers do.</summary>
/// <param name="SealPictures">How many seal pictures the reviewer has to judge (S4).</param>
/// <param name="ReviewBy">The date its review is promised by (D5); the overdue head the queue.</param>
public sealed record ReviewRow(
    string Certificate, int Application, string Platform, string Role, ShownName Holder, string CreditCode, string Operation, string Stage, string Channel,
    string HandledBy, int? TermYears, int SealPictures, string Charge, int PolicyVersion, Instant AppliedAt, LocalDate? ReviewBy, int Submissions, bool IsApproved,
    ImmutableArray<ProgressMaterial> Materials)
{
    /// <summary>The region that a New has named, where its platform asks for one.</summary>
    public string? Region { get; init; }

    public string HolderName => Holder.Text;
}

/// <summary>What reviewers have before them, the earliest promise first, then the oldest; what waits for the applicant waits apart.</summary>
public sealed class ReviewQueueView : IView
{
    public const string ViewName = "review-queue";
    public const string Waiting = "waiting";

    /// <summary>Approved, with every paper given: the papers wait to be looked at.</summary>
    public const string Papers = "papers";
    private const string Elsewhere = "elsewhere";

    public string Name => ViewName;

    public int Version => 2;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body is ApplicationEvent e
        ? [HolderKey(happened), Key(happened, e.Application)]
        : [];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case CertificateAppliedFor e:
                rows.Put(HolderKey(happened), "holders", "", new HolderFacts(e.Platform.Value, e.Holder));
                Start(rows, happened, e);
                break;
            case OperationApplied e:
                Start(rows, happened, e);
                break;
            case ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed or ApplicationSuperseded or ApplicationOvertaken or MaterialsCompleted:
                rows.Delete(Key(happened, ((ApplicationEvent)happened.Body).Application));
                break;
            case ApplicationEvent e when rows.Get<ReviewRow>(Key(happened, e.Application)) is { } row:
                Next(rows, happened, row, e);
                break;
        }
    }

    private static void Start(Rows rows, RecordedEvent happened, OperationApplied applied)
    {
        if (Started(rows, happened, applied) is var row && (applied.Under.Reviewed || !applied.Under.Materials.IsEmpty))
            Put(rows, happened, row, applied.Under.Reviewed ? Waiting : Elsewhere);
    }

    private static void Next(Rows rows, RecordedEvent happened, ReviewRow row, ApplicationEvent e)
    {
        switch (e)
        {
            case RegionNamed r:
                PutPapers(rows, happened, row with { Region = r.Region.Value });
                break;
            case ApplicationReturned:
                Put(rows, happened, row, Elsewhere);
                break;
            case ApplicationResubmitted:
                Put(rows, happened, row with { Submissions = row.Submissions + 1 }, Waiting);
                break;
            case ApplicationApproved when row.Materials.IsEmpty:
                rows.Delete(Key(happened, e.Application));
                break;
            case ApplicationApproved:
                PutPapers(rows, happened, row with { IsApproved = true });
                break;
            case MaterialProvided m:
                PutPapers(rows, happened, row with { Materials = With(row, new ProgressMaterial(m.Material.Value, m.Digest.Value, null)) });
                break;
            case MaterialReturned m:
                var digest = row.Materials.First(p => p.Id == m.Material.Value).Digest;
                PutPapers(rows, happened, row with { Materials = With(row, new ProgressMaterial(m.Material.Value, digest, m.Reason)) });
                break;
        }
    }

    private static void PutPapers(Rows rows, RecordedEvent happened, ReviewRow row) =>
        Put(rows, happened, row, !row.IsApproved ? Waiting : row.Materials.Any(m => m.IsToGive) ? Elsewhere : Papers);

    private static ImmutableArray<ProgressMaterial> With(ReviewRow row, ProgressMaterial changed) =>
        [.. row.Materials.Select(m => m.Id == changed.Id ? changed : m)];

    // A promised review comes before one that is not promised.
    private static void Put(Rows rows, RecordedEvent happened, ReviewRow row, string partition) =>
        rows.Put(Key(happened, row.Application), partition, $"{(row.ReviewBy is { } by ? SortKeys.Of(by) : "9999-12-31")} {SortKeys.Of(row.AppliedAt)}", row);

    private static ReviewRow Started(Rows rows, RecordedEvent happened, OperationApplied applied)
    {
        var (platform, holder) = rows.Get<HolderFacts>(HolderKey(happened))!;
        var under = applied.Under;
        return new ReviewRow(
            happened.StreamKey, applied.Application, platform, holder.Role.Value, ShownName.Of(holder), holder.Unit?.CreditCode.Value ?? "",
            applied.Request.Operation.ToString(), under.Stage.ToString(), under.Applying.Channel.ToString(), under.Applying.HandledBy.ToString(),
            applied.Request is NewRequest { Term: var newTerm } ? newTerm.Years : applied.Request is RenewRequest { Term: var term } ? term.Years : null,
            applied.Request.SealPictures, under.Charge.Total.Value, under.PolicyVersion, applied.At, under.ReviewedBy?.Date, 1, !under.Reviewed,
            [.. under.Materials.Select(m => new ProgressMaterial(m.Value, null, null))]);
    }

    private static string Key(RecordedEvent happened, int application) => $"{happened.StreamKey}/{application}";

    private static string HolderKey(RecordedEvent happened) => $"holder/{happened.StreamKey}";

    private sealed record HolderFacts(string Platform, Holder Holder);
}

/// <summary>Asks the view.</summary>
public sealed class ReviewQueueReader(IViewStore store, ShownNames names)
{
    public Task<IReadOnlyList<ReviewRow>> Waiting(int max, CancellationToken cancellation) => In(ReviewQueueView.Waiting, max, cancellation);

    /// <summary>Applications whose papers wait to be looked at.</summary>
    public Task<IReadOnlyList<ReviewRow>> Papers(int max, CancellationToken cancellation) => In(ReviewQueueView.Papers, max, cancellation);

    private async Task<IReadOnlyList<ReviewRow>> In(string partition, int max, CancellationToken cancellation)
    {
        var rows = await store.Query(ReviewQueueView.ViewName, partition, null, null, max, cancellation).ConfigureAwait(false);
        return await names.Open(rows.Select(Rows.Read<ReviewRow>), r => r.Holder, (r, n) => r with { Holder = n }, cancellation).ConfigureAwait(false);
    }
}
