using ScCa.Pki.Asn1;

namespace ScCa.Pki.Ocsp;

/// <summary>What is to be asked, RFC 6960 §4.1; unsigned.</summary>
/// <param name="Nonce">Of 1 to 128 octets, or empty for none.</param>
public sealed record OcspRequestContent(IReadOnlyList<OcspCertificateId> Ids, ReadOnlyMemory<byte> Nonce = default)
{
    /// <summary>OCSPRequest, DER.</summary>
    /// <exception cref="PkiRefusedException">The nonce is too long.</exception>
    public byte[] Encode() => Writing.Sequence(writer =>
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                foreach (var id in Ids)
                {
                    using (writer.PushSequence())
                        writer.WriteEncoded(id.Encoded);
                }
            }

            if (Nonce.IsEmpty)
                return;
            using (writer.PushExplicit(2))
                OcspNonce.Write(writer, Nonce);
        }
    });
}
