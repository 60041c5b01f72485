using System.Formats.Asn1;
using ScCa.Pki.Asn1;
using ScCa.Pki.Names;

namespace ScCa.Pki.Paths;

/// <summary>Every name of a certificate that constraints are about, RFC 5280 §4.2.1.10: its subject, the addresses in it, and its alternative names.</summary>
internal static class ConstrainedNames
{
    // RFC 9598 §3: an address that is not ASCII; constraints on addresses bind it too.
    private const string SmtpUtf8Mailbox = "1.3.6.1.5.5.7.8.9";

    public static IEnumerable<GeneralName> Of(CertificateFacts facts)
    {
        var subject = facts.Certificate.Subject;
        if (!subject.IsEmpty)
            yield return GeneralName.DirectoryName(subject);
        foreach (var attribute in subject.Parts.SelectMany(part => part).Where(attribute => attribute.Oid == Oids.EmailAddress))
            yield return new GeneralName(GeneralNameKind.EmailAddress, attribute.Encoded, attribute.Text ?? "");
        foreach (var name in facts.AlternativeNames)
            yield return name;
    }

    /// <summary>The form by whose constraints the name is judged.</summary>
    public static GeneralNameKind FormOf(GeneralName name) =>
        name.Kind == GeneralNameKind.OtherName && IsMailbox(name) ? GeneralNameKind.EmailAddress : name.Kind;

    private static bool IsMailbox(GeneralName name)
    {
        try
        {
            return new AsnReader(name.Encoded, AsnEncodingRules.DER).ReadSequence(Reading.Context((int)GeneralNameKind.OtherName)).ReadObjectIdentifier() == SmtpUtf8Mailbox;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
