using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>After how many further certificates anyPolicy stands for no policy any more, RFC 5280 §4.2.1.14.</summary>
public static class InhibitAnyPolicy
{
    public static Extension Of(int certificates) => new(Oids.InhibitAnyPolicy, IsCritical: true, Writing.Der(writer => writer.WriteInteger(certificates)));

    internal static int Read(AsnReader reader) =>
        reader.ReadSmallInteger() is >= 0 and var certificates ? certificates : throw new AsnContentException("A number of certificates is not negative.");
}
