using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Older string types are left to old certificates.</summary>
internal sealed class SubjectStringTypesFit : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectStringTypesFit), "RFC 5280 §4.1.2.4, Appendix A.1", LintRule.Rfc5280Published, LintedUses.All,
        "国家和编号用 PrintableString，国家为两个大写字母，其余用 UTF8String 或 PrintableString。请检查证书模板。",
        "countryName (two capital letters) and serialNumber are PrintableString, the others UTF8String or PrintableString. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        foreach (ref readonly var attribute in certificate.Attributes)
        {
            if (!Fits(attribute))
                return false;
        }

        return true;
    }

    private static bool Fits(in SubjectAttribute attribute)
    {
        if (attribute.Is(OidOctets.CountryName))
            return attribute.StringTag == DerTags.PrintableString && attribute.Value.Span is [>= (byte)'A' and <= (byte)'Z', >= (byte)'A' and <= (byte)'Z'];
        if (attribute.Is(OidOctets.SerialNumber))
            return attribute.StringTag == DerTags.PrintableString;
        // The two whose only type is IA5String are for other lints to judge.
        var isAddress = attribute.Is(OidOctets.EmailAddress) || attribute.Is(OidOctets.DomainComponent);
        return isAddress || attribute.StringTag is DerTags.Utf8String or DerTags.PrintableString;
    }
}
