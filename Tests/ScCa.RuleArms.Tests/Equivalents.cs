using System.Collections.Immutable;

namespace ScCa.RuleArms.Tests;

/// <summary>An arm that no test can miss, because no state and no command ever reach it; the reason says why it is written all the same.</summary>
internal sealed record Equivalent(string File, string Text, string Reason)
{
    public bool Is(RefusalArm arm) => arm.File == File && arm.Text == Text;
}

internal static class Equivalents
{
    public static ImmutableArray<Equivalent> All { get; } =
    [
    ];
}
