using ScCa.Pki.Algorithms;

namespace ScCa.Pki.Messages;

/// <summary>Whose words a message is written in. Reading takes both.</summary>
public sealed class MessageProfile
{
    private readonly IReadOnlyList<string> types;
    private readonly string sm2Signature;

    private MessageProfile(string name, string sm2Signature, bool isOfPkcs7, IReadOnlyList<string> types) =>
        (Name, this.sm2Signature, IsOfPkcs7, this.types) = (name, sm2Signature, isOfPkcs7, types);

    /// <summary>GM/T 0010, GB/T 35275: its own content types around the structures of PKCS#7 v1.5; a signature is named "SM2-1" (301.1).</summary>
    public static MessageProfile GmT0010 { get; } = new(
        "GM/T 0010", Oids.Sm2Signature, isOfPkcs7: true,
        [Oids.GmData, Oids.GmSignedData, Oids.GmEnvelopedData, Oids.GmSignedAndEnvelopedData, Oids.GmEncryptedData]);

    /// <summary>RFC 5652; a signature is named as in certificates (501).</summary>
    public static MessageProfile Rfc5652 { get; } = new(
        "RFC 5652", Oids.Sm2WithSm3, isOfPkcs7: false,
        [Oids.Pkcs7Data, Oids.Pkcs7SignedData, Oids.Pkcs7EnvelopedData, Oids.Pkcs7SignedAndEnvelopedData, Oids.Pkcs7EncryptedData]);

    public string Name { get; }

    /// <summary>Whether versions stay at 1 and certificates are named by issuer and serial number alone.</summary>
    public bool IsOfPkcs7 { get; }

    public string TypeOf(MessageType type) => types[(int)type];

    /// <summary>Whether the identifier is this type's, in either profile.</summary>
    internal static bool Is(string oid, MessageType type) => oid == GmT0010.TypeOf(type) || oid == Rfc5652.TypeOf(type);

    internal byte[] SignatureIdentifierOf(SignatureAlgorithm algorithm) => algorithm.Kind switch
    {
        PublicKeyKind.Sm2 => AlgorithmIdentifier.Write(sm2Signature),
        // RFC 3370 §3.2: the key's own identifier is what everybody reads.
        PublicKeyKind.Rsa => AlgorithmIdentifier.Write(Oids.Rsa, withNull: true),
        _ => algorithm.Identifier.ToArray(),
    };

    /// <summary>The algorithm that a signature's identifier means; null where it is not known here.</summary>
    internal static SignatureAlgorithm? AlgorithmOf(AlgorithmIdentifier.Parts identifier) => identifier.Oid switch
    {
        _ when !identifier.HasNoParameters => null,
        Oids.Sm2Signature or Oids.Sm2WithSm3 => SignatureAlgorithm.Sm2WithSm3,
        Oids.Rsa or Oids.RsaWithSha256 => SignatureAlgorithm.RsaWithSha256,
        Oids.EcdsaWithSha256 => SignatureAlgorithm.EcdsaWithSha256,
        _ => null,
    };

    public override string ToString() => Name;
}
