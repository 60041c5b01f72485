using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Keys;

namespace ScCa.Composition;

/// <summary>Lets the framework's certificate requests be signed by whoever holds the key.</summary>
internal sealed class TokenSignatures(IKeyHolder key) : X509SignatureGenerator
{
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(key.Algorithm.SignatureOid);
            // RFC 4055 §5: NULL for RSA. RFC 5758 §3.2: nothing for ECDSA.
            if (key.Algorithm == KeyAlgorithm.RsaPkcs1)
                writer.WriteNull();
        }

        return writer.Encode();
    }

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.Sign(data);

    protected override PublicKey BuildPublicKey() => PublicKey.CreateFromSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span, out _);
}
