using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>certificates [0] and crls [1] as they come along with signers, RFC 5652 §10.2.</summary>
internal sealed record CertificateBag(IReadOnlyList<ReadOnlyMemory<byte>> Certificates, IReadOnlyList<ReadOnlyMemory<byte>> RevocationLists)
{
    private const int CountMax = 256;

    public static CertificateBag Read(AsnReader fields) => new(ReadSet(fields, 0), ReadSet(fields, 1));

    /// <summary>Those that this room can read: a stranger among them must not keep the others from being found.</summary>
    public IReadOnlyList<PkiCertificate> Readable()
    {
        var readable = new List<PkiCertificate>();
        foreach (var encoded in Certificates)
        {
            try
            {
                readable.Add(PkiCertificate.From(encoded));
            }
            catch (PkiRefusedException)
            {
                // Attribute certificates and keys of other kinds stay with the message, unread.
            }
        }

        return readable;
    }

    public static void Write(AsnWriter writer, IReadOnlyList<PkiCertificate> certificates, IReadOnlyList<ReadOnlyMemory<byte>> revocationLists)
    {
        WriteSet(writer, 0, [.. certificates.Select(certificate => certificate.Encoded)]);
        WriteSet(writer, 1, revocationLists);
    }

    private static List<ReadOnlyMemory<byte>> ReadSet(AsnReader fields, int tag)
    {
        if (!fields.Has(tag))
            return [];
        var all = Reading.Each(fields.ReadSetOf(skipSortOrderValidation: true, Reading.Context(tag)), value => value.ReadEncodedValue());
        return all.Count <= CountMax ? all : throw new AsnContentException("There are too many certificates or lists.");
    }

    private static void WriteSet(AsnWriter writer, int tag, IReadOnlyList<ReadOnlyMemory<byte>> values)
    {
        if (values.Count == 0)
            return;
        using (writer.PushSetOf(Reading.Context(tag)))
        {
            foreach (var value in values)
                writer.WriteEncoded(value);
        }
    }
}
