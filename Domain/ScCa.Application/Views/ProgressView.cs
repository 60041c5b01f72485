using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Views;

/// <summary>One step of an application's progress, as the applicant sees it.</summary>
/// <param name="Name">The event's stored name; its text stands under <c>progress.{name}</c>.</param>
/// <param name="Note">A reason, an amount, a tracking number: whatever the step has to say.</param>
public sealed record ProgressStep(string Name, Instant At, string? Note);

/// <summary>An application and how far it has come.</summary>
/// <param name="Standing">One of the <see cref="Standing"/> names.</param>
public sealed record ProgressRow(
    string Certificate, int Application, string Phone, string Platform, string HolderName, string Operation, int TermYears, string Verification, string Charge,
    Instant AppliedAt, string Standing, string Missing, LocalDate? NotAfter, LocalDate? PostBy, ImmutableArray<int> PostByWithoutCalendar, ImmutableArray<ProgressStep> Steps);

/// <summary>Where an application stands, in the applicant's eyes.</summary>
public static class Standing
{
    public const string UnderReview = "under-review";
    public const string Returned = "returned";
    public const string AwaitingTransfer = "awaiting-transfer";
    public const string InProgress = "in-progress";
    public const string Granted = "granted";
    public const string Done = "done";
    public const string Closed = "closed";
}

/// <summary>Progress (进度查询): the applications under a phone, newest first (A1).</summary>
public sealed class ProgressView : IView
{
    public const string ViewName = "progress-by-phone";

    public string Name => ViewName;

    public int Version => 1;

    public static string KeyOf(string certificate, int application) => $"{certificate}/{application}";

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body is ApplicationEvent e
        ? [HolderKey(happened), KeyOf(happened.StreamKey, e.Application)]
        : [];

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case CertificateAppliedFor e:
                rows.Put(HolderKey(happened), "holders", "", new HolderFacts(e.Platform.Value, e.Holder.CertificateName.Value));
                Put(rows, Started(rows, happened, e.Application, e.Handler, Operation.New, e.Term, e.Verification, e.Charge, e.At));
                break;
            case RenewalApplied e:
                Put(rows, Started(rows, happened, e.Application, e.Handler, Operation.Renew, e.Term, e.Verification, e.Charge, e.At));
                break;
            case ApplicationEvent e when rows.Get<ProgressRow>(KeyOf(happened.StreamKey, e.Application)) is { } row:
                Put(rows, Next(row, e, happened.Stored.Type));
                break;
        }
    }

    private static void Put(Rows rows, ProgressRow row)
    {
        // Newest first: the store sorts upwards, so the sort key counts down from a far future.
        var countdown = (long.MaxValue - row.AppliedAt.ToUnixTimeTicks()).ToString("D19", System.Globalization.CultureInfo.InvariantCulture);
        rows.Put(KeyOf(row.Certificate, row.Application), row.Phone, countdown, row);
    }

    private static ProgressRow Started(
        Rows rows, RecordedEvent happened, int application, Handler handler, Operation operation, Term term, Verification verification, Charge charge,
        Instant at)
    {
        var holder = rows.Get<HolderFacts>(HolderKey(happened))!;
        return new ProgressRow(
            happened.StreamKey, application, handler.PhoneIndex.Value, holder.Platform, holder.Name, operation.ToString(), term.Years,
            verification.ToString(), charge.Total.Value, at, Standing.UnderReview, charge.Total.Value, null, null, [], [new ProgressStep(happened.Stored.Type, at, null)]);
    }

    private static ProgressRow Next(ProgressRow row, ApplicationEvent happened, string storedName)
    {
        var stepped = row with { Steps = row.Steps.Add(new ProgressStep(storedName, happened.At, Note(happened))) };
        return happened switch
        {
            ApplicationApproved e => stepped with { Standing = Approved(row, e) },
            ApplicationReturned => stepped with { Standing = Standing.Returned },
            ApplicationResubmitted => stepped with { Standing = Standing.UnderReview },
            ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed => stepped with { Standing = Standing.Closed },
            TransferCounted e => stepped with { Missing = e.Missing.Value },
            IdentityVerified { Method: Verification.CorporateTransfer } or ApplicationPaid => stepped with { Standing = Standing.InProgress },
            ParcelPromised e => stepped with { PostBy = e.By.Date, PostByWithoutCalendar = e.By.YearsWithoutCalendar },
            GenerationIssued e => stepped with
            {
                Standing = row.Standing == Standing.Granted ? Standing.Granted : Standing.Done,
                NotAfter = Domain.Shanghai.DateOf(e.Validity.NotAfter),
            },
            RenewalGranted e => stepped with { Standing = Standing.Granted, NotAfter = e.NotAfter },
            RenewalCompleted => stepped with { Standing = Standing.Done },
            // An intent is the authority's own affair until it has an outcome.
            IssuanceIntended => row,
            _ => stepped,
        };
    }

    private static string Approved(ProgressRow row, ApplicationApproved e) =>
        e.AmountDue > Money.Zero || row.Verification == nameof(Verification.CorporateTransfer) ? Standing.AwaitingTransfer : Standing.InProgress;

    private static string? Note(ApplicationEvent happened) => happened switch
    {
        ApplicationApproved e => e.AmountDue.Value,
        ApplicationReturned e => e.Reason,
        ApplicationRejected e => e.Reason,
        TransferCounted e => e.Amount.Value,
        ApplicationPaid e => e.Charge.Value,
        ParcelPromised e => SortKeys.Of(e.By.Date),
        GenerationIssued e => e.Serial.Value,
        RenewalGranted e => SortKeys.Of(e.NotAfter),
        KeyPosted e => e.TrackingNumber,
        _ => null,
    };

    private static string HolderKey(RecordedEvent happened) => $"holder/{happened.StreamKey}";

    private sealed record HolderFacts(string Platform, string Name);
}

/// <summary>Asks the view.</summary>
public sealed class ProgressReader(IViewStore store)
{
    private const int PerPhoneMax = 200;

    public async Task<IReadOnlyList<ProgressRow>> ByPhone(PhoneIndex phone, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(phone);
        var rows = await store.Query(ProgressView.ViewName, phone.Value, null, null, PerPhoneMax, cancellation).ConfigureAwait(false);
        return [.. rows.Select(Rows.Read<ProgressRow>)];
    }

    public async Task<ProgressRow?> Find(string certificate, int application, CancellationToken cancellation) =>
        await store.Find(ProgressView.ViewName, ProgressView.KeyOf(certificate, application), cancellation).ConfigureAwait(false) is { } row
            ? Rows.Read<ProgressRow>(row)
            : null;
}
