using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Views;

/// <summary>An application that waits for its review.</summary>
public sealed record ReviewRow(
    string Certificate, int Application, string Platform, string Role, string HolderName, string CreditCode, string Operation, string Stage, int TermYears,
    string Charge, int PolicyVersion, Instant AppliedAt, int Submissions);

/// <summary>What reviewers have before them, oldest first; returned applications wait apart.</summary>
public sealed class ReviewQueueView : IView
{
    public const string ViewName = "review-queue";
    public const string Waiting = "waiting";
    private const string ReturnedPartition = "returned";

    public string Name => ViewName;

    public int Version => 1;

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
                Put(rows, happened, Started(rows, happened, e.Application, Operation.New, Stage.BeforeIssue, e.Term, e.Charge, e.PolicyVersion, e.At), Waiting);
                break;
            case RenewalApplied e:
                Put(rows, happened, Started(rows, happened, e.Application, Operation.Renew, e.Stage, e.Term, e.Charge, e.PolicyVersion, e.At), Waiting);
                break;
            case ApplicationReturned e when rows.Get<ReviewRow>(Key(happened, e.Application)) is { } row:
                Put(rows, happened, row, ReturnedPartition);
                break;
            case ApplicationResubmitted e when rows.Get<ReviewRow>(Key(happened, e.Application)) is { } row:
                Put(rows, happened, row with { Submissions = row.Submissions + 1 }, Waiting);
                break;
            case ApplicationApproved or ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed:
                rows.Delete(Key(happened, ((ApplicationEvent)happened.Body).Application));
                break;
        }
    }

    private static void Put(Rows rows, RecordedEvent happened, ReviewRow row, string partition) =>
        rows.Put(Key(happened, row.Application), partition, SortKeys.Of(row.AppliedAt), row);

    private static ReviewRow Started(
        Rows rows, RecordedEvent happened, int application, Operation operation, Stage stage, Term term, Charge charge, int policyVersion, Instant at)
    {
        var (platform, holder) = rows.Get<HolderFacts>(HolderKey(happened))!;
        return new ReviewRow(
            happened.StreamKey, application, platform, holder.Role.Value, holder.CertificateName.Value, (holder as UnitHolder)?.CreditCode.Value ?? "",
            operation.ToString(), stage.ToString(), term.Years, charge.Total.Value, policyVersion, at, 1);
    }

    private static string Key(RecordedEvent happened, int application) => $"{happened.StreamKey}/{application}";

    private static string HolderKey(RecordedEvent happened) => $"holder/{happened.StreamKey}";

    private sealed record HolderFacts(string Platform, Holder Holder);
}

/// <summary>Asks the view.</summary>
public sealed class ReviewQueueReader(IViewStore store)
{
    public async Task<IReadOnlyList<ReviewRow>> Waiting(int max, CancellationToken cancellation)
    {
        var rows = await store.Query(ReviewQueueView.ViewName, ReviewQueueView.Waiting, null, null, max, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<ReviewRow>)];
    }
}
