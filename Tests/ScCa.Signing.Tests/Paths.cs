using ScCa.Signing.Curve;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Every path of SM2's arithmetic, by its name.</summary>
internal static class Paths
{
    public static TheoryData<string> Names => [nameof(Sm2Path.Reference), nameof(Sm2Path.Fast)];

    public static Sm2Path Of(string name) => name switch
    {
        nameof(Sm2Path.Reference) => Sm2Path.Reference,
        nameof(Sm2Path.Fast) => Sm2Path.Fast,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
