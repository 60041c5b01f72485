using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Ocsp;

/// <summary>Who answers, RFC 6960 §4.2.1: by name, or by the SHA-1 hash of the key's bits, which is SHA-1 whatever else is used.</summary>
public sealed class OcspResponderId
{
    private readonly DistinguishedName? name;
    private readonly ReadOnlyMemory<byte> keyHash;

    private OcspResponderId(DistinguishedName? name, ReadOnlyMemory<byte> keyHash)
    {
        (this.name, this.keyHash) = (name, keyHash);
        Encoded = Writing.Der(Write);
    }

    /// <summary>With its tag.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    public static OcspResponderId ByName(DistinguishedName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name, default);
    }

    public static OcspResponderId ByKey(PublicKey key) => new(null, KeyIdentifiers.Of(key));

    /// <summary>Whether it is somebody of this name and key.</summary>
    public bool Names(DistinguishedName subject, PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return name is not null ? name.Equals(subject) : keyHash.Span.SequenceEqual(KeyIdentifiers.Of(key));
    }

    internal static OcspResponderId Read(AsnReader reader)
    {
        var isByName = reader.Has(1);
        var wrapper = reader.ReadSequence(Reading.Context(isByName ? 1 : 2));
        var id = isByName ? new OcspResponderId(DistinguishedName.Read(wrapper), default) : new(null, wrapper.ReadOctetString());
        wrapper.RequireEmpty();
        return id;
    }

    private void Write(AsnWriter writer)
    {
        using (writer.PushExplicit(name is not null ? 1 : 2))
        {
            if (name is not null)
                writer.WriteEncoded(name.Encoded);
            else
                writer.WriteOctetString(keyHash.Span);
        }
    }
}
