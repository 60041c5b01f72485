using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.RevocationLists;

/// <summary>What a list of revoked certificates is to say beside its entries. With <see cref="CrlNumber.OfBase"/> it is a delta, with <see cref="IssuingDistributionPoint"/> a part.</summary>
public sealed record RevocationListContent(
    SignatureAlgorithm Algorithm, DistinguishedName Issuer, DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate, IReadOnlyList<Extension> Extensions)
{
    /// <summary>Writes, signs and reads again; for lists of moderate length. Long ones go through <see cref="RevocationListWriter"/>.</summary>
    public RevocationList Sign(ISigner signer, params IEnumerable<RevokedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var writer = new RevocationListWriter(this);
        foreach (var entry in entries)
            writer.Add(entry);
        return RevocationList.From(writer.Sign(signer).ToArray());
    }

    /// <summary>TBSCertList up to revokedCertificates, without its own header.</summary>
    internal byte[] EncodeBeginning()
    {
        // The fields stand in no sequence of their own.
        byte[][] fields =
        [
            Writing.Der(writer => writer.WriteInteger(1)), Algorithm.Identifier.ToArray(), Issuer.Encoded.ToArray(),
            Writing.Der(writer => writer.WriteTime(ThisUpdate)), Writing.Der(writer => writer.WriteTime(NextUpdate)),
        ];
        return [.. fields.SelectMany(field => field)];
    }

    /// <summary>crlExtensions; empty where there are none.</summary>
    internal byte[] EncodeEnd() => Extensions.Count == 0 ? [] : Writing.Der(writer =>
    {
        using (writer.PushExplicit(0))
            Extension.WriteAll(writer, Extensions);
    });
}
