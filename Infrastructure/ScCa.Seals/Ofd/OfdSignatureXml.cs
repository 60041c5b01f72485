using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using ScCa.Signing;

namespace ScCa.Seals.Ofd;

/// <summary>Signature.xml of a new signature (GB/T 33190, the clause on digital signatures).</summary>
internal sealed class OfdSignatureXml(OfdDocument document, OfdSigningRequest request, string id, string signedValuePath)
{
    private static readonly XNamespace Ofd = OfdXml.Namespace;

    public required ImmutableArray<(string Path, ReadOnlyMemory<byte> Content)> Protected { get; init; }

    public required string? SealPath { get; init; }

    public byte[] Write() => OfdXml.Write(new XDocument(new XElement(
        Ofd + "Signature",
        new XAttribute(XNamespace.Xmlns + "ofd", Ofd),
        SignedInfo(),
        new XElement(Ofd + "SignedValue", OfdPath.Absolute(signedValuePath)))));

    private XElement SignedInfo() => new(
        Ofd + "SignedInfo",
        new XElement(
            Ofd + "Provider",
            new XAttribute("ProviderName", request.Provider.Name),
            new XAttribute("Version", request.Provider.Version),
            new XAttribute("Company", request.Provider.Company)),
        new XElement(Ofd + "SignatureMethod", request.SignatureMethod),
        new XElement(Ofd + "SignatureDateTime", request.SignedAt.UtcDateTime.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture)),
        new XElement(Ofd + "References", new XAttribute("CheckMethod", OfdReferenceCheck.Sm3Identifier), Protected.Select(Reference)),
        request.Stamps.Select(Stamp),
        SealPath is null ? null : new XElement(Ofd + "Seal", new XElement(Ofd + "BaseLoc", OfdPath.Absolute(SealPath))));

    private static XElement Reference((string Path, ReadOnlyMemory<byte> Content) file) => new(
        Ofd + "Reference",
        new XAttribute("FileRef", OfdPath.Absolute(file.Path)),
        new XElement(Ofd + "CheckValue", Convert.ToBase64String(Sm3.HashData(file.Content.Span))));

    private XElement Stamp(StampPlacement stamp, int index) => new(
        Ofd + "StampAnnot",
        new XAttribute("ID", string.Create(CultureInfo.InvariantCulture, $"{id}-{index + 1}")),
        new XAttribute("PageRef", document.Pages[stamp.PageIndex].Id),
        new XAttribute("Boundary", string.Join(' ', new[] { stamp.Left, stamp.Top, stamp.Width, stamp.Height }.Select(Millimetres.Text))));
}
