using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Names;

namespace ScCa.Pki.Extensions;

/// <summary>Which part of an issuer's certificates a list is about, RFC 5280 §5.2.5.</summary>
/// <param name="FullName">Empty where there is none.</param>
/// <param name="RelativeName">Below the list issuer's name; empty where there is none.</param>
/// <param name="OnlySomeReasons">Null for every reason.</param>
/// <param name="IsIndirect">Entries may be about certificates of other issuers.</param>
public sealed record IssuingDistributionPoint(
    IReadOnlyList<GeneralName> FullName, ReadOnlyMemory<byte> RelativeName = default, bool OnlyContainsUserCerts = false, bool OnlyContainsCaCerts = false,
    ReasonFlags? OnlySomeReasons = null, bool IsIndirect = false, bool OnlyContainsAttributeCerts = false)
{
    public bool HasName => FullName.Count > 0 || !RelativeName.IsEmpty;

    /// <summary>"MUST be critical", since a reader who overlooks it takes a part for the whole.</summary>
    public Extension ToExtension() => new(Oids.IssuingDistributionPoint, IsCritical: true, Writing.Sequence(writer =>
    {
        WriteName(writer);
        WriteFlag(writer, 1, OnlyContainsUserCerts);
        WriteFlag(writer, 2, OnlyContainsCaCerts);
        if (OnlySomeReasons is { } reasons)
            writer.WriteNamedBitList(reasons, Reading.Context(3));
        WriteFlag(writer, 4, IsIndirect);
        WriteFlag(writer, 5, OnlyContainsAttributeCerts);
    }));

    internal static IssuingDistributionPoint Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var (full, relative) = fields.Has(0) ? DistributionPoint.ReadName(fields) : ([], default);
        var onlyUsers = ReadFlag(fields, 1);
        var onlyAuthorities = ReadFlag(fields, 2);
        ReasonFlags? reasons = fields.Has(3) ? fields.ReadNamedBitListValue<ReasonFlags>(Reading.Context(3)) : null;
        var isIndirect = ReadFlag(fields, 4);
        var onlyAttributes = ReadFlag(fields, 5);
        fields.RequireEmpty();
        // "at most one of onlyContainsUserCerts, onlyContainsCACerts, and onlyContainsAttributeCerts may be set to TRUE."
        return (onlyUsers ? 1 : 0) + (onlyAuthorities ? 1 : 0) + (onlyAttributes ? 1 : 0) <= 1
            ? new(full, relative, onlyUsers, onlyAuthorities, reasons, isIndirect, onlyAttributes)
            : throw new AsnContentException("A list cannot be only about two kinds.");
    }

    private void WriteName(AsnWriter writer)
    {
        if (!HasName)
            return;
        using (writer.PushExplicit(0))
        {
            if (!RelativeName.IsEmpty)
                writer.WriteEncoded(RelativeName);
            else
                WriteFullName(writer);
        }
    }

    private void WriteFullName(AsnWriter writer)
    {
        using (writer.PushExplicit(0))
        {
            foreach (var name in FullName)
                writer.WriteEncoded(name.Encoded);
        }
    }

    private static void WriteFlag(AsnWriter writer, int tag, bool flag)
    {
        if (flag)
            writer.WriteBoolean(true, Reading.Context(tag));
    }

    private static bool ReadFlag(AsnReader fields, int tag) => fields.Has(tag) && fields.ReadBoolean(Reading.Context(tag));
}
