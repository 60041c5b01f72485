using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace ScCa.Testing;

/// <summary>How often properties are tried and where they start, in one place.</summary>
internal sealed record PropertyRuns(int Count, FSharpOption<Replay>? Replay)
{
    /// <summary>The number of tries where nothing else is said.</summary>
    public const int Usual = 200;

    /// <summary>The size that values grow to in the course of the tries.</summary>
    public const int LargestSize = 60;

    /// <summary>How many tries stand for the usual number; a property that asks for half as many gets half of this.</summary>
    public const string CountVariable = "SCCA_RUNS";

    /// <summary>The seed that a failure printed: that one try again.</summary>
    public const string SeedVariable = "SCCA_SEED";

    public static PropertyRuns FromEnvironment(int asked) =>
        From(asked, Environment.GetEnvironmentVariable(CountVariable), Environment.GetEnvironmentVariable(SeedVariable));

    public static PropertyRuns From(int asked, string? count, string? seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(asked);
        var usual = string.IsNullOrEmpty(count) ? Usual : int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture);
        if (usual == 0)
            throw new FormatException($"{CountVariable}: a property that is never tried proves nothing.");
        return new PropertyRuns((int)Math.Max(1, (long)asked * usual / Usual), string.IsNullOrEmpty(seed) ? null : Parse(seed));
    }

    /// <summary>The seed of the try that failed, with its size: replayed, it fails at once.</summary>
    public static string Text(Rnd seed, int size) => string.Create(CultureInfo.InvariantCulture, $"{seed.Seed},{seed.Gamma},{size}");

    // Two numbers start a whole run; the third, a size, makes it the one try that had it.
    private static FSharpOption<Replay> Parse(string seed)
    {
        var parts = seed.Split(',');
        var size = 0;
        if (parts.Length is 2 or 3
            && ulong.TryParse(parts[0], CultureInfo.InvariantCulture, out var start)
            && ulong.TryParse(parts[1], CultureInfo.InvariantCulture, out var gamma)
            && (parts.Length == 2 || int.TryParse(parts[2], CultureInfo.InvariantCulture, out size)))
            return FSharpOption<Replay>.Some(new Replay(new Rnd(start, gamma), parts.Length == 2 ? FSharpOption<int>.None : FSharpOption<int>.Some(size)));
        throw new FormatException($"{SeedVariable}: the numbers are needed that a failure prints, or the first two of them to start a whole run there.");
    }
}
