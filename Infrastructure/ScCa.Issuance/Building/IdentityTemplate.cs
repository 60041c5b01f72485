using System.Formats.Asn1;
using ScCa.Application.Ports;
using ScCa.Pki;
using ScCa.Pki.Extensions;

namespace ScCa.Issuance.Building;

/// <summary>One of the identity extensions of GM/T 0015, and the value that goes into it.</summary>
internal sealed record IdentityTemplate(string Oid, UniversalTagNumber StringType, ValueTemplate Value)
{
    // The 2012 set, and from 1.2.156.10260.4.1.1.1 on what is known of the 2023 set; the code's place is 4.4 in one source and 4.4.4 in the other.
    // 1.2.156.10260.4.1.1 is a choice of three papers' numbers, none of which comes here: they are not for names and certificates.
    private static readonly Dictionary<string, UniversalTagNumber> StringTypes = new()
    {
        [Oids.InsuranceNumber] = UniversalTagNumber.PrintableString,
        [Oids.RegistrationNumber] = UniversalTagNumber.PrintableString,
        [Oids.OrganizationCode] = UniversalTagNumber.PrintableString,
        [Oids.TaxationNumber] = UniversalTagNumber.PrintableString,
        ["1.2.156.10260.4.1.1.1"] = UniversalTagNumber.PrintableString,
        ["1.2.156.10260.4.1.1.2"] = UniversalTagNumber.UTF8String,
        ["1.2.156.10260.4.4"] = UniversalTagNumber.PrintableString,
        ["1.2.156.10260.4.4.4"] = UniversalTagNumber.PrintableString,
    };

    public static IdentityTemplate? TryParse(string oid, string value) =>
        StringTypes.TryGetValue(oid, out var type) && value.Length > 0 && ValueTemplate.TryParse(value) is { } template ? new(oid, type, template) : null;

    /// <summary>The extension; null where the subject has no such value.</summary>
    public Extension? Fill(SubjectValues values)
    {
        if (Value.Fill(values) is not { } text)
            return null;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        try
        {
            writer.WriteCharacterString(StringType, text);
        }
        catch (ArgumentException)
        {
            throw new IssuanceRefusedException(RequestFindings.NameNotText);
        }

        return new(Oid, IsCritical: false, writer.Encode());
    }
}
