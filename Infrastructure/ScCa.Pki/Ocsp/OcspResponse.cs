using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Ocsp;

/// <summary>A response, RFC 6960 §4.2, read from its bytes and kept with them: refused by the responder, or with answers.</summary>
/// <param name="Basic">Null exactly where the status is not successful.</param>
public sealed record OcspResponse(ReadOnlyMemory<byte> Encoded, OcspResponseStatus Status, BasicOcspResponse? Basic)
{
    private const int LengthMax = 256 * 1024;

    /// <summary>A response that refuses, DER; it bears no signature.</summary>
    public static byte[] Refusing(OcspResponseStatus status) => status is OcspResponseStatus.Successful
        ? throw new ArgumentException("What is successful has answers.", nameof(status))
        : Writing.Sequence(writer => writer.WriteEnumeratedValue(status));

    /// <exception cref="PkiRefusedException">The bytes are no response.</exception>
    public static OcspResponse From(ReadOnlyMemory<byte> encoded) => encoded.Length > LengthMax
        ? throw new PkiRefusedException(PkiRefusal.TooLong)
        : Reading.Whole(encoded, PkiRefusal.OcspResponseMalformed, reader =>
        {
            var fields = reader.ReadSequence();
            var status = fields.ReadEnumeratedValue<OcspResponseStatus>();
            var basic = fields.Has(0) ? ReadBytes(fields) : null;
            fields.RequireEmpty();
            return Enum.IsDefined(status) && (basic is null) == (status is not OcspResponseStatus.Successful)
                ? new OcspResponse(encoded, status, basic)
                : throw new AsnContentException("Answers stand in what is successful, and nowhere else.");
        });

    /// <summary>Checks the answer to a question: who signed, what about, how fresh. The first check that fails is named.</summary>
    public OcspVerification Verify(OcspQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Basic is null ? OcspVerification.FailedAt(OcspCheck.ResponseStatus) : question.Verify(Basic);
    }

    private static BasicOcspResponse ReadBytes(AsnReader fields)
    {
        var wrapper = fields.ReadSequence(Reading.Context(0));
        var bytes = wrapper.ReadSequence();
        wrapper.RequireEmpty();
        if (bytes.ReadObjectIdentifier() != Oids.OcspBasic)
            throw new AsnContentException("Only basic responses are defined.");
        var basic = BasicOcspResponse.From(bytes.ReadOctetString());
        bytes.RequireEmpty();
        return basic;
    }
}
