using System.Formats.Asn1;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Lints;

/// <summary>Older string types are left to old certificates.</summary>
internal sealed class SubjectStringTypesFit : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectStringTypesFit), "RFC 5280 §4.1.2.4, Appendix A.1", LintRule.Rfc5280Published,
        "国家和编号用 PrintableString，国家为两个大写字母，其余用 UTF8String 或 PrintableString。请检查证书模板。",
        "countryName (two capital letters) and serialNumber are PrintableString, the others UTF8String or PrintableString. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => SubjectAttribute.ReadAll(certificate.Subject).All(Fits);

    private static bool Fits(SubjectAttribute attribute) => attribute.Oid switch
    {
        Oids.CountryName => attribute is { StringType: UniversalTagNumber.PrintableString, Value: [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] },
        Oids.SerialNumber => attribute.StringType is UniversalTagNumber.PrintableString,
        _ => attribute.StringType is UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString,
    };
}
