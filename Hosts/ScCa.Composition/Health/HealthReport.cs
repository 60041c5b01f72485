using System.Collections.Immutable;

namespace ScCa.Composition.Health;

/// <summary>How the system is.</summary>
/// <param name="Status"><c>healthy</c>, or <c>degraded</c> where something waits for another attempt, or relying parties refuse what the authority gives out.</param>
/// <param name="Authority"><c>ready</c> to sign, or the name of the reason why not (<c>TokenAbsent</c>, …): what to do stands in the log of whoever tried to sign.</param>
/// <param name="Lag">How many positions the slowest view is behind the newest event.</param>
/// <param name="StandIns">What is served by a stand-in; empty in real operation.</param>
/// <param name="Remarks">What a person has to see to in the authority's folder, such as <c>ocsp-sm2: expires-soon</c>.</param>
public sealed record HealthReport(
    string Status, string Store, string Worker, string Authority, long LastPosition, long Lag, ImmutableArray<string> Blocked, ImmutableArray<string> StandIns,
    ImmutableArray<string> Remarks);
