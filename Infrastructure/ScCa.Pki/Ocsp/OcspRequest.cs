using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Ocsp;

/// <summary>What a client asks, RFC 6960 §4.1. A signature on it is tolerated and not looked at: answers are nobody's secret.</summary>
/// <param name="Ids">What is asked about, at least one.</param>
/// <param name="Nonce">Empty where there is none.</param>
/// <param name="HasUnknownCriticalExtension">It wants something that is not understood here, and must not be answered as if it did not.</param>
public sealed record OcspRequest(IReadOnlyList<OcspCertificateId> Ids, ReadOnlyMemory<byte> Nonce, bool IsSigned, bool HasUnknownCriticalExtension)
{
    private const int LengthMax = 64 * 1024;

    private const int IdsMax = 128;

    /// <exception cref="PkiRefusedException">The bytes are no request: answer <see cref="OcspResponseStatus.MalformedRequest"/>.</exception>
    public static OcspRequest From(ReadOnlyMemory<byte> encoded) => encoded.Length > LengthMax
        ? throw new PkiRefusedException(PkiRefusal.TooLong)
        : Reading.Whole(encoded, PkiRefusal.OcspRequestMalformed, static reader =>
        {
            var fields = reader.ReadSequence();
            var toBeSigned = fields.ReadSequence();
            var isSigned = SkipSignature(fields);
            fields.RequireEmpty();
            return Read(toBeSigned, isSigned);
        });

    private static OcspRequest Read(AsnReader fields, bool isSigned)
    {
        SkipVersion(fields);
        SkipRequestor(fields);
        var hasUnknown = false;
        var list = fields.ReadSequence();
        var ids = new List<OcspCertificateId>(1);
        while (list.HasData)
            ids.Add(ReadId(list, ref hasUnknown));
        var extensions = ReadExtensions(fields, 2);
        fields.RequireEmpty();
        if (ids.Count is 0 or > IdsMax)
            throw new AsnContentException("A request asks about at least one certificate, and not about too many.");
        return new(ids, OcspNonce.In(extensions, PkiRefusal.OcspRequestMalformed), isSigned, hasUnknown | HasUnknown(extensions));
    }

    private static OcspCertificateId ReadId(AsnReader list, ref bool hasUnknown)
    {
        var fields = list.ReadSequence();
        var id = OcspCertificateId.Read(fields);
        hasUnknown |= HasUnknown(ReadExtensions(fields, 0));
        fields.RequireEmpty();
        return id;
    }

    // version is DEFAULT v1, and there is no other.
    private static void SkipVersion(AsnReader fields)
    {
        if (!fields.Has(0))
            return;
        var wrapper = fields.ReadSequence(Reading.Context(0));
        if (wrapper.ReadSmallInteger() != 0)
            throw new AsnContentException("The version is v1.");
        wrapper.RequireEmpty();
    }

    private static void SkipRequestor(AsnReader fields)
    {
        if (!fields.Has(1))
            return;
        var wrapper = fields.ReadSequence(Reading.Context(1));
        GeneralName.Read(wrapper);
        wrapper.RequireEmpty();
    }

    private static bool SkipSignature(AsnReader fields)
    {
        if (!fields.Has(0))
            return false;
        var wrapper = fields.ReadSequence(Reading.Context(0));
        wrapper.ReadSequence();
        wrapper.RequireEmpty();
        return true;
    }

    private static ExtensionList ReadExtensions(AsnReader fields, int tag)
    {
        if (!fields.Has(tag))
            return ExtensionList.None;
        var wrapper = fields.ReadSequence(Reading.Context(tag));
        var extensions = new ExtensionList(Extension.ReadAll(wrapper));
        wrapper.RequireEmpty();
        return extensions;
    }

    private static bool HasUnknown(ExtensionList extensions) => extensions.All.Any(extension => extension.IsCritical && extension.Oid != Oids.OcspNonce);
}
