using System.Buffers;

namespace ScCa.Testing;

/// <summary>One value of an encoding that may be taken apart and put together wrongly. Octets that hold an encoding themselves are taken apart too.</summary>
internal sealed class DerNode
{
    private const int DepthMax = 24;

    public byte[] Tag { get; set; } = [];

    public List<DerNode>? Children { get; set; }

    /// <summary>The content of what has no children; the first octet of a BIT STRING that has them.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>Stands in place of the right length where it is set.</summary>
    public byte[]? Length { get; set; }

    public static List<DerNode>? TryReadAll(ReadOnlySpan<byte> encoded, int depth = 0)
    {
        var nodes = new List<DerNode>();
        while (!encoded.IsEmpty)
        {
            if (depth > DepthMax || !TrySplit(encoded, out var tag, out var content, out var consumed))
                return null;
            nodes.Add(Of(tag, content, depth));
            encoded = encoded[consumed..];
        }

        return nodes;
    }

    public DerNode Clone() => new() { Tag = Tag, Children = Children?.ConvertAll(child => child.Clone()), Content = Content, Length = Length };

    public void CollectInto(List<DerNode> all)
    {
        all.Add(this);
        foreach (var child in Children ?? [])
            child.CollectInto(all);
    }

    public void WriteTo(ArrayBufferWriter<byte> output)
    {
        output.Write(Tag);
        if (Children is null)
        {
            output.Write(Length ?? LengthOf(Content.Length));
            output.Write(Content);
            return;
        }

        var inner = new ArrayBufferWriter<byte>(256);
        inner.Write(Content);
        foreach (var child in Children)
            child.WriteTo(inner);
        output.Write(Length ?? LengthOf(inner.WrittenCount));
        output.Write(inner.WrittenSpan);
    }

    public static byte[] LengthOf(int length) => length switch
    {
        < 0x80 => [(byte)length],
        < 0x100 => [0x81, (byte)length],
        < 0x10000 => [0x82, (byte)(length >> 8), (byte)length],
        _ => [0x84, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length],
    };

    private static DerNode Of(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> content, int depth)
    {
        var node = new DerNode { Tag = tag.ToArray() };
        var isConstructed = (tag[0] & 0x20) != 0;
        var holdsOctets = tag is [0x03 or 0x04];
        var prefix = tag is [0x03] && content.Length > 0 ? 1 : 0;
        if ((isConstructed || holdsOctets) && TryReadAll(content[prefix..], depth + 1) is { } children && (isConstructed || children.Count > 0))
            (node.Children, node.Content) = (children, content[..prefix].ToArray());
        else
            node.Content = content.ToArray();
        return node;
    }

    private static bool TrySplit(ReadOnlySpan<byte> encoded, out ReadOnlySpan<byte> tag, out ReadOnlySpan<byte> content, out int consumed)
    {
        tag = content = default;
        consumed = 0;
        // High tag numbers do not occur in the samples.
        if (encoded.Length < 2 || (encoded[0] & 0x1F) == 0x1F)
            return false;
        int length = encoded[1], header = 2;
        if (length >= 0x80)
        {
            var octets = length & 0x7F;
            if (octets is 0 or > 3 || encoded.Length < 2 + octets)
                return false;
            length = 0;
            for (var i = 0; i < octets; i++)
                length = (length << 8) | encoded[2 + i];
            header += octets;
        }

        if (encoded.Length - header < length)
            return false;
        tag = encoded[..1];
        content = encoded.Slice(header, length);
        consumed = header + length;
        return true;
    }
}
