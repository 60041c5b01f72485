using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.RevocationLists;

/// <summary>One entry of a list taken apart where it lies, RFC 5280 §5.1.2.6 and §5.3.</summary>
internal ref struct EntryFields
{
    public ReadOnlySpan<byte> SerialNumber { get; private set; }

    public DateTimeOffset RevokedAt { get; private set; }

    public RevocationReason? Reason { get; private set; }

    public DateTimeOffset? InvalidityDate { get; private set; }

    /// <summary>GeneralNames; empty where the entry says nothing.</summary>
    public ReadOnlySpan<byte> CertificateIssuer { get; private set; }

    public bool HasUnknownCriticalExtension { get; private set; }

    public bool HasExtensions { get; private set; }

    public static EntryFields Read(DerCursor entry)
    {
        var read = new EntryFields { SerialNumber = entry.ReadInteger(), RevokedAt = entry.ReadTime() };
        if (entry.HasData)
            read.ReadExtensions(entry.Enter(DerCursor.Sequence));
        entry.RequireEmpty();
        return read;
    }

    private void ReadExtensions(DerCursor extensions)
    {
        HasExtensions = true;
        while (extensions.HasData)
        {
            var extension = extensions.Enter(DerCursor.Sequence);
            var oid = extension.Read(DerCursor.ObjectIdentifier);
            var isCritical = extension.Has(DerCursor.Boolean) && extension.ReadBoolean();
            var value = extension.Read(DerCursor.OctetString);
            extension.RequireEmpty();
            Take(oid, isCritical, value);
        }
    }

    private void Take(ReadOnlySpan<byte> oid, bool isCritical, ReadOnlySpan<byte> value)
    {
        switch (oid)
        {
            // 2.5.29.21
            case [0x55, 0x1D, 0x15]:
                RequireFirst(Reason is null);
                Reason = ReadReason(value);
                break;
            // 2.5.29.24
            case [0x55, 0x1D, 0x18]:
                RequireFirst(InvalidityDate is null);
                InvalidityDate = ReadInvalidityDate(value);
                break;
            // 2.5.29.29
            case [0x55, 0x1D, 0x1D]:
                RequireFirst(CertificateIssuer.IsEmpty);
                CertificateIssuer = value;
                break;
            default:
                HasUnknownCriticalExtension |= isCritical;
                break;
        }
    }

    private static RevocationReason ReadReason(ReadOnlySpan<byte> value)
    {
        var cursor = new DerCursor(value);
        var content = cursor.Read(DerCursor.Enumerated);
        cursor.RequireEmpty();
        return content is [<= 10 and not 7] ? (RevocationReason)content[0] : throw new AsnContentException("There is no such reason.");
    }

    private static DateTimeOffset ReadInvalidityDate(ReadOnlySpan<byte> value)
    {
        var time = AsnDecoder.ReadGeneralizedTime(value, AsnEncodingRules.DER, out var consumed);
        return consumed == value.Length ? time : throw new AsnContentException("Something follows the date.");
    }

    private static void RequireFirst(bool isFirst)
    {
        if (!isFirst)
            throw new AsnContentException("An entry's extension stands once.");
    }
}
