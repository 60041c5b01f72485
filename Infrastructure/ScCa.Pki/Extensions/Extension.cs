using System.Formats.Asn1;
using ScCa.Pki.Asn1;

namespace ScCa.Pki.Extensions;

/// <summary>One extension of a certificate, list, request or response, RFC 5280 §4.2.</summary>
/// <param name="Value">What the OCTET STRING holds.</param>
public sealed record Extension(string Oid, bool IsCritical, ReadOnlyMemory<byte> Value)
{
    private const int CountMax = 64;

    internal static Extension Read(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var oid = fields.ReadObjectIdentifier();
        // X.690 §11.5 leaves the default out; authorities that write critical FALSE all the same are read.
        var isCritical = fields.Has(Asn1Tag.Boolean) && fields.ReadBoolean();
        var value = fields.ReadOctetString();
        fields.RequireEmpty();
        return new(oid, isCritical, value);
    }

    /// <summary>Extensions, RFC 5280 §4.1: at least one, and none twice (§4.2).</summary>
    internal static IReadOnlyList<Extension> ReadAll(AsnReader reader)
    {
        var extensions = Reading.Each(reader.ReadSequence(), Read);
        if (extensions.Count is 0 or > CountMax || extensions.DistinctBy(extension => extension.Oid).Count() != extensions.Count)
            throw new AsnContentException("Extensions stand once each, and there is at least one.");
        return extensions;
    }

    internal static void WriteAll(AsnWriter writer, IReadOnlyList<Extension> extensions)
    {
        using (writer.PushSequence())
        {
            foreach (var extension in extensions)
                extension.Write(writer);
        }
    }

    internal void Write(AsnWriter writer)
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

    internal T Parse<T>(Func<AsnReader, T> read) => Reading.Whole(Value, PkiRefusal.ExtensionMalformed, read);

    public bool Equals(Extension? other) => other is not null && Oid == other.Oid && IsCritical == other.IsCritical && Value.Span.SequenceEqual(other.Value.Span);

    public override int GetHashCode() => HashCode.Combine(Oid, IsCritical, Value.Length);
}
