using System.Collections.Immutable;
using System.Globalization;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;

namespace ScCa.Application.Views;

/// <summary>Progress (进度查询): the applications under a phone, newest first (A1).</summary>
public sealed class ProgressView : IView
{
    public const string ViewName = "progress-by-phone";

    public string Name => ViewName;

    public int Version => 4;

    public static string KeyOf(string certificate, int application) => $"{certificate}/{application}";

    public IReadOnlyList<string> KeysFor(RecordedEvent happened) => happened?.Body switch
    {
        ApplicationEvent e => [HolderKey(happened), KeyOf(happened.StreamKey, e.Application)],
        HandlerChanged { Application: { } application } => [KeyOf(happened.StreamKey, application)],
        CertificateRevoked { Application: { } application } => [KeyOf(happened.StreamKey, application)],
        _ => [],
    };

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Body)
        {
            case CertificateAppliedFor e:
                rows.Put(HolderKey(happened), "holders", "", new HolderFacts(e.Platform.Value, ShownName.Of(e.Holder)));
                Put(rows, Started(rows, happened, e));
                break;
            case OperationApplied e:
                Put(rows, Started(rows, happened, e));
                break;
            case ApplicationEvent e when rows.Get<ProgressRow>(KeyOf(happened.StreamKey, e.Application)) is { } row:
                Put(rows, Next(row, e, happened.Stored.Type));
                if (e is UpdateGranted granted)
                    rows.Put(HolderKey(happened), "holders", "", rows.Get<HolderFacts>(HolderKey(happened))! with { Name = ShownName.Of(granted.Holder) });
                break;
            // A1: it is found under the phone it is handled under now.
            case HandlerChanged { Application: { } application } e when rows.Get<ProgressRow>(KeyOf(happened.StreamKey, application)) is { } row:
                Put(rows, row with { Phone = e.Handler.PhoneIndex.Value });
                break;
            case CertificateRevoked { Application: { } application } e when rows.Get<ProgressRow>(KeyOf(happened.StreamKey, application)) is { } row:
                Put(rows, row with { Standing = Standing.Done, Steps = row.Steps.Add(new ProgressStep(happened.Stored.Type, e.At, null)) });
                break;
        }
    }

    private static void Put(Rows rows, ProgressRow row)
    {
        // Newest first: the store sorts upwards, so the sort key counts down from a far future.
        var countdown = (long.MaxValue - row.AppliedAt.ToUnixTimeTicks()).ToString("D19", CultureInfo.InvariantCulture);
        rows.Put(KeyOf(row.Certificate, row.Application), row.Phone, countdown, row);
    }

    private static ProgressRow Started(Rows rows, RecordedEvent happened, OperationApplied applied)
    {
        var holder = rows.Get<HolderFacts>(HolderKey(happened))!;
        var under = applied.Under;
        var row = new ProgressRow(
            happened.StreamKey, applied.Application, under.Applying.Handler.PhoneIndex.Value, holder.Platform, holder.Name, applied.Request.Operation.ToString(),
            TermOf(applied.Request), under.Applying.Channel.ToString(), under.Applying.HandledBy.ToString(), under.Charge.Total.Value, applied.At,
            Standing.UnderReview, !under.Reviewed, under.Materials.IsEmpty, [.. under.Verification.Select(v => v.ToString())],
            [.. under.Materials.Select(m => new ProgressMaterial(m.Value, null, null))], under.Charge.Total.Value, under.ReviewedBy?.Date, null, null, [], null, null, null,
            [new ProgressStep(happened.Stored.Type, applied.At, null)]);
        return under.Reviewed ? row : row with { Standing = Waiting(row) };
    }

    private static int? TermOf(Request request) => request switch
    {
        NewRequest r => r.Term.Years,
        RenewRequest r => r.Term.Years,
        _ => null,
    };

    private static ProgressRow Next(ProgressRow row, ApplicationEvent happened, string storedName)
    {
        var stepped = row with { Steps = row.Steps.Add(new ProgressStep(storedName, happened.At, ProgressNotes.Of(happened))) };
        return happened switch
        {
            // Said in the form itself, it is no step of its own.
            RegionNamed e => row with { Region = e.Region.Value },
            ApplicationApproved => Waits(stepped with { IsApproved = true }),
            ApplicationReturned => stepped with { Standing = Standing.Returned },
            ApplicationResubmitted => stepped with { Standing = Standing.UnderReview },
            ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed or ApplicationSuperseded or ApplicationOvertaken or GrantEnded => stepped with { Standing = Standing.Closed },
            MaterialProvided e => Waits(stepped with { Materials = With(row.Materials, new ProgressMaterial(e.Material.Value, e.Digest.Value, null)) }),
            MaterialReturned e => Waits(stepped with
            {
                Materials = With(row.Materials, new ProgressMaterial(e.Material.Value, row.Materials.First(m => m.Id == e.Material.Value).Digest, e.Reason)),
            }),
            MaterialsCompleted => Waits(stepped with { AreMaterialsComplete = true }),
            TransferCounted e => Waits(stepped with { Missing = e.Missing.Value }),
            IdentityVerified e => Waits(stepped with { ToVerify = row.ToVerify.Remove(e.Method.ToString()) }),
            VisitBooked e => stepped with { Visit = e.Visit },
            ParcelPromised e => stepped with { PostBy = e.By.Date, PostByWithoutCalendar = e.By.YearsWithoutCalendar },
            GenerationIssued e => stepped with
            {
                Standing = row.Standing == Standing.Granted ? Standing.Granted : Standing.Done,
                NotAfter = Shanghai.DateOf(e.Validity.NotAfter),
            },
            UpdateGranted e => stepped with { Standing = Standing.Granted, NotAfter = e.NotAfter },
            UnlockGranted => stepped with { Standing = Standing.Granted },
            UpdateCompleted or CertificateUnlocked or SealsFulfilled or EContractEnabled => stepped with { Standing = Standing.Done },
            InvoicePromised e => stepped with { InvoiceBy = e.By.Date },
            InvoiceIssued e => stepped with { Invoice = e.Number },
            InvoiceReversed => stepped with { Invoice = null },
            // What has no outcome yet is the authority's own affair.
            IssuanceIntended or EncryptionIntended or EncryptionIssued or InvoiceReversalRequested or InvoiceReversalFailed => row,
            ParcelLabelled or KeyPosted or ParcelDelivered or ParcelReturned or ParcelResent or ParcelHandedOver =>
                stepped with { Parcel = ShownParcel.After(row.Parcel, happened) },
            _ => stepped,
        };
    }

    // What is not decided yet, or is over, is not brought forward by a paper or a payment.
    private static ProgressRow Waits(ProgressRow row) =>
        row.IsApproved && row.Standing is not (Standing.Granted or Standing.Done or Standing.Closed) ? row with { Standing = Waiting(row) } : row;

    private static string Waiting(ProgressRow row) => row switch
    {
        { AreMaterialsComplete: false } => row.Materials.Any(m => m.IsToGive) ? Standing.AwaitingMaterials : Standing.MaterialsUnderReview,
        _ when row.ToVerify.Any(v => v != nameof(Verification.CorporateTransfer)) => Standing.AwaitingVerification,
        _ when !row.ToVerify.IsEmpty || Money.Parse(row.Missing) > Money.Zero => Standing.AwaitingPayment,
        _ => Standing.InProgress,
    };

    private static ImmutableArray<ProgressMaterial> With(ImmutableArray<ProgressMaterial> materials, ProgressMaterial changed) =>
        [.. materials.Select(m => m.Id == changed.Id ? changed : m)];

    private static string HolderKey(RecordedEvent happened) => $"holder/{happened.StreamKey}";

    private sealed record HolderFacts(string Platform, ShownName Name);
}

/// <summary>Asks the view.</summary>
public sealed class ProgressReader(IViewStore store, ShownNames names)
{
    private const int PerPhoneMax = 200;

    public async Task<IReadOnlyList<ProgressRow>> ByPhone(PhoneIndex phone, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(phone);
        var rows = await store.Query(ProgressView.ViewName, phone.Value, null, null, PerPhoneMax, cancellation).ConfigureAwait(false);
        return await names.Open(rows.Select(Rows.Read<ProgressRow>), r => r.Holder, (r, n) => r with { Holder = n }, cancellation).ConfigureAwait(false);
    }

    public async Task<ProgressRow?> Find(string certificate, int application, CancellationToken cancellation)
    {
        if (await store.Find(ProgressView.ViewName, ProgressView.KeyOf(certificate, application), cancellation).ConfigureAwait(false) is not { } found)
            return null;
        var row = Rows.Read<ProgressRow>(found);
        return row with { Holder = await names.Open(row.Holder, cancellation).ConfigureAwait(false) };
    }
}
