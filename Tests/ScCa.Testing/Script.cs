using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace ScCa.Testing;

/// <summary>
/// Small numbers, one row per step, that a sequence reads its choices from. Any script makes sense in any state, because a number means "the n-th of what
/// is possible now": so a shorter script with smaller numbers is always a valid, simpler case.
/// </summary>
public sealed class Script
{
    private const int StepsMax = 40;
    private const int ChoicesPerStep = 12;
    private const int ChoiceMax = 1_000_000;

    private readonly int[] used;

    public Script(IEnumerable<ImmutableArray<int>> steps)
    {
        Steps = [.. steps];
        used = new int[Steps.Length];
    }

    public ImmutableArray<ImmutableArray<int>> Steps { get; }

    /// <summary>Any script; a failing one is made smaller for no longer than the patience lasts.</summary>
    internal static Arbitrary<Script> Any(Patience patience) => Arb.From(Generator, s => patience.While(s.Smaller()));

    private static Gen<Script> Generator => Gen.Sized(size =>
        from length in Gen.Choose(1, Math.Max(1, size * StepsMax / PropertyRuns.LargestSize))
        from rows in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, ChoiceMax), ChoicesPerStep), length)
        select new Script(rows.Select(r => r.ToImmutableArray())));

    /// <summary>The choices of one step; what they turn out to use is remembered, because only that is worth making smaller.</summary>
    internal Choices Choices(int step, Coverage coverage, List<string>? log) => new(Steps[step], coverage, log, drawn => used[step] = drawn);

    internal IEnumerable<Script> Smaller()
    {
        var steps = Steps.Select((row, i) => row[..Math.Min(row.Length, used[i])]).ToImmutableArray();
        for (var chunk = steps.Length; chunk >= 1; chunk /= 2)
        {
            for (var at = 0; at + chunk <= steps.Length; at += chunk)
                yield return new Script(steps.RemoveRange(at, chunk));
        }

        for (var step = 0; step < steps.Length; step++)
        {
            foreach (var row in SmallerRows(steps[step]))
                yield return new Script(steps.SetItem(step, row));
        }
    }

    // A missing choice counts as 0, so a row without its last numbers is simpler still.
    private static IEnumerable<ImmutableArray<int>> SmallerRows(ImmutableArray<int> row)
    {
        if (row.Any(c => c != 0))
            yield return [];
        for (var i = 0; i < row.Length; i++)
        {
            foreach (var smaller in SmallerChoices(row[i]))
                yield return row.SetItem(i, smaller);
        }
    }

    private static IEnumerable<int> SmallerChoices(int choice)
    {
        for (var distance = choice; distance > 0; distance /= 2)
            yield return choice - distance;
    }
}
