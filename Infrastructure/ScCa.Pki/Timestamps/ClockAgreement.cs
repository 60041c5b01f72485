namespace ScCa.Pki.Timestamps;

/// <summary>One time out of several clocks' readings.</summary>
internal static class ClockAgreement
{
    /// <summary>
    /// The time in the middle, and an accuracy within which every reading, with its own, lies. Null where too few clocks answered, two of them differ by more than
    /// the limit, or the accuracy would be worse than promised.
    /// </summary>
    public static ClockReading? Of(IReadOnlyList<ClockReading> readings, TimestampAuthorityOptions options)
    {
        if (readings.Count < options.ClocksMin)
            return null;
        var ordered = readings.OrderBy(reading => reading.Instant).ToList();
        if (ordered[^1].Instant - ordered[0].Instant > options.DisagreementMax)
            return null;
        var middle = WholeMilliseconds(ordered[ordered.Count / 2].Instant);
        var accuracy = ordered.Max(reading => (reading.Instant - middle).Duration() + reading.Accuracy.Duration());
        return accuracy <= options.AccuracyMax ? new ClockReading(middle, accuracy) : null;
    }

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
