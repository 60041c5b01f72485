using System.Runtime.InteropServices;
using System.Text;

namespace ScCa.Keys.Cryptoki;

/// <summary>The attributes that an object is searched for or made with, in memory that stays where it is.</summary>
internal sealed class AttributeTemplate
{
    private readonly List<(uint Type, byte[] Value)> attributes = [];

    private CkAttribute[]? pinned;

    public AttributeTemplate With(uint type, ReadOnlySpan<byte> value)
    {
        var copy = GC.AllocateArray<byte>(value.Length, pinned: true);
        value.CopyTo(copy);
        attributes.Add((type, copy));
        return this;
    }

    public AttributeTemplate With(uint type, string text) => With(type, Encoding.UTF8.GetBytes(text));

    public AttributeTemplate With(uint type, bool flag) => With(type, [flag ? (byte)1 : (byte)0]);

    public AttributeTemplate With(uint type, ulong number)
    {
        var value = (nuint)number;
        return With(type, MemoryMarshal.AsBytes(new ReadOnlySpan<nuint>(in value)));
    }

    /// <summary>Pinned; valid as long as this template is.</summary>
    public CkAttribute[] Pinned()
    {
        if (pinned is null)
        {
            pinned = GC.AllocateArray<CkAttribute>(attributes.Count, pinned: true);
            for (var i = 0; i < pinned.Length; i++)
            {
                var (type, value) = attributes[i];
                pinned[i] = new CkAttribute
                {
                    Type = type,
                    Value = value.Length == 0 ? 0 : Marshal.UnsafeAddrOfPinnedArrayElement(value, 0),
                    Length = (nuint)value.Length,
                };
            }
        }

        return pinned;
    }
}
