using System.Collections.Immutable;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Help;

/// <summary>One cause of a message, what to do about it and whom to ask.</summary>
/// <param name="Check">How the system can see for itself whether this is it; null where only the person can.</param>
/// <param name="Platforms">Where it can be the cause; null for wherever its entry is met.</param>
/// <param name="Contact">The id of a <see cref="HelpContact"/>.</param>
public sealed record HelpCause(
    string Id, CauseCheck? Check, ImmutableArray<PlatformId>? Platforms, LocalizedText Text, LocalizedText Remedy, string Contact)
{
    public bool IsPossibleOn(PlatformId platform) => Platforms is not { } platforms || platforms.Contains(platform);
}
