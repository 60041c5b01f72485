using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Timestamps;

/// <summary>TimeStampResp, RFC 3161 §2.4.2.</summary>
/// <param name="Texts">statusString.</param>
/// <param name="Token">Encoded; null where none was granted.</param>
public sealed record TimestampResponse(TimestampStatus Status, IReadOnlyList<string> Texts, TimestampFailures Failures, ReadOnlyMemory<byte>? Token)
{
    private const int TextsMax = 16;

    public bool IsGranted => Status is TimestampStatus.Granted or TimestampStatus.GrantedWithMods;

    public static TimestampResponse Of(TimestampToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(TimestampStatus.Granted, [], TimestampFailures.None, token.Encoded);
    }

    public static TimestampResponse Rejecting(TimestampFailures failure, params IReadOnlyList<string> texts) => new(TimestampStatus.Rejection, texts, failure, null);

    /// <exception cref="PkiRefusedException">The bytes are no response. What the token in it holds is not looked at.</exception>
    public static TimestampResponse From(ReadOnlyMemory<byte> encoded) => encoded.Length > TimestampToken.LengthMax
        ? throw new PkiRefusedException(PkiRefusal.TooLong)
        // Tokens may be made in one pass, with indefinite lengths.
        : Reading.Whole(encoded, PkiRefusal.TimestampMalformed, Read, AsnEncodingRules.BER);

    public byte[] Encode() => Writing.Sequence(writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger((int)Status);
            if (Texts.Count > 0)
            {
                using (writer.PushSequence())
                {
                    foreach (var text in Texts)
                        writer.WriteCharacterString(UniversalTagNumber.UTF8String, text);
                }
            }

            if (Failures != TimestampFailures.None)
                writer.WriteNamedBitList(Failures);
        }

        if (Token is { } token)
            writer.WriteEncoded(token);
    });

    /// <summary>Verifies the whole answer, status first.</summary>
    public TimestampVerdict Verify(TimestampExpectation expectation)
    {
        if (!IsGranted)
            return new(TimestampStep.Status, null, null);
        if (Token is not { } encoded)
            return new(TimestampStep.Token, null, null);
        try
        {
            return TimestampToken.From(encoded).Verify(expectation);
        }
        catch (PkiRefusedException)
        {
            return new(TimestampStep.ContentType, null, null);
        }
    }

    private static TimestampResponse Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var info = fields.ReadSequence();
        var status = (TimestampStatus)info.ReadSmallInteger();
        if (!Enum.IsDefined(status))
            throw new AsnContentException("There is no such status.");
        var texts = info.Has(Asn1Tag.Sequence) ? Reading.Each(info.ReadSequence(), text => text.ReadCharacterString(UniversalTagNumber.UTF8String)) : [];
        var failures = info.Has(Asn1Tag.PrimitiveBitString) ? info.ReadNamedBitListValue<TimestampFailures>() : TimestampFailures.None;
        info.RequireEmpty();
        var token = fields.HasData ? fields.ReadEncodedValue() : default(ReadOnlyMemory<byte>?);
        fields.RequireEmpty();
        return texts.Count <= TextsMax ? new(status, texts, failures, token) : throw new AsnContentException("There are too many texts.");
    }
}
