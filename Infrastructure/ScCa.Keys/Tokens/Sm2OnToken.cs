using System.Security.Cryptography;
using ScCa.Signing;

namespace ScCa.Keys.Tokens;

/// <summary>SM2 with SM3 in the way of the token's maker. Whatever the token computes, what is released verifies under the default identity (GM/T 0009 §10).</summary>
internal sealed class Sm2OnToken : TokenAlgorithm
{
    private readonly Sm2Mechanisms mechanisms;

    private readonly Sm2VerifyKey key;

    private readonly byte[] z = new byte[Sm3.HashSizeInBytes];

    private Sm2OnToken(Sm2Mechanisms mechanisms, Sm2PublicKey key) : base(KeyAlgorithm.Sm2, mechanisms.Signature, key.ExportSubjectPublicKeyInfo())
    {
        this.mechanisms = mechanisms;
        this.key = new Sm2VerifyKey(key);
        key.HashIdentity(Sm2Identity.Default, z);
    }

    public override ReadOnlyMemory<byte> MechanismParameter => mechanisms.Takes == Sm2Input.MessageWithIdentity ? Sm2Identity.Default.ToArray() : default;

    /// <summary>Null where the point is not on the curve.</summary>
    public static Sm2OnToken? From(Sm2Mechanisms mechanisms, ReadOnlySpan<byte> point)
    {
        try
        {
            return new Sm2OnToken(mechanisms, Sm2PublicKey.FromPoint(point));
        }
        catch (Sm2RefusedException)
        {
            return null;
        }
    }

    // A bare SM3 of the message, without Z, is the commonest mistake: it signs, and no standard verifier takes it.
    public override byte[] InputFor(ReadOnlySpan<byte> data) => mechanisms.Takes switch
    {
        Sm2Input.Digest => Digest(data),
        Sm2Input.ZAndMessage => [.. z, .. data],
        Sm2Input.Message or Sm2Input.MessageWithIdentity => data.ToArray(),
        _ => throw new InvalidOperationException("An input of no known kind."),
    };

    public override byte[]? SignatureFrom(ReadOnlySpan<byte> answer) =>
        mechanisms.Gives == SignatureForm.Raw ? SignaturePair.FromRaw(answer) : SignaturePair.FromDer(answer);

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        key.Verify(data, signature, DSASignatureFormat.Rfc3279DerSequence);

    private byte[] Digest(ReadOnlySpan<byte> data)
    {
        using var hash = new Sm3Hash();
        hash.Append(z);
        hash.Append(data);
        var digest = new byte[Sm3.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return digest;
    }
}
