using System.Collections.Immutable;

namespace ScCa.Domain.Platforms;

/// <summary>The region that a New must name, as its platform asks for it (所属区域, A5).</summary>
/// <param name="Label">What is asked: regions are of different things on different platforms.</param>
public sealed record RegionPolicy(LocalizedText Label, ImmutableArray<RegionChoice> Choices)
{
    public bool Offers(RegionId region) => Choices.Any(c => c.Id == region);
}

public sealed record RegionChoice(RegionId Id, LocalizedText Name);
