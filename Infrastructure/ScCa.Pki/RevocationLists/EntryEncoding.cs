namespace ScCa.Pki.RevocationLists;

/// <summary>One entry written, RFC 5280 §5.1.2.6. Its parts are so short that every length is one octet.</summary>
internal static class EntryEncoding
{
    // RFC 5280 §4.1.2.2: "serial numbers up to 20 octets".
    public const int SerialSizeMax = 20;

    public const int SizeMax = 2 + 2 + SerialSizeMax + GeneralizedTimeSize + 2 + ReasonSize + InvalidityDateSize;

    private const int GeneralizedTimeSize = 17;
    private const int ReasonSize = 12;
    private const int InvalidityDateSize = 26;

    // 2.5.29.21 in its SEQUENCE, the OCTET STRING begun, up to the ENUMERATED's value.
    private static ReadOnlySpan<byte> ReasonHead => [0x30, 0x0A, 0x06, 0x03, 0x55, 0x1D, 0x15, 0x04, 0x03, 0x0A, 0x01];

    // 2.5.29.24 in its SEQUENCE, the OCTET STRING begun, up to the GeneralizedTime.
    private static ReadOnlySpan<byte> InvalidityDateHead => [0x30, 0x18, 0x06, 0x03, 0x55, 0x1D, 0x18, 0x04, 0x11];

    /// <summary>Whether it is a positive INTEGER in its fewest octets, and no longer than allowed.</summary>
    public static bool IsSerialNumber(ReadOnlySpan<byte> serialNumber) =>
        serialNumber is [> 0 and < 0x80, ..] or [0, >= 0x80, ..] && serialNumber.Length <= SerialSizeMax;

    /// <summary>Writes at most <see cref="SizeMax"/> octets and says how many.</summary>
    public static int Write(Span<byte> destination, ReadOnlySpan<byte> serialNumber, DateTimeOffset revokedAt, RevocationReason? reason, DateTimeOffset? invalidityDate)
    {
        destination[0] = 0x30;
        destination[2] = 0x02;
        destination[3] = (byte)serialNumber.Length;
        serialNumber.CopyTo(destination[4..]);
        var length = 4 + serialNumber.Length;
        length += WriteTime(destination[length..], revokedAt);
        length += WriteExtensions(destination[length..], reason, invalidityDate);
        destination[1] = (byte)(length - 2);
        return length;
    }

    private static int WriteExtensions(Span<byte> destination, RevocationReason? reason, DateTimeOffset? invalidityDate)
    {
        // §5.3.1: "the reason code CRL entry extension SHOULD be absent instead of using the unspecified (0) reasonCode value."
        var isReasonSaid = reason is not (null or RevocationReason.Unspecified);
        if (!isReasonSaid && invalidityDate is null)
            return 0;
        destination[0] = 0x30;
        var length = 2;
        if (isReasonSaid)
        {
            ReasonHead.CopyTo(destination[length..]);
            destination[length + ReasonHead.Length] = (byte)reason!.Value;
            length += ReasonSize;
        }

        if (invalidityDate is { } date)
        {
            InvalidityDateHead.CopyTo(destination[length..]);
            length += InvalidityDateHead.Length;
            length += WriteGeneralizedTime(destination[length..], date.UtcDateTime);
        }

        destination[1] = (byte)(length - 2);
        return length;
    }

    // RFC 5280 §5.1.2.6: UTCTime through 2049, GeneralizedTime from 2050.
    private static int WriteTime(Span<byte> destination, DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        if (utc.Year is < 1950 or > 2049)
            return WriteGeneralizedTime(destination, utc);
        destination[0] = 0x17;
        destination[1] = 13;
        WriteTwoDigits(destination[2..], utc.Year % 100);
        WriteFromMonth(destination[4..], utc);
        return 15;
    }

    private static int WriteGeneralizedTime(Span<byte> destination, DateTime utc)
    {
        destination[0] = 0x18;
        destination[1] = 15;
        WriteTwoDigits(destination[2..], utc.Year / 100);
        WriteTwoDigits(destination[4..], utc.Year % 100);
        WriteFromMonth(destination[6..], utc);
        return GeneralizedTimeSize;
    }

    private static void WriteFromMonth(Span<byte> destination, DateTime utc)
    {
        var (date, time) = (DateOnly.FromDateTime(utc), TimeOnly.FromDateTime(utc));
        var (_, month, day) = date;
        var (hour, minute, second) = time;
        WriteTwoDigits(destination, month);
        WriteTwoDigits(destination[2..], day);
        WriteTwoDigits(destination[4..], hour);
        WriteTwoDigits(destination[6..], minute);
        WriteTwoDigits(destination[8..], second);
        destination[10] = (byte)'Z';
    }

    private static void WriteTwoDigits(Span<byte> destination, int number)
    {
        var (tens, units) = Math.DivRem(number, 10);
        destination[1] = (byte)('0' + units);
        destination[0] = (byte)('0' + tens);
    }
}
