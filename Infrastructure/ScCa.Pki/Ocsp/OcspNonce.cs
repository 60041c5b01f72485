using System.Formats.Asn1;
using System.Security.Cryptography;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;

namespace ScCa.Pki.Ocsp;

/// <summary>The number used once that ties an answer to its question, RFC 6960 §4.4.1 and RFC 9654.</summary>
public static class OcspNonce
{
    // RFC 9654 §2.1: "Nonce ::= OCTET STRING(SIZE(1..128))", and §2.1: clients SHOULD use 32.
    private const int SizeMax = 128;
    private const int UsualSize = 32;

    public static byte[] New() => RandomNumberGenerator.GetBytes(UsualSize);

    /// <summary>Empty where there is none.</summary>
    internal static ReadOnlyMemory<byte> In(ExtensionList extensions, PkiRefusal refusal)
    {
        if (extensions.Find(Oids.OcspNonce) is not { } found)
            return default;
        var nonce = Reading.Whole(found.Value, refusal, reader => reader.ReadOctetString());
        return IsNonce(nonce.Length) ? nonce : throw new PkiRefusedException(refusal);
    }

    /// <summary>Extensions with the nonce alone.</summary>
    internal static void Write(AsnWriter writer, ReadOnlyMemory<byte> nonce)
    {
        if (!IsNonce(nonce.Length))
            throw new PkiRefusedException(PkiRefusal.ValueNotEncodable);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.OcspNonce);
            using (writer.PushOctetString())
                writer.WriteOctetString(nonce.Span);
        }
    }

    private static bool IsNonce(int length) => length is >= 1 and <= SizeMax;
}
