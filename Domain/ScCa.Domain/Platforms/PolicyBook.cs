using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Domain.Platforms;

/// <summary>Every policy in every version, and the working calendar: all the data that decisions read.</summary>
public sealed class PolicyBook(ImmutableArray<PlatformPolicy> policies, WorkingCalendar calendar)
{
    public WorkingCalendar Calendar { get; } = calendar;

    public ImmutableArray<PlatformPolicy> Policies { get; } = [.. policies.OrderBy(p => p.Id.Value, StringComparer.Ordinal).ThenBy(p => p.EffectiveFrom)];

    /// <summary>The version in effect on the date, or null where the platform has none yet.</summary>
    public PlatformPolicy? InEffect(PlatformId platform, LocalDate on) =>
        Policies.LastOrDefault(p => p.Id == platform && p.EffectiveFrom <= on);

    /// <summary>The version an application was made under; it keeps it to its end.</summary>
    public PlatformPolicy Version(PlatformId platform, int version) =>
        Policies.FirstOrDefault(p => p.Id == platform && p.Version == version)
        ?? throw new InvalidOperationException($"Policy {platform} version {version} is missing: an application was made under it, so it must stay.");
}
