using System.Buffers.Binary;

namespace ScCa.Issuance.Building;

/// <summary>
/// DER written from its end towards its beginning: a value's length is known before its header is written, so nothing is measured twice and nothing is moved.
/// The buffer is the caller's and must be large enough.
/// </summary>
internal ref struct DerTail(Span<byte> buffer)
{
    private readonly Span<byte> buffer = buffer;

    /// <summary>Where what is written so far begins: to be remembered before the contents of a constructed value are written.</summary>
    public int Start { get; private set; } = buffer.Length;

    public readonly ReadOnlySpan<byte> Written => buffer[Start..];

    public void Copy(ReadOnlySpan<byte> encoded)
    {
        Start -= encoded.Length;
        encoded.CopyTo(buffer[Start..]);
    }

    /// <summary>Room for a content of this length, which the caller fills.</summary>
    public Span<byte> Reserve(int length)
    {
        Start -= length;
        return buffer.Slice(Start, length);
    }

    public void Value(byte tag, ReadOnlySpan<byte> content)
    {
        var end = Start;
        Copy(content);
        Close(tag, end);
    }

    /// <summary>Puts tag and length in front of everything written since <paramref name="end"/> was the start (X.690 §8.1.3, the shortest form).</summary>
    public void Close(byte tag, int end)
    {
        var length = end - Start;
        switch (length)
        {
            case < 0x80:
                buffer[--Start] = (byte)length;
                break;
            case < 0x100:
                buffer[--Start] = (byte)length;
                buffer[--Start] = 0x81;
                break;
            case < 0x10000:
                Start -= 2;
                BinaryPrimitives.WriteUInt16BigEndian(buffer[Start..], (ushort)length);
                buffer[--Start] = 0x82;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(end), "No certificate is as long as this.");
        }

        buffer[--Start] = tag;
    }
}
