using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Units;

namespace ScCa.Application.Views;

/// <summary>A subject whose data is kept, and where.</summary>
/// <param name="Certificates">The ids of the certificates that the subject has to do with, or has paid for.</param>
/// <param name="LastNotAfter">The last day of any generation of any of them; null where none was issued.</param>
/// <param name="Units">The credit codes of the units that the subject has acted for.</param>
/// <param name="Payments">The references of the payments that came from the subject.</param>
public sealed record SubjectCertificates(
    ImmutableArray<string> Certificates, LocalDate? LastNotAfter, ImmutableArray<string> Units, ImmutableArray<string> Payments);

/// <summary>Which certificates a subject has to do with, until when each was ever valid, what was paid for it, and who bears a name (A10).</summary>
public sealed class SubjectCertificatesView : IView
{
    public const string ViewName = "subject-certificates";
    private const string Subjects = "subjects";
    private const string Certificates = "certificates";

    public string Name => ViewName;

    public int Version => 2;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return
        [
            .. EventSubjects.Of(happened.Body).Select(subject => SubjectKey(subject.Value)),
            .. Named(happened.Body).Select(named => NamedKey(named.Name, named.Subject)),
            .. CertificateOf(happened) is { } certificate ? [CertificateKey(certificate)] : Array.Empty<string>(),
        ];
    }

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        foreach (var subject in EventSubjects.Of(happened.Body))
            rows.Put(SubjectKey(subject.Value), Subjects, subject.Value, With(rows.Get<SubjectPlaces>(SubjectKey(subject.Value)) ?? SubjectPlaces.None, happened));
        foreach (var (name, subject) in Named(happened.Body))
            rows.Put(NamedKey(name, subject), NamedPartition(name), subject.Value, new NamedSubject(subject.Value));
        if (CertificateOf(happened) is { } certificate)
            rows.Put(CertificateKey(certificate), Certificates, certificate, With(rows.Get<CertificateFacts>(CertificateKey(certificate)) ?? CertificateFacts.None, happened));
    }

    internal static string SubjectKey(string subject) => $"subject/{subject}";

    internal static string CertificateKey(string certificate) => $"certificate/{certificate}";

    internal static string NamedPartition(NameIndex name) => $"named/{name.Value}";

    private static string NamedKey(NameIndex name, SubjectId subject) => $"{NamedPartition(name)}/{subject.Value}";

    private static string? CertificateOf(RecordedEvent happened) => happened.Body switch
    {
        GenerationIssued => happened.StreamKey,
        TransferClaimed e => e.Certificate.Value,
        _ => null,
    };

    // Handlers have no index: a phone is what they are found by.
    private static IEnumerable<(NameIndex Name, SubjectId Subject)> Named(object body) => body switch
    {
        CertificateAppliedFor { Holder.NaturalPerson: { } person } => [(person.NameIndex, person.Subject)],
        ChangeApplied { NewHolder.NaturalPerson: { } person } => [(person.NameIndex, person.Subject)],
        TransferReceived e => [(e.Payer.NameIndex, e.Payer.Subject)],
        _ => [],
    };

    private static SubjectPlaces With(SubjectPlaces known, RecordedEvent happened) => happened.Body switch
    {
        CertificateEvent => known with { Certificates = Added(known.Certificates, happened.StreamKey) },
        UnitEvent => known with { Units = Added(known.Units, happened.StreamKey) },
        TransferClaimed e => known with { Certificates = Added(known.Certificates, e.Certificate.Value) },
        TransferEvent => known with { Payments = Added(known.Payments, happened.StreamKey) },
        _ => known,
    };

    // A reissue may end before the generation that it replaces: what counts is the last day that any of them had.
    private static CertificateFacts With(CertificateFacts known, RecordedEvent happened) => happened.Body switch
    {
        GenerationIssued e when Shanghai.DateOf(e.Validity.NotAfter) is var notAfter =>
            known with { LastNotAfter = known.LastNotAfter is { } last ? LocalDate.Max(last, notAfter) : notAfter },
        TransferClaimed => known with { Payments = Added(known.Payments, happened.StreamKey) },
        _ => known,
    };

    private static ImmutableArray<string> Added(ImmutableArray<string> known, string one) => known.Contains(one) ? known : known.Add(one);

    internal sealed record SubjectPlaces(ImmutableArray<string> Certificates, ImmutableArray<string> Units, ImmutableArray<string> Payments)
    {
        public static SubjectPlaces None { get; } = new([], [], []);
    }

    internal sealed record CertificateFacts(LocalDate? LastNotAfter, ImmutableArray<string> Payments)
    {
        public static CertificateFacts None { get; } = new(null, []);
    }

    internal sealed record NamedSubject(string Subject);
}

/// <summary>Asks the view.</summary>
public sealed class SubjectCertificatesReader(IViewStore store, IEventStore events)
{
    private const int NamedMax = 200;

    /// <summary>Where the subject's data is kept; null for somebody of whom nothing is known.</summary>
    public async Task<SubjectCertificates?> Find(string subject, CancellationToken cancellation)
    {
        if (await Row<SubjectCertificatesView.SubjectPlaces>(SubjectCertificatesView.SubjectKey(subject), cancellation).ConfigureAwait(false) is not { } places)
            return null;
        LocalDate? last = null;
        foreach (var certificate in places.Certificates)
        {
            if ((await Facts(certificate, cancellation).ConfigureAwait(false))?.LastNotAfter is { } end && !(last > end))
                last = end;
        }

        return new SubjectCertificates(places.Certificates, last, places.Units, places.Payments);
    }

    /// <summary>The subjects that bear a name: whom certificates name, and payments that came under it.</summary>
    public async Task<IReadOnlyList<SubjectId>> Named(NameIndex name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        var rows = await store.Query(SubjectCertificatesView.ViewName, SubjectCertificatesView.NamedPartition(name), null, null, NamedMax, cancellation).ConfigureAwait(false);
        return [.. rows.Select(row => new SubjectId(Rows.Read<SubjectCertificatesView.NamedSubject>(row).Subject))];
    }

    /// <summary>The references of what was ever claimed for a certificate.</summary>
    internal async Task<ImmutableArray<string>> PaymentsFor(string certificate, CancellationToken cancellation) =>
        (await Facts(certificate, cancellation).ConfigureAwait(false))?.Payments ?? [];

    /// <summary>Whether the view has seen everything that has happened: what is decided for good is not decided on less.</summary>
    public async Task<bool> IsCurrent(CancellationToken cancellation)
    {
        var happened = await events.LastPosition(cancellation).ConfigureAwait(false);
        var view = new SubjectCertificatesView();
        return await store.Checkpoint(view.Name, view.Version, cancellation).ConfigureAwait(false) >= happened;
    }

    private Task<SubjectCertificatesView.CertificateFacts?> Facts(string certificate, CancellationToken cancellation) =>
        Row<SubjectCertificatesView.CertificateFacts>(SubjectCertificatesView.CertificateKey(certificate), cancellation);

    private async Task<T?> Row<T>(string key, CancellationToken cancellation) where T : class =>
        await store.Find(SubjectCertificatesView.ViewName, key, cancellation).ConfigureAwait(false) is { } row ? Rows.Read<T>(row) : null;
}
