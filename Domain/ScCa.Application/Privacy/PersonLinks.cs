using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using ScCa.Domain.People;

namespace ScCa.Application.Privacy;

/// <summary>
/// Finds the subjects that are one person (A10): within one certificate, whom it names, whoever handled it and whoever paid for it are the same where they bear
/// the same name. A phone that was ever used under another person's name as well is nobody's alone and links nothing. Nothing of it is stored: a link that
/// outlived the names would be a fact about an erased person.
/// </summary>
public sealed class PersonLinks(SubjectCertificatesReader records, SubjectStates states, CommandExecutor executor, PersonalData personal, IClock clock)
{
    /// <summary>The person that a subject belongs to; null where nothing is known of the subject.</summary>
    public async Task<KnownPerson?> Of(SubjectId subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (await records.Find(subject.Value, cancellation).ConfigureAwait(false) is null)
            return null;
        var search = new Search(records, new CertificateParties(executor, records, personal));
        await search.Run(subject, cancellation).ConfigureAwait(false);
        var subjects = new List<PersonSubject>();
        foreach (var id in search.Found.OrderBy(SubjectKinds.Of).ThenBy(s => s.Value, StringComparer.Ordinal))
            subjects.Add(new PersonSubject(id, SubjectKinds.Of(id), await states.State(id, cancellation).ConfigureAwait(false)));
        return new KnownPerson(
            [.. subjects], [.. search.Shared.OrderBy(s => s.Value, StringComparer.Ordinal)], [.. search.Certificates], search.LastNotAfter,
            await OpenCase(search, cancellation).ConfigureAwait(false));
    }

    private async Task<string?> OpenCase(Search search, CancellationToken cancellation)
    {
        foreach (var certificate in search.Certificates)
        {
            if (OpenIn(await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false)) is { } number
                && await search.IsConcernedNow(certificate, executor, cancellation).ConfigureAwait(false))
            {
                return $"{certificate}/{number}";
            }
        }

        foreach (var payment in search.Payments)
        {
            if (await executor.State<Transfer>(payment, cancellation).ConfigureAwait(false) is ReceivedTransfer transfer && IsUnsettled(transfer))
                return payment;
        }

        return null;
    }

    // A grant whose end has passed gives nothing any more, though nobody has said so.
    private int? OpenIn(Certificate state) => state switch
    {
        KnownCertificate { Open: { } open } => open.Number,
        IssuedCertificate { Grant: { } grant } when Shanghai.DateOf(clock.GetCurrentInstant()) <= grant.NotAfter => grant.Application,
        _ => null,
    };

    private static bool IsUnsettled(ReceivedTransfer transfer) => transfer.Refund is not null || transfer is not ConfirmedTransfer && transfer.Left > Money.Zero;

    /// <summary>One search: from subject to subject over the certificates that both have to do with.</summary>
    private sealed class Search(SubjectCertificatesReader records, CertificateParties parties)
    {
        private readonly Dictionary<SubjectId, ImmutableHashSet<NameIndex>> names = [];

        public List<SubjectId> Found { get; } = [];

        public HashSet<SubjectId> Shared { get; } = [];

        public SortedSet<string> Certificates { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Payments { get; } = new(StringComparer.Ordinal);

        public LocalDate? LastNotAfter { get; private set; }

        public async Task Run(SubjectId start, CancellationToken cancellation)
        {
            Found.Add(start);
            for (var i = 0; i < Found.Count; i++)
            {
                if (await records.Find(Found[i].Value, cancellation).ConfigureAwait(false) is not { } places)
                    continue;
                Payments.UnionWith(places.Payments);
                if (places.LastNotAfter is { } last && !(LastNotAfter > last))
                    LastNotAfter = last;
                foreach (var certificate in places.Certificates)
                {
                    Certificates.Add(certificate);
                    await FollowIn(certificate, Found[i], cancellation).ConfigureAwait(false);
                }
            }

            Shared.ExceptWith(Found);
        }

        /// <summary>Whether one of the person's subjects is named by, handles or has paid for the certificate; having handled it once is not enough.</summary>
        public async Task<bool> IsConcernedNow(string certificate, CommandExecutor executor, CancellationToken cancellation)
        {
            if (await executor.State<Certificate>(certificate, cancellation).ConfigureAwait(false) is not KnownCertificate known)
                return false;
            var paid = (await parties.OfCertificate(certificate, cancellation).ConfigureAwait(false))
                .Select(p => p.Subject).Where(s => SubjectKinds.Of(s) == SubjectKind.Payment);
            SubjectId?[] concerned = [known.Holder.NaturalPerson?.Subject, known.Handler.Subject, known.Open?.Handler.Subject, .. paid];
            return concerned.OfType<SubjectId>().Any(Found.Contains);
        }

        private async Task FollowIn(string certificate, SubjectId from, CancellationToken cancellation)
        {
            var mine = await NamesOf(from, cancellation).ConfigureAwait(false);
            foreach (var other in (await parties.OfCertificate(certificate, cancellation).ConfigureAwait(false)).Select(p => p.Subject).Distinct())
            {
                if (Found.Contains(other))
                    continue;
                var theirs = await NamesOf(other, cancellation).ConfigureAwait(false);
                if (AreOne(from, mine, other, theirs))
                    Found.Add(other);
                else if (SubjectKinds.Of(other) == SubjectKind.Phone && mine.Overlaps(theirs))
                    Shared.Add(other);
            }
        }

        // Whom a certificate names may have changed his name: his phone and his account bear one of those he has had. Two ID numbers are two people.
        private static bool AreOne(SubjectId one, ImmutableHashSet<NameIndex> names, SubjectId other, ImmutableHashSet<NameIndex> others) =>
            !names.IsEmpty && !others.IsEmpty && (SubjectKinds.Of(one), SubjectKinds.Of(other)) switch
            {
                (SubjectKind.IdNumber, SubjectKind.IdNumber) => false,
                (SubjectKind.IdNumber, _) => others.IsSubsetOf(names),
                (_, SubjectKind.IdNumber) => names.IsSubsetOf(others),
                _ => names.SetEquals(others),
            };

        private async Task<ImmutableHashSet<NameIndex>> NamesOf(SubjectId subject, CancellationToken cancellation)
        {
            if (names.TryGetValue(subject, out var known))
                return known;
            var all = new List<Party>();
            if (await records.Find(subject.Value, cancellation).ConfigureAwait(false) is { } places)
            {
                foreach (var certificate in places.Certificates)
                    all.AddRange(await parties.OfCertificate(certificate, cancellation).ConfigureAwait(false));
                foreach (var unit in places.Units)
                    all.AddRange(await parties.OfUnit(unit, cancellation).ConfigureAwait(false));
                foreach (var payment in places.Payments)
                    all.AddRange(await parties.OfPayment(payment, cancellation).ConfigureAwait(false));
            }

            return names[subject] = [.. all.Where(p => p.Subject == subject).Select(p => p.Name)];
        }
    }
}
