using NodaTime;

namespace ScCa.Issuance.Building;

/// <summary>Time, RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050. X.509 counts in whole seconds; what is smaller is dropped.</summary>
internal static class DerTime
{
    private const byte UtcTime = 0x17;
    private const byte GeneralizedTime = 0x18;
    private const int FirstGeneralizedYear = 2050;

    public static void Write(ref DerTail tail, Instant instant)
    {
        var time = instant.InUtc().LocalDateTime;
        var end = tail.Start;
        tail.Reserve(1)[0] = (byte)'Z';
        TwoDigits(ref tail, time.Second);
        TwoDigits(ref tail, time.Minute);
        TwoDigits(ref tail, time.Hour);
        TwoDigits(ref tail, time.Day);
        TwoDigits(ref tail, time.Month);
        TwoDigits(ref tail, time.Year % 100);
        if (time.Year < FirstGeneralizedYear)
        {
            tail.Close(UtcTime, end);
            return;
        }

        TwoDigits(ref tail, time.Year / 100);
        tail.Close(GeneralizedTime, end);
    }

    private static void TwoDigits(ref DerTail tail, int number)
    {
        var digits = tail.Reserve(2);
        digits[0] = (byte)('0' + (number / 10));
        digits[1] = (byte)('0' + (number % 10));
    }
}
