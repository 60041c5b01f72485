using System.Formats.Asn1;
using System.Numerics;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>The numbers by which lists of revoked certificates follow one another, RFC 5280 §5.2.3 and §5.2.4.</summary>
public static class CrlNumber
{
    // RFC 5280 §5.2.3: "up to 20 octets".
    private const int BitsMax = 20 * 8 - 1;

    public static Extension Of(BigInteger number) => new(Oids.CrlNumber, IsCritical: false, Encode(number));

    /// <summary>deltaCRLIndicator: the complete list from which this one counts on.</summary>
    public static Extension OfBase(BigInteger number) => new(Oids.DeltaCrlIndicator, IsCritical: true, Encode(number));

    internal static BigInteger Read(AsnReader reader)
    {
        var number = reader.ReadInteger();
        return IsNumber(number) ? number : throw new AsnContentException("The number is negative or too long.");
    }

    private static byte[] Encode(BigInteger number) => IsNumber(number)
        ? Writing.Der(writer => writer.WriteInteger(number))
        : throw new PkiRefusedException(PkiRefusal.ValueNotEncodable);

    private static bool IsNumber(BigInteger number) => number.Sign >= 0 && number.GetBitLength() <= BitsMax;
}
