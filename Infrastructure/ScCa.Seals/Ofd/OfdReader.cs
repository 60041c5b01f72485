using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace ScCa.Seals.Ofd;

/// <summary>From OFD.xml to the signatures: OFD.xml → DocBody → Signatures.xml → Signature.xml → Seal.esl and SignedValue.dat.</summary>
internal sealed class OfdReader(OfdPackage package)
{
    public const string Root = "OFD.xml";

    private const int DocumentsMax = 64;

    public ImmutableArray<OfdDocument> Documents()
    {
        var bodies = Xml(Root, "OFD").Children("DocBody").ToArray();
        if (bodies.Length is 0 or > DocumentsMax)
            throw new SealRefusedException(SealRefusal.OfdMalformed, Root);

        // One document named twice, two with one list of signatures, or one signature listed twice, would be counted twice.
        RefuseRepeated(bodies.Select(b => OfdPath.Resolve(Root, b.Needed("DocRoot", Root).Value)));
        ImmutableArray<OfdDocument> documents = [.. bodies.Select(Document)];
        RefuseRepeated(documents.Select(d => d.SignaturesPath).OfType<string>());
        RefuseRepeated(documents.SelectMany(d => d.Signatures).Select(s => s.Path));
        return documents;
    }

    private OfdDocument Document(XElement body)
    {
        var path = OfdPath.Resolve(Root, body.Needed("DocRoot", Root).Value);
        var pages = Pages(path);
        if (body.Child("Signatures", Root) is not { } location)
            return new OfdDocument(path, pages, null, []);
        var list = OfdPath.Resolve(Root, location.Value);
        var xml = Xml(list, "Signatures");
        ImmutableArray<OfdSignature> signatures = [.. xml.Children("Signature").Select(s => Signature(list, s))];
        RefuseRepeated(signatures.Select(s => s.Id));
        return new OfdDocument(path, pages, list, signatures) { MaxSignId = MaxSignId(xml, list) };
    }

    private ImmutableArray<OfdPage> Pages(string document)
    {
        var pages = Xml(document, "Document").Needed("Pages", document).Children("Page");
        return [.. pages.Select(p => new OfdPage(p.NeededAttribute("ID", document), OfdPath.Resolve(document, p.NeededAttribute("BaseLoc", document))))];
    }

    private static int MaxSignId(XElement list, string place) => list.Child("MaxSignId", place) is not { } max
        ? 0
        : OfdSignatureId.Number(max.Value.Trim()) ?? throw new SealRefusedException(SealRefusal.OfdMalformed, place);

    private OfdSignature Signature(string list, XElement entry)
    {
        var path = OfdPath.Resolve(list, entry.NeededAttribute("BaseLoc", list));
        var xml = Xml(path, "Signature");
        var signedInfo = xml.Needed("SignedInfo", path);
        var references = signedInfo.Needed("References", path);
        var seal = signedInfo.Child("Seal", path) is { } s ? OfdPath.Resolve(path, s.Needed("BaseLoc", path).Value) : null;
        var signedValue = OfdPath.Resolve(path, xml.Needed("SignedValue", path).Value);
        return new OfdSignature
        {
            Id = entry.NeededAttribute("ID", list),
            Kind = Kind((string?)entry.Attribute("Type"), list),
            Path = path,
            SignatureXml = package.Needed(path),
            Provider = Provider(signedInfo.Child("Provider", path)),
            SignatureMethod = signedInfo.Child("SignatureMethod", path)?.Value.Trim(),
            SignatureDateTime = signedInfo.Child("SignatureDateTime", path)?.Value.Trim(),
            CheckMethod = ((string?)references.Attribute("CheckMethod"))?.Trim() ?? "",
            References = References(references, path),
            Stamps = [.. signedInfo.Children("StampAnnot").Select(a => Stamp(a, path))],
            SealPath = seal,
            Seal = seal is null ? null : package.Find(seal),
            SignedValuePath = signedValue,
            SignedValue = package.Find(signedValue),
        };
    }

    private static ImmutableArray<OfdReference> References(XElement references, string place)
    {
        ImmutableArray<OfdReference> read = [.. references.Children("Reference").Select(r => new OfdReference(
            OfdPath.Resolve(place, r.NeededAttribute("FileRef", place)), CheckValue(r.Needed("CheckValue", place).Value, place)))];
        RefuseRepeated(read.Select(r => r.Path));
        return read;
    }

    private static byte[] CheckValue(string text, string place)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new SealRefusedException(SealRefusal.OfdMalformed, place);
        }
    }

    // GB/T 33190: Seal where nothing is said.
    private static OfdSignatureKind Kind(string? type, string place) => type switch
    {
        null or "Seal" => OfdSignatureKind.Seal,
        "Sign" => OfdSignatureKind.Sign,
        _ => throw new SealRefusedException(SealRefusal.OfdMalformed, place),
    };

    private static OfdProvider Provider(XElement? provider) => new(
        (string?)provider?.Attribute("ProviderName") ?? "", (string?)provider?.Attribute("Version") ?? "", (string?)provider?.Attribute("Company") ?? "");

    private static OfdStamp Stamp(XElement annotation, string place)
    {
        var box = annotation.NeededAttribute("Boundary", place).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double[] numbers = [.. box.Select(n => Number(n, place))];
        return numbers is [var left, var top, var width, var height]
            ? new OfdStamp(annotation.NeededAttribute("ID", place), annotation.NeededAttribute("PageRef", place), left, top, width, height)
            : throw new SealRefusedException(SealRefusal.OfdMalformed, place);
    }

    private static double Number(string text, string place) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new SealRefusedException(SealRefusal.OfdMalformed, place);

    private static void RefuseRepeated(IEnumerable<string> values)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values.Where(v => !seen.Add(v)))
            throw new SealRefusedException(SealRefusal.OfdMalformed, value);
    }

    private XElement Xml(string path, string root) => OfdXml.Read(package.Needed(path).Span, root, package.Limits, path);
}
