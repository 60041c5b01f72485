using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ScCa.Domain.Certificates;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Profiles;

/// <summary>GM/T 0015: 企业组织机构代码, a PrintableString that carries the unified social credit code.</summary>
internal static class OrganizationCodeExtension
{
    public static X509Extension Of(CreditCode code)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(UniversalTagNumber.PrintableString, code.Value);
        return new X509Extension(Oids.OrganizationCode, writer.Encode(), critical: false);
    }
}
