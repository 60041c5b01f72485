using ScCa.Signing.Curve;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Every path of SM2's arithmetic, by its name.</summary>
internal static class Paths
{
    public static TheoryData<string> Names => [nameof(Sm2Path.Reference)];

    public static Sm2Path Of(string name) => name switch
    {
        nameof(Sm2Path.Reference) => Sm2Path.Reference,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
