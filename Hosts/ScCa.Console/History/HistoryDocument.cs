using NodaTime;
using ScCa.Application.History;
using ScCa.Console.Terminal;

namespace ScCa.Console.History;

/// <summary>A certificate's history as <c>--json</c> prints it; times in Shanghai.</summary>
internal sealed record HistoryDocument(string Certificate, string AsOf, StandingDocument Standing, IReadOnlyList<EntryDocument> Entries)
{
    public static HistoryDocument From(CertificateHistory history) => new(
        history.Certificate, ShanghaiTime.Iso(history.AsOf), StandingDocument.From(history.Standing), [.. history.Entries.Select(EntryDocument.From)]);
}

internal sealed record StandingDocument(
    string Status, string Platform, string Holder, int? GenerationOnKey, string? Serial, string? NotAfter, int? ValidGeneration, int? OpenApplication,
    string? OpenStep, string? GrantedNotAfter, IReadOnlyList<SealDocument> Seals, string? RevokedAt, string? RevokedFor, int BurnedSerials)
{
    public static StandingDocument From(CertificateStanding standing) => new(
        standing.Status, standing.Platform, standing.HolderName, standing.GenerationOnKey, standing.Serial, Text(standing.NotAfter), standing.ValidGeneration,
        standing.OpenApplication, standing.OpenStep, Text(standing.GrantedNotAfter), [.. standing.Seals.Select(SealDocument.From)],
        standing.RevokedAt is { } revoked ? ShanghaiTime.Iso(revoked) : null, standing.RevokedFor, standing.BurnedSerials);

    private static string? Text(LocalDate? date) => date is { } value ? ShanghaiTime.Date(value) : null;
}

internal sealed record SealDocument(int Number, string Format, int Generation, string NotAfter)
{
    public static SealDocument From(StandingSeal seal) => new(seal.Number, seal.Format, seal.Generation, ShanghaiTime.Date(seal.NotAfter));
}

internal sealed record EntryDocument(
    long Revision, string Event, string EffectiveAt, string RecordedAt, string Actor, string Command, string? Causation,
    IReadOnlyDictionary<string, string> Facts)
{
    public static EntryDocument From(HistoryEntry entry) => new(
        entry.Revision, entry.Event, ShanghaiTime.Iso(entry.EffectiveAt), ShanghaiTime.Iso(entry.RecordedAt), entry.Actor, entry.Command, entry.Causation,
        entry.Facts);
}

/// <summary>What <c>--json</c> prints where a rule refuses.</summary>
internal sealed record HistoryRefused(string Certificate, string Rule, string Code, string Text);
