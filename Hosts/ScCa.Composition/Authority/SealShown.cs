using System.Globalization;
using ScCa.Seals.Structures;

namespace ScCa.Composition.Authority;

/// <summary>What a seal says, as text.</summary>
/// <param name="Maker">The name in its maker's certificate; null where that cannot be read.</param>
/// <param name="Signers">Names of whom it lists, or digests of their certificates.</param>
public sealed record SealShown(
    string Version, string Id, string Vendor, string Name, string Type, DateTimeOffset CreatedAt, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, string Picture,
    int PictureBytes, string? Maker, IReadOnlyList<string> Signers, string SignatureAlgorithm, bool HasTimestamp)
{
    internal static SealShown Of(ElectronicSeal seal)
    {
        var (content, property, picture) = (seal.Content, seal.Content.Property, seal.Content.Picture);
        return new(
            seal.Version.ToString(), content.EsId, content.Header.VendorId, property.Name, property.Type.ToString(CultureInfo.InvariantCulture), property.CreateDate, property.ValidStart,
            property.ValidEnd, $"{picture.Type} {picture.Width}×{picture.Height} mm", picture.Data.Length, NameIn(seal.MakerCertificate),
            [.. property.Signers.Certificates.Select(certificate => NameIn(certificate) ?? "?"), .. property.Signers.Digests.Select(digest => $"{digest.Type} {Convert.ToHexStringLower(digest.Value.Span)}")],
            Pki.Algorithms.SignatureAlgorithm.Find(seal.SignatureAlgorithm)?.Name ?? seal.SignatureAlgorithm, seal.Timestamp is not null);
    }

    private static string? NameIn(ReadOnlyMemory<byte> certificate)
    {
        try
        {
            return Pki.Certificates.PkiCertificate.From(certificate).Subject.ToString();
        }
        catch (Pki.PkiRefusedException)
        {
            // What a seal carries as a certificate need not be one: that is for its verification to say.
            return null;
        }
    }
}
