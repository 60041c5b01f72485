using System.Text;

namespace ScCa.Issuance.Lints.Reading;

/// <summary>One attribute of the subject, as its bytes say.</summary>
internal readonly record struct SubjectAttribute(ReadOnlyMemory<byte> Oid, byte StringTag, ReadOnlyMemory<byte> Value)
{
    public bool Is(ReadOnlySpan<byte> oid) => Oid.Span.SequenceEqual(oid);

    /// <summary>How many characters, whatever number of octets each takes.</summary>
    public int Characters
    {
        get
        {
            if (StringTag == DerTags.BmpString)
                return Value.Length / 2;
            var count = 0;
            foreach (var octet in Value.Span)
            {
                // Octets that go on with a character begin with 10 (RFC 3629 §3).
                if ((octet & 0xC0) != 0x80)
                    count++;
            }

            return count;
        }
    }

    public string Text => (StringTag == DerTags.BmpString ? Encoding.BigEndianUnicode : Encoding.UTF8).GetString(Value.Span);
}
