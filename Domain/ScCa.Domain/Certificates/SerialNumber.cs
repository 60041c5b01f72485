using System.Globalization;
using System.Numerics;

namespace ScCa.Domain.Certificates;

/// <summary>A certificate's serial number in upper-case hex, without leading zeros.</summary>
public sealed record SerialNumber : ITextValue<SerialNumber>
{
    /// <summary>RFC 5280 §4.1.2.2: at most 20 octets.</summary>
    public const int MaxOctets = 20;

    private SerialNumber(string hex) => Value = hex;

    public string Value { get; }

    public static SerialNumber Parse(string text)
    {
        if (text.Length is 0 or > MaxOctets * 2 || text[0] == '0')
            throw new FormatException("SerialNumber: 1 to 40 hex digits without a leading zero are needed.");
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c is not (>= 'A' and <= 'F'))
                throw new FormatException("SerialNumber: upper-case hex digits are needed.");
        }

        return new SerialNumber(text);
    }

    /// <summary>
    /// A positive number of exactly 128 bits made from 16 random octets: 127 of its bits are unpredictable, well beyond the 64 that C1 asks for.
    /// The top bit is set so that every serial is as long as every other; its DER INTEGER then takes 17 octets.
    /// </summary>
    public static SerialNumber FromRandom(ReadOnlySpan<byte> random)
    {
        if (random.Length != 16)
            throw new ArgumentException("16 random octets are needed.", nameof(random));
        Span<byte> octets = stackalloc byte[16];
        random.CopyTo(octets);
        octets[0] |= 0x80;
        return new SerialNumber(Convert.ToHexString(octets));
    }

    /// <summary>The number's big-endian octets as a DER INTEGER holds them: a leading zero where the top bit is set.</summary>
    public byte[] ToDerInteger() =>
        BigInteger.Parse("0" + Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: false, isBigEndian: true);

    public override string ToString() => Value;
}
