using ScCa.Benchmarks.Compare;
using ScCa.Pki.Algorithms;

namespace ScCa.Benchmarks.Pki;

/// <summary>Public key infrastructure against openssl.</summary>
public static class PkiComparisons
{
    public static IReadOnlyList<ICompared> All { get; } =
    [
        new RevocationListCompared("crl", PublicKeyKind.EcdsaP256),
        new RevocationListCompared("crl-sm2", PublicKeyKind.Sm2),
    ];
}
