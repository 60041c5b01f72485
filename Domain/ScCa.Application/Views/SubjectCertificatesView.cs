using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Application.Views;

/// <summary>A person whose data is kept, and where.</summary>
/// <param name="Certificates">The ids of the certificates that the person has to do with.</param>
/// <param name="LastNotAfter">The last day of any generation of any of them; null where none was issued.</param>
public sealed record SubjectCertificates(ImmutableArray<string> Certificates, LocalDate? LastNotAfter);

/// <summary>Which certificates a person has to do with, and until when each was ever valid (A10).</summary>
public sealed class SubjectCertificatesView : IView
{
    public const string ViewName = "subject-certificates";
    private const string Subjects = "subjects";
    private const string Certificates = "certificates";

    public string Name => ViewName;

    public int Version => 1;

    public IReadOnlyList<string> KeysFor(RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Body is GenerationIssued
            ? [CertificateKey(happened.StreamKey)]
            : [.. EventSubjects.Of(happened.Body).Select(subject => SubjectKey(subject.Value))];
    }

    public void Fold(Rows rows, RecordedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Body is GenerationIssued issued)
            Extend(rows, happened.StreamKey, Shanghai.DateOf(issued.Validity.NotAfter));
        foreach (var subject in EventSubjects.Of(happened.Body))
            Add(rows, subject, happened);
    }

    internal static string SubjectKey(string subject) => $"subject/{subject}";

    internal static string CertificateKey(string certificate) => $"certificate/{certificate}";

    // A reissue may end before the generation that it replaces: what counts is the last day that any of them had.
    private static void Extend(Rows rows, string certificate, LocalDate notAfter)
    {
        var key = CertificateKey(certificate);
        var last = rows.Get<CertificateEnd>(key)?.LastNotAfter is { } known ? LocalDate.Max(known, notAfter) : notAfter;
        rows.Put(key, Certificates, certificate, new CertificateEnd(last));
    }

    private static void Add(Rows rows, SubjectId subject, RecordedEvent happened)
    {
        var key = SubjectKey(subject.Value);
        var known = rows.Get<SubjectPlaces>(key);
        var certificates = known?.Certificates ?? [];
        if (happened.Body is CertificateEvent && !certificates.Contains(happened.StreamKey))
            rows.Put(key, Subjects, subject.Value, new SubjectPlaces(certificates.Add(happened.StreamKey)));
        else if (known is null)
            rows.Put(key, Subjects, subject.Value, new SubjectPlaces([]));
    }

    internal sealed record SubjectPlaces(ImmutableArray<string> Certificates);

    internal sealed record CertificateEnd(LocalDate LastNotAfter);
}

/// <summary>Asks the view.</summary>
public sealed class SubjectCertificatesReader(IViewStore store, IEventStore events)
{
    /// <summary>The person's certificates; null for somebody of whom nothing is known.</summary>
    public async Task<SubjectCertificates?> Find(string subject, CancellationToken cancellation)
    {
        if (await Row<SubjectCertificatesView.SubjectPlaces>(SubjectCertificatesView.SubjectKey(subject), cancellation).ConfigureAwait(false) is not { } places)
            return null;
        LocalDate? last = null;
        foreach (var certificate in places.Certificates)
        {
            var end = await Row<SubjectCertificatesView.CertificateEnd>(SubjectCertificatesView.CertificateKey(certificate), cancellation).ConfigureAwait(false);
            if (end is not null && !(last > end.LastNotAfter))
                last = end.LastNotAfter;
        }

        return new SubjectCertificates(places.Certificates, last);
    }

    /// <summary>Whether the view has seen everything that has happened: what is decided for good is not decided on less.</summary>
    public async Task<bool> IsCurrent(CancellationToken cancellation)
    {
        var happened = await events.LastPosition(cancellation).ConfigureAwait(false);
        var view = new SubjectCertificatesView();
        return await store.Checkpoint(view.Name, view.Version, cancellation).ConfigureAwait(false) >= happened;
    }

    private async Task<T?> Row<T>(string key, CancellationToken cancellation) where T : class =>
        await store.Find(SubjectCertificatesView.ViewName, key, cancellation).ConfigureAwait(false) is { } row ? Rows.Read<T>(row) : null;
}
