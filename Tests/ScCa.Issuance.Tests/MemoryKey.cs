using System.Collections.Concurrent;
using System.Security.Cryptography;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Signing;

namespace ScCa.Issuance.Tests;

/// <summary>A key that lives as long as the tests do, found again by its name.</summary>
internal sealed class MemoryKey : IKeyHolder
{
    private static readonly ConcurrentDictionary<string, MemoryKey> All = new();

    private readonly KeySigner signer;

    private MemoryKey(KeyAlgorithm algorithm)
    {
        Algorithm = algorithm;
        signer = algorithm == KeyAlgorithm.Sm2 ? KeySigner.Of(new Sm2SigningKey(Sm2PrivateKey.Generate()))
            : algorithm == KeyAlgorithm.RsaPkcs1 ? KeySigner.Of(RSA.Create(2048)) : KeySigner.Of(ECDsa.Create(ECCurve.NamedCurves.nistP256));
    }

    public string Name => KeyName.Of(SubjectPublicKeyInfo.Span);

    public KeyAlgorithm Algorithm { get; }

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => signer.PublicKey.SubjectPublicKeyInfo;

    public static MemoryKey Of(string name, KeyAlgorithm algorithm) => All.GetOrAdd(name + algorithm.Name, _ => new(algorithm));

    public byte[] Sign(ReadOnlySpan<byte> data) => signer.Sign(data);

    public void Dispose()
    {
        // Kept: a ceremony that goes on asks for it again.
    }
}
