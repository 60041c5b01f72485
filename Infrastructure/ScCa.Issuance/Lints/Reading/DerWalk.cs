using System.Buffers;
using System.Text.Unicode;

namespace ScCa.Issuance.Lints.Reading;

/// <summary>Walks through every value and reads each content by its type, because only then is it looked at.</summary>
internal static class DerWalk
{
    private const int DepthMax = 16;

    // X.680 §41.4, Table 10.
    private static readonly SearchValues<byte> Printable = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?"u8);

    public static bool IsStrict(ReadOnlySpan<byte> encoded) => IsStrict(encoded, DepthMax);

    private static bool IsStrict(ReadOnlySpan<byte> encoded, int depth)
    {
        var reader = new DerReader(encoded);
        while (reader.HasData)
        {
            var content = reader.Read(out var tag);
            if (depth == 0 || !((tag & 0x20) != 0 ? IsConstructed(tag, content, depth) : IsPrimitive(tag, content)))
                return false;
        }

        return true;
    }

    // No universal type but these two is constructed in DER.
    private static bool IsConstructed(byte tag, ReadOnlySpan<byte> content, int depth) =>
        (tag >= 0x40 || tag is DerTags.Sequence or DerTags.Set) && (tag != DerTags.Set || IsSorted(content)) && IsStrict(content, depth - 1);

    // X.690 §11.6: the elements of a SET OF stand in ascending order.
    private static bool IsSorted(ReadOnlySpan<byte> content)
    {
        var elements = new DerReader(content);
        var before = ReadOnlySpan<byte>.Empty;
        while (elements.HasData)
        {
            var element = elements.ReadEncoded();
            if (before.SequenceCompareTo(element) > 0)
                return false;
            before = element;
        }

        return true;
    }

    private static bool IsPrimitive(byte tag, ReadOnlySpan<byte> content) => tag switch
    {
        // An implicit tag does not say what its content is; the lint of its extension reads it.
        >= 0x40 => true,
        DerTags.Boolean => content is [0x00 or 0xFF],
        DerTags.Integer => IsShortest(content),
        DerTags.BitString => IsPadded(content),
        DerTags.OctetString => true,
        DerTags.Null => content.IsEmpty,
        DerTags.Oid => IsOid(content),
        DerTags.Utf8String => Utf8.IsValid(content),
        DerTags.PrintableString => !content.ContainsAnyExcept(Printable),
        DerTags.Ia5String or 0x1A or 0x12 => System.Text.Ascii.IsValid(content),
        DerTags.BmpString => content.Length % 2 == 0,
        0x14 => true,
        DerTags.UtcTime or DerTags.GeneralizedTime => IsTime(tag, content),
        _ => false,
    };

    private static bool IsTime(byte tag, ReadOnlySpan<byte> content)
    {
        // Reading is checking.
        _ = DerTimes.Read(tag, content);
        return true;
    }

    // X.690 §8.3.2: the first nine bits are not all alike.
    private static bool IsShortest(ReadOnlySpan<byte> content) => content switch
    {
        [] => false,
        [0x00, < 0x80, ..] => false,
        [0xFF, >= 0x80, ..] => false,
        _ => true,
    };

    // X.690 §11.2.1: unused bits are zero.
    private static bool IsPadded(ReadOnlySpan<byte> content) => content switch
    {
        [] => false,
        [0] => true,
        [> 7, ..] or [_] => false,
        [var unused, .., var last] => (last & ((1 << unused) - 1)) == 0,
    };

    // X.690 §8.19: each arc in base 128, no leading zeros, the last octet of each without its top bit.
    private static bool IsOid(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || content[^1] >= 0x80)
            return false;
        var isFirst = true;
        foreach (var octet in content)
        {
            if (isFirst && octet == 0x80)
                return false;
            isFirst = octet < 0x80;
        }

        return true;
    }
}
