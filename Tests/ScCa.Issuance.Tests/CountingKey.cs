using System.Security.Cryptography;
using ScCa.Keys;

namespace ScCa.Issuance.Tests;

/// <summary>A key that counts how often it was asked to sign, and can be made to sign wrongly.</summary>
internal sealed class CountingKey : IKeyHolder
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private int signatures;

    public CountingKey() => SubjectPublicKeyInfo = key.ExportSubjectPublicKeyInfo();

    public int Signatures => Volatile.Read(ref signatures);

    public bool SignsWrongly { get; set; }

    public KeyNotReady? NotReady { get; set; }

    public ECDsa Key => key;

    public string Name => KeyName.Of(SubjectPublicKeyInfo.Span);

    public KeyAlgorithm Algorithm => KeyAlgorithm.EcdsaP256;

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    public KeyNotReady? WhyNotReady() => NotReady;

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        Interlocked.Increment(ref signatures);
        lock (key)
            return key.SignData(SignsWrongly ? [0] : data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public void Dispose() => key.Dispose();
}
