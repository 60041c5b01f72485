namespace ScCa.Pki.Algorithms;

/// <summary>How something is signed: with which kind of key over which hash.</summary>
public sealed class SignatureAlgorithm
{
    private SignatureAlgorithm(string name, string oid, PublicKeyKind kind, DigestAlgorithm digest, bool isNullPrescribed = false)
    {
        (Name, Oid, Kind, Digest) = (name, oid, kind, digest);
        Identifier = AlgorithmIdentifier.Write(oid, isNullPrescribed);
    }

    /// <summary>GM/T 0006; written without parameters.</summary>
    public static SignatureAlgorithm Sm2WithSm3 { get; } = new("SM2 with SM3", Oids.Sm2WithSm3, PublicKeyKind.Sm2, DigestAlgorithm.Sm3);

    /// <summary>RFC 5758 §3.2: parameters are absent.</summary>
    public static SignatureAlgorithm EcdsaWithSha256 { get; } = new("ECDSA with SHA-256", Oids.EcdsaWithSha256, PublicKeyKind.EcdsaP256, DigestAlgorithm.Sha256);

    /// <summary>RFC 4055 §5: parameters are NULL.</summary>
    public static SignatureAlgorithm RsaWithSha256 { get; } =
        new("RSA PKCS#1 v1.5 with SHA-256", Oids.RsaWithSha256, PublicKeyKind.Rsa, DigestAlgorithm.Sha256, isNullPrescribed: true);

    private static IReadOnlyList<SignatureAlgorithm> All { get; } = [Sm2WithSm3, EcdsaWithSha256, RsaWithSha256];

    public string Name { get; }

    public string Oid { get; }

    public PublicKeyKind Kind { get; }

    public DigestAlgorithm Digest { get; }

    /// <summary>AlgorithmIdentifier, DER, as this room writes it.</summary>
    public ReadOnlyMemory<byte> Identifier { get; }

    public static SignatureAlgorithm? Find(string oid) => All.FirstOrDefault(algorithm => algorithm.Oid == oid);

    public static SignatureAlgorithm For(PublicKeyKind kind) => All.First(algorithm => algorithm.Kind == kind);

    /// <summary>The algorithm of an AlgorithmIdentifier; null where it is not known here or its parameters are not what they may be.</summary>
    public static SignatureAlgorithm? Of(ReadOnlyMemory<byte> identifier)
    {
        var parts = AlgorithmIdentifier.Read(identifier);
        // SM2: absent in almost all implementations, NULL in some authorities' certificates. RFC 5758 wants ECDSA's absent, and RFC 4055 accepts RSA's absent.
        return Find(parts.Oid) is { } algorithm && (parts.Parameters.IsEmpty || (parts.HasNoParameters && algorithm.Kind != PublicKeyKind.EcdsaP256)) ? algorithm : null;
    }

    public override string ToString() => Name;
}
