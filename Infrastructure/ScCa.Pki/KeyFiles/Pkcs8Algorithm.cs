using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.KeyFiles;

/// <summary>What kind of key a PrivateKeyInfo holds, RFC 5958 §2.</summary>
internal static class Pkcs8Algorithm
{
    public static PublicKeyKind KindOf(ReadOnlyMemory<byte> pkcs8) => Reading.Whole(pkcs8, PkiRefusal.KeyFileMalformed, reader =>
    {
        var fields = reader.ReadSequence();
        fields.ReadInteger();
        var algorithm = AlgorithmIdentifier.Read(fields);
        return algorithm.Oid switch
        {
            Oids.Rsa => PublicKeyKind.Rsa,
            Oids.EcPublicKey => KindOfCurve(algorithm.Parameters),
            _ => throw new PkiRefusedException(PkiRefusal.AlgorithmUnknown),
        };
    });

    private static PublicKeyKind KindOfCurve(ReadOnlyMemory<byte> parameters) => new AsnReader(parameters, AsnEncodingRules.DER).ReadObjectIdentifier() switch
    {
        Oids.Sm2 => PublicKeyKind.Sm2,
        Oids.P256 => PublicKeyKind.EcdsaP256,
        _ => throw new PkiRefusedException(PkiRefusal.AlgorithmUnknown),
    };
}
