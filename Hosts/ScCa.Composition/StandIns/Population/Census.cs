using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Composition.StandIns.Population;

/// <summary>How many certificates of a platform stand how, and what they have been through.</summary>
public sealed record PlatformCensus(string Platform, int All, IReadOnlyDictionary<string, int> States, IReadOnlyDictionary<string, int> Lives);

/// <summary>A population once it is made.</summary>
/// <param name="Applied">How many of them came to apply at all.</param>
/// <param name="Refusals">What the rules refused on the way, by rule.</param>
/// <param name="Fingerprint">Over every holder, certificate, event and instant: equal populations have equal ones.</param>
public sealed record PopulationReport(
    int Certificates, int Applied, IReadOnlyList<PlatformCensus> Platforms, IReadOnlyDictionary<string, int> Refusals, string Fingerprint);

/// <summary>Counts a population from the certificates' own histories.</summary>
internal static class Census
{
    public static async Task<PopulationReport> Of(
        CommandExecutor executor, IReadOnlyList<Inhabitant> inhabitants, IReadOnlyDictionary<string, int> refusals, CancellationToken cancellation)
    {
        using var fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var found = new List<(string Platform, string State, IReadOnlyList<string> Life)>();
        foreach (var who in inhabitants.Where(who => who.Certificate.Length > 0))
        {
            var events = (await executor.Events<Certificate>(who.Certificate, cancellation).ConfigureAwait(false)).Select(e => (Event<Certificate>)e.Body).ToList();
            fingerprint.AppendData(Encoding.UTF8.GetBytes($"{who.Certificate}|{who.Payer}|{string.Join('|', events.Select(e => $"{e.GetType().Name}@{e.At}"))}\n"));
            var state = events.Aggregate(Certificate.Initial, (s, e) => e.Evolve(s));
            found.Add((who.Platform.Value, State(state, Shanghai.LastSecondOf(DemoPopulation.LastDay), events), [.. Life(state, events)]));
        }

        return new PopulationReport(inhabitants.Count, found.Count, [.. found.GroupBy(f => f.Platform).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new PlatformCensus(
            g.Key, g.Count(), Counted(g.Select(f => f.State)), Counted(g.SelectMany(f => f.Life))))], refusals, Convert.ToHexStringLower(fingerprint.GetHashAndReset()));
    }

    private static string State(Certificate state, Instant at, List<Event<Certificate>> events) => state switch
    {
        RevokedCertificate => "revoked",
        IssuedCertificate c => c.IsValidAt(at) ? "valid" : "expired",
        { Open.Step: ApplicationStep.UnderReview or ApplicationStep.Returned } => "in-review",
        { Open: not null } => "in-progress",
        _ => events[^1] switch
        {
            ApplicationRejected => "rejected",
            ApplicationLapsed => "lapsed",
            _ => "withdrawn",
        },
    };

    private static IEnumerable<string> Life(Certificate state, List<Event<Certificate>> events)
    {
        if (events.OfType<UpdateCompleted>().Any(done => Granted(events, done) == Operation.Renew))
            yield return "renewed";
        if (events.OfType<UpdateCompleted>().Any(done => Granted(events, done) == Operation.Change))
            yield return "changed";
        if (events.OfType<ReissueApplied>().Any(asked => events.OfType<GenerationIssued>().Any(issued => issued.Application == asked.Application)))
            yield return "reissued";
        if (state is IssuedCertificate c && c.StandingSeals.Any())
            yield return "with-seals";
        if (state is IssuedCertificate { Open: not null } or IssuedCertificate { Grant: not null })
            yield return "under-way";
    }

    private static Operation? Granted(List<Event<Certificate>> events, UpdateCompleted done) =>
        events.OfType<UpdateGranted>().LastOrDefault(granted => granted.Application == done.Application)?.Operation;

    private static SortedDictionary<string, int> Counted(IEnumerable<string> names)
    {
        var counted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
            counted[name] = counted.GetValueOrDefault(name) + 1;
        return counted;
    }
}
