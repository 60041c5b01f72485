using System.Collections.Immutable;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Help;

/// <summary>One message that people meet, and what is behind it.</summary>
/// <param name="Symptoms">The message as it is shown, and other wordings of it; the first is the one it is known by.</param>
/// <param name="Platforms">Where it is met; null for everywhere.</param>
/// <param name="Causes">In order of likelihood.</param>
public sealed record HelpEntry(
    string Id, ImmutableArray<string> Symptoms, ImmutableArray<PlatformId>? Platforms, LocalizedText Title, ImmutableArray<HelpCause> Causes)
{
    public bool IsMetOn(PlatformId platform) => Platforms is not { } platforms || platforms.Contains(platform);
}
