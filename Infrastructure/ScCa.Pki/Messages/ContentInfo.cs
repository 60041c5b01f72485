using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Messages;

/// <summary>ContentInfo ::= SEQUENCE { contentType, content [0] EXPLICIT OPTIONAL }, RFC 5652 §3.</summary>
internal static class ContentInfo
{
    // Documents are signed whole; whoever sends more sends them in pieces.
    private const int LengthMax = 64 * 1024 * 1024;

    /// <summary>Reads one message of the type and nothing after it. Indefinite lengths are read too: messages are made in one pass (RFC 5652 §1).</summary>
    public static T Read<T>(ReadOnlyMemory<byte> encoded, MessageType type, PkiRefusal refusal, Func<string, AsnReader, T> read, int lengthMax = LengthMax) =>
        encoded.Length > lengthMax
            ? throw new PkiRefusedException(PkiRefusal.TooLong)
            : Reading.Whole(encoded, refusal, whole => Read(whole, type, read), AsnEncodingRules.BER);

    public static T Read<T>(AsnReader reader, MessageType type, Func<string, AsnReader, T> read)
    {
        var fields = reader.ReadSequence();
        var oid = fields.ReadObjectIdentifier();
        if (!MessageProfile.Is(oid, type))
            throw new AsnContentException("The message is of another type.");
        var wrapper = fields.ReadSequence(Reading.Context(0));
        var value = read(oid, wrapper);
        wrapper.RequireEmpty();
        fields.RequireEmpty();
        return value;
    }

    public static byte[] Write(string type, Action<AsnWriter> content) => Writing.Der(writer => Write(writer, type, content));

    public static void Write(AsnWriter writer, string type, Action<AsnWriter> content)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushExplicit(0))
                content(writer);
        }
    }
}
