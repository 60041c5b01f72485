namespace ScCa.Pki.Timestamps;

/// <summary>What a clock says, and how far from the truth that may lie, either way.</summary>
public readonly record struct ClockReading(DateTimeOffset Instant, TimeSpan Accuracy);
