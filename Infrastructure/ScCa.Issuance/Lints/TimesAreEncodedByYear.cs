using System.Formats.Asn1;

namespace ScCa.Issuance.Lints;

/// <summary>One instant has one encoding.</summary>
internal sealed class TimesAreEncodedByYear : ILint
{
    public LintRule Rule { get; } = new(
        nameof(TimesAreEncodedByYear), "RFC 5280 §4.1.2.5", LintRule.Rfc5280Published,
        "2049 年及以前用 UTCTime，2050 年起用 GeneralizedTime，均为 UTC、精确到秒。请检查签发计划。",
        "Times are UTCTime through 2049 and GeneralizedTime from 2050, in UTC, to the second. Check the plan.");

    private const int FirstGeneralizedYear = 2050;

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => IsByYear(certificate.NotBefore) && IsByYear(certificate.NotAfter);

    private static bool IsByYear(ReadOnlyMemory<byte> time)
    {
        var reader = new AsnReader(time, AsnEncodingRules.DER);
        if (reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime))
            return HasLength(time, "YYMMDDHHMMSSZ".Length);
        // §4.1.2.5.2: no fractional seconds.
        return reader.ReadGeneralizedTime().Year >= FirstGeneralizedYear && HasLength(time, "YYYYMMDDHHMMSSZ".Length);
    }

    private static bool HasLength(ReadOnlyMemory<byte> time, int characters)
    {
        AsnDecoder.ReadEncodedValue(time.Span, AsnEncodingRules.DER, out _, out var contentLength, out _);
        return contentLength == characters;
    }
}
