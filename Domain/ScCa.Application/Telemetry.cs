using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ScCa.Application;

/// <summary>What can be observed from outside; subscribe by name. No personal fact is ever a tag.</summary>
public static class Telemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "ScCa";

    internal static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    internal static Histogram<double> Commands { get; } = Meter.CreateHistogram<double>("scca.commands", "s", "Time taken by a command, by name and outcome.");

    internal static Counter<long> Conflicts { get; } = Meter.CreateCounter<long>("scca.conflicts", null, "Appends that met a newer revision and were decided again.");

    internal static Counter<long> Reactions { get; } = Meter.CreateCounter<long>("scca.reactions", null, "Events given to a reaction, by reaction and outcome.");

    internal static Counter<long> ViewEvents { get; } = Meter.CreateCounter<long>("scca.view_events", null, "Events folded into a view, by view.");
}
