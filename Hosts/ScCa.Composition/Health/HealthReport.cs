using System.Collections.Immutable;

namespace ScCa.Composition.Health;

/// <summary>How the system is.</summary>
/// <param name="Status"><c>healthy</c>, or <c>degraded</c> where something waits for another attempt.</param>
/// <param name="Lag">How many positions the slowest view is behind the newest event.</param>
/// <param name="StandIns">What is served by a stand-in; empty in real operation.</param>
public sealed record HealthReport(
    string Status, string Store, string Worker, long LastPosition, long Lag, ImmutableArray<string> Blocked, ImmutableArray<string> StandIns);
