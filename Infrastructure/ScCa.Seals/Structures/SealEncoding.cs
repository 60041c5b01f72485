using System.Formats.Asn1;

namespace ScCa.Seals.Structures;

/// <summary>Puts seals and signatures together around signed bytes, which go in as they are.</summary>
internal static class SealEncoding
{
    public static byte[] SignedBytesOfV1(ReadOnlySpan<byte> content, ReadOnlySpan<byte> certificate, ReadOnlySpan<byte> algorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        // The content may break DER in its extensions; a writer of DER would refuse or, worse, mend it.
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate);
            writer.WriteEncodedValue(algorithm);
        }

        return Prepended(content, writer.Encode());
    }

    public static byte[] Seal(SealVersion version, ReadOnlySpan<byte> content, ReadOnlyMemory<byte> certificate, string algorithm, ReadOnlyMemory<byte> signature, ReadOnlyMemory<byte>? timestamp = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (version == SealVersion.V1)
            {
                using (writer.PushSequence())
                    WriteSigned(writer, certificate, algorithm, signature);
            }
            else
            {
                WriteSigned(writer, certificate, algorithm, signature);
                WriteTimestamp(writer, timestamp);
            }
        }

        return Prepended(content, writer.Encode());
    }

    public static byte[] SignatureOfV1(ReadOnlySpan<byte> toSign, ReadOnlyMemory<byte> signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
            writer.WriteBitString(signature.Span);
        return Prepended(toSign, writer.Encode());
    }

    public static byte[] Signature(ReadOnlySpan<byte> toSign, ReadOnlyMemory<byte> certificate, string algorithm, ReadOnlyMemory<byte> signature, ReadOnlyMemory<byte>? timestamp)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            WriteSigned(writer, certificate, algorithm, signature);
            WriteTimestamp(writer, timestamp);
        }

        return Prepended(toSign, writer.Encode());
    }

    public static byte[] ObjectIdentifier(string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return writer.Encode();
    }

    public static byte[] OctetString(ReadOnlySpan<byte> octets)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(octets);
        return writer.Encode();
    }

    /// <summary>The sequence with one more field in front of its own: the field's bytes are copied, whatever they are.</summary>
    public static byte[] Prepended(ReadOnlySpan<byte> first, ReadOnlySpan<byte> sequence)
    {
        AsnDecoder.ReadSequence(sequence, AsnEncodingRules.DER, out var offset, out var length, out _);
        var rest = sequence.Slice(offset, length);
        var header = Header(first.Length + rest.Length);
        var whole = new byte[header.Length + first.Length + rest.Length];
        header.CopyTo(whole, 0);
        first.CopyTo(whole.AsSpan(header.Length));
        rest.CopyTo(whole.AsSpan(header.Length + first.Length));
        return whole;
    }

    // X.690 §8.1.3: SEQUENCE and the shortest length.
    private static byte[] Header(int length)
    {
        if (length < 0x80)
            return [0x30, (byte)length];
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        var digits = bytes.TrimStart((byte)0);
        return [0x30, (byte)(0x80 | digits.Length), .. digits];
    }

    private static void WriteSigned(AsnWriter writer, ReadOnlyMemory<byte> certificate, string algorithm, ReadOnlyMemory<byte> signature)
    {
        writer.WriteOctetString(certificate.Span);
        writer.WriteObjectIdentifier(algorithm);
        writer.WriteBitString(signature.Span);
    }

    private static void WriteTimestamp(AsnWriter writer, ReadOnlyMemory<byte>? timestamp)
    {
        if (timestamp is not { } token)
            return;
        using (writer.PushSequence(SealReading.Context0))
            writer.WriteBitString(token.Span);
    }
}
