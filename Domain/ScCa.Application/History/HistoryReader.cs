using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Execution;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;
using ScCa.Domain.Seals;

namespace ScCa.Application.History;

/// <summary>Replays a certificate's stream as of any instant (C12). Events count by when they take effect, not by when they were written.</summary>
public sealed class HistoryReader(CommandExecutor executor, TextCatalog texts, IClock clock)
{
    public async Task<Outcome<CertificateHistory>> Read(string certificate, Instant? asOf, CancellationToken cancellation)
    {
        var at = asOf ?? clock.GetCurrentInstant();
        var events = await executor.Events<Certificate>(certificate, cancellation).ConfigureAwait(false);
        var past = events.Where(e => Body(e).At <= at).ToList();
        var state = past.Aggregate(Certificate.Initial, (s, e) => Body(e).Evolve(s));
        return state is KnownCertificate known
            ? new CertificateHistory(certificate, at, [.. past.Select(Entry)], Standing(known, at))
            : RefusalText.From(Refuse.CertificateUnknown(), texts);
    }

    private static Event<Certificate> Body(RecordedEvent e) => (Event<Certificate>)e.Body;

    private static HistoryEntry Entry(RecordedEvent e) => new(
        e.Stored.Revision, e.Stored.Type, Body(e).At, e.Stored.RecordedAt, e.Metadata.Actor, e.Metadata.Command, e.Metadata.Causation, EventFacts.Of(e.Body));

    private static CertificateStanding Standing(KnownCertificate state, Instant at)
    {
        var issued = state as HeldCertificate;
        var valid = issued?.Generations.LastOrDefault(g => g.Number <= issued.CurrentGeneration && g.IsValidAt(at));
        return new CertificateStanding(
            issued is null ? "applied" : issued is RevokedCertificate ? "revoked" : valid is null ? "expired" : "valid",
            state.Platform.Value,
            ShownName.Of(state.Holder).Text,
            issued?.CurrentGeneration,
            issued?.Current.Serial.Value,
            issued?.NotAfter,
            valid?.Number,
            state.Open?.Number,
            state.Open?.Step.ToString(),
            (issued as IssuedCertificate)?.Grant?.NotAfter,
            [.. (issued?.Seals ?? []).Where(s => s.Status == SealStatus.Standing).Select(s => new StandingSeal(s.Number, s.Format.ToString(), s.Generation, s.NotAfter))],
            state.BurnedSerials.Length,
            (issued as RevokedCertificate)?.RevokedAt,
            (issued as RevokedCertificate)?.Reason.ToString());
    }
}
