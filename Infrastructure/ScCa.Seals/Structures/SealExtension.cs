using System.Collections.Immutable;
using System.Formats.Asn1;

namespace ScCa.Seals.Structures;

/// <summary>ExtData, a vendor's addition to a seal or a signature.</summary>
public sealed record SealExtension(string Oid, bool IsCritical, ReadOnlyMemory<byte> Value)
{
    private const int CountMax = 256;

    /// <summary>
    /// ExtensionDatas, plain or within [0]: the standards say EXPLICIT and give no number. By BER: real seals write critical FALSE in full, and worse.
    /// </summary>
    internal static ImmutableArray<SealExtension> ReadAll(ReadOnlyMemory<byte> encoded) => SealReading.Field(encoded, reader =>
    {
        if (!reader.PeekTag().HasSameClassAndValue(SealReading.Context0))
            return ReadList(reader);
        var wrapper = reader.ReadSequence(SealReading.Context0);
        var list = ReadList(wrapper);
        wrapper.ThrowIfNotEmpty();
        return list;
    }, AsnEncodingRules.BER);

    internal static void WriteAll(AsnWriter writer, ImmutableArray<SealExtension> extensions)
    {
        using (writer.PushSequence())
        {
            foreach (var extension in extensions)
                extension.Write(writer);
        }
    }

    private static ImmutableArray<SealExtension> ReadList(AsnReader reader)
    {
        var values = reader.ReadSequence();
        var list = ImmutableArray.CreateBuilder<SealExtension>();
        while (values.HasData)
        {
            if (list.Count == CountMax)
                throw new AsnContentException("There are too many extensions.");
            list.Add(Read(values.ReadSequence()));
        }

        return list.ToImmutable();
    }

    private static SealExtension Read(AsnReader fields)
    {
        var oid = fields.ReadObjectIdentifier();
        var isCritical = fields.HasData && fields.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && fields.ReadBoolean();
        var value = fields.ReadOctetString();
        fields.ThrowIfNotEmpty();
        return new(oid, isCritical, value);
    }

    private void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oid);
            // X.690 §11.5: a value equal to its default is left out.
            if (IsCritical)
                writer.WriteBoolean(true);
            writer.WriteOctetString(Value.Span);
        }
    }
}
