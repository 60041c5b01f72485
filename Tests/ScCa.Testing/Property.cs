using FsCheck;
using FsCheck.Fluent;

namespace ScCa.Testing;

/// <summary>
/// Something that holds for every value. A failure shows the smallest value it fails for and the seed that leads there; see <see cref="PropertyRuns"/>
/// for how often it is tried.
/// </summary>
public static class Property
{
    /// <summary>Holds where the action throws nothing.</summary>
    public static void Check<T>(Arbitrary<T> values, Action<T> holds, int runs = PropertyRuns.Usual) => Run(Prop.ForAll(values, holds), runs);

    public static void Check<T>(Arbitrary<T> values, Func<T, bool> holds, int runs = PropertyRuns.Usual) => Check(values, Assertion(holds), runs);

    /// <summary>From a generator alone: nothing is made smaller on failure.</summary>
    public static void Check<T>(Gen<T> values, Action<T> holds, int runs = PropertyRuns.Usual) => Check(Arb.From(values), holds, runs);

    public static void Check<T>(Gen<T> values, Func<T, bool> holds, int runs = PropertyRuns.Usual) => Check(Arb.From(values), holds, runs);

    /// <summary>With the generator that the type has of itself: numbers, texts, lists and the like.</summary>
    public static void Check<T>(Action<T> holds, int runs = PropertyRuns.Usual) => Run(Prop.ForAll(holds), runs);

    public static void Check<T>(Func<T, bool> holds, int runs = PropertyRuns.Usual) => Check(Assertion(holds), runs);

    public static void Check<T1, T2>(Arbitrary<T1> first, Arbitrary<T2> second, Action<T1, T2> holds, int runs = PropertyRuns.Usual) =>
        Run(Prop.ForAll(first, second, holds), runs);

    public static void Check<T1, T2, T3>(
        Arbitrary<T1> first, Arbitrary<T2> second, Arbitrary<T3> third, Action<T1, T2, T3> holds, int runs = PropertyRuns.Usual) =>
        Run(Prop.ForAll(first, second, third, holds), runs);

    internal static void Run(FsCheck.Property property, int runs, Func<object, string>? show = null) =>
        Run(property, PropertyRuns.FromEnvironment(runs), show);

    internal static void Run(FsCheck.Property property, PropertyRuns runs, Func<object, string>? show = null)
    {
        var config = Config.Quick
            .WithMaxTest(runs.Count)
            .WithEndSize(PropertyRuns.LargestSize)
            .WithReplay(runs.Replay)
            .WithQuietOnSuccess(true)
            .WithRunner(new ThrowingRunner(show ?? Describe.Value));
        FsCheck.Check.One(config, property);
    }

    private static Action<T> Assertion<T>(Func<T, bool> holds) => value =>
    {
        if (!holds(value))
            throw new TestFailedException("it answered false");
    };
}
