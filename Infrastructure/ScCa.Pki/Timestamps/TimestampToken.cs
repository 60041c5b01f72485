using System.Formats.Asn1;
using ScCa.Pki.Messages;

namespace ScCa.Pki.Timestamps;

/// <summary>A timestamp: TSTInfo in a signed message of RFC 5652 or GM/T 0010 (RFC 3161 §2.4.2, GM/T 0033).</summary>
public sealed class TimestampToken
{
    // Certificates of a path and a signature; several kilobytes at most.
    internal const int LengthMax = 1024 * 1024;

    private TimestampToken(SignedData message, TimestampInfo info) => (Message, Info) = (message, info);

    /// <summary>The whole token, as it came.</summary>
    public ReadOnlyMemory<byte> Encoded => Message.Encoded;

    public SignedData Message { get; }

    public TimestampInfo Info { get; }

    /// <exception cref="PkiRefusedException">The bytes are no timestamp token.</exception>
    public static TimestampToken From(ReadOnlyMemory<byte> encoded)
    {
        if (encoded.Length > LengthMax)
            throw new PkiRefusedException(PkiRefusal.TooLong);
        var message = ReadMessage(encoded);
        // RFC 3161 §2.4.2: the content is there, of this type, and signed by the authority alone.
        return message is { ContentType: Oids.TimestampInfo, Content: { } content, Signers: [{ SignedAttributes: not null }] }
            ? new(message, TimestampInfo.From(content))
            : throw new PkiRefusedException(PkiRefusal.TimestampMalformed, new AsnContentException("The message holds no TSTInfo signed by one signer."));
    }

    /// <summary>Verifies what the token says, in the order of <see cref="TimestampStep"/>. Nothing in a token makes it throw.</summary>
    public TimestampVerdict Verify(TimestampExpectation expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        return new TimestampCheck(this, expectation).Run();
    }

    private static SignedData ReadMessage(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return SignedData.From(encoded);
        }
        catch (PkiRefusedException e) when (e.Refusal == PkiRefusal.MessageMalformed)
        {
            throw new PkiRefusedException(PkiRefusal.TimestampMalformed, e);
        }
    }
}
