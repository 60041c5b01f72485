using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Application.History;

/// <summary>One event of a certificate's life: when it took effect, when it was recorded, who did it, through which command, and its facts.</summary>
/// <param name="Facts">By path, such as <c>charge.lines.0.item</c>; personal facts are shown as sealed, certificates by their length.</param>
public sealed record HistoryEntry(
    long Revision, string Event, Instant EffectiveAt, Instant RecordedAt, string Actor, string Command, string? Causation,
    IReadOnlyDictionary<string, string> Facts);

/// <summary>A seal that stood at the instant (C12).</summary>
/// <param name="Format">The name of its <see cref="SealFormat"/>.</param>
public sealed record StandingSeal(int Number, string Format, int Generation, LocalDate NotAfter);

/// <summary>How a certificate stood at an instant (C12).</summary>
/// <param name="Status">One of <c>applied</c>, <c>valid</c>, <c>expired</c>, <c>revoked</c>.</param>
/// <param name="GenerationOnKey">The generation on the key, with its serial and notAfter; null before any.</param>
/// <param name="ValidGeneration">The newest generation that was valid at the instant; null where none was.</param>
/// <param name="RevokedFor">The name of the <see cref="Domain.Certificates.RevocationReason"/>; null where it is not revoked.</param>
public sealed record CertificateStanding(
    string Status, string Platform, string HolderName, int? GenerationOnKey, string? Serial, LocalDate? NotAfter, int? ValidGeneration, int? OpenApplication,
    string? OpenStep, LocalDate? GrantedNotAfter, ImmutableArray<StandingSeal> Seals, int BurnedSerials, Instant? RevokedAt,
    string? RevokedFor);

/// <summary>A certificate's history up to an instant, and how it stood then.</summary>
public sealed record CertificateHistory(string Certificate, Instant AsOf, IReadOnlyList<HistoryEntry> Entries, CertificateStanding Standing);
