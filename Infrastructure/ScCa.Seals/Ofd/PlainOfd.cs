using System.Xml.Linq;
using ScCa.Seals.Ofd.Archive;
using ScCa.Signing;

namespace ScCa.Seals.Ofd;

/// <summary>A one-page OFD of plain text lines: a sample document to try sealing on.</summary>
public static class PlainOfd
{
    private const string Font = "2";

    private static readonly XNamespace Ofd = OfdXml.Namespace;

    public static byte[] Write(PlainPage page, DateOnly createdOn)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.RefuseUnlessDrawable();
        var content = Content(page);
        var writer = new ZipWriter();

        // DocID is 32 hexadecimal digits; made of the content, so that the same page is the same document.
        var id = Convert.ToHexStringLower(Sm3.HashData(content).AsSpan(0, 16));
        writer.Add(OfdReader.Root, Root(id, createdOn));
        writer.Add("Doc_0/Document.xml", Document(page));
        writer.Add("Doc_0/PublicRes.xml", Resources());
        writer.Add("Doc_0/Pages/Page_0/Content.xml", content);
        return writer.ToArray();
    }

    private static byte[] Root(string id, DateOnly createdOn) => Xml(
        "OFD",
        new XAttribute("DocType", "OFD"),
        new XAttribute("Version", "1.1"),
        Element(
            "DocBody",
            Element("DocInfo", Element("DocID", id), Element("CreationDate", createdOn.ToString("yyyy-MM-dd", null))),
            Element("DocRoot", "Doc_0/Document.xml")));

    private static byte[] Document(PlainPage page) => Xml(
        "Document",
        Element("CommonData", Element("MaxUnitID", FormattableString.Invariant($"{page.Lines.Length + 10}")), Element("PageArea", Box(page)), Element("PublicRes", "PublicRes.xml")),
        Element("Pages", Element("Page", new XAttribute("ID", "1"), new XAttribute("BaseLoc", "Pages/Page_0/Content.xml"))));

    private static byte[] Resources() => Xml(
        "Res",
        new XAttribute("BaseLoc", "Res"),
        Element("Fonts", Element("Font", new XAttribute("ID", Font), new XAttribute("FontName", "宋体"), new XAttribute("FamilyName", "宋体"))));

    private static byte[] Content(PlainPage page) => Xml(
        "Page", Element("Area", Box(page)), Element("Content", Element("Layer", new XAttribute("ID", "3"), page.Lines.Select((line, i) => Line(page, line, i)))));

    private static XElement Box(PlainPage page) => Element("PhysicalBox", $"0 0 {Millimetres.Text(page.Width)} {Millimetres.Text(page.Height)}");

    private static XElement Line(PlainPage page, string line, int index) => Element(
        "TextObject",
        new XAttribute("ID", FormattableString.Invariant($"{index + 10}")),
        new XAttribute("Boundary", string.Join(' ', new[] { page.Margin, page.Margin + (index * page.LineDistance), page.Width - (2 * page.Margin), page.LineDistance }.Select(Millimetres.Text))),
        new XAttribute("Font", Font),
        new XAttribute("Size", Millimetres.Text(page.TextSize)),
        Element("TextCode", new XAttribute("X", "0"), new XAttribute("Y", Millimetres.Text(page.TextSize)), new XAttribute("DeltaX", Advances(page, line)), line));

    // An advance for every character but the last: full width for ideographs, half for ASCII.
    private static string Advances(PlainPage page, string line) =>
        string.Join(' ', line.SkipLast(1).Select(c => Millimetres.Text(char.IsAscii(c) ? page.TextSize / 2 : page.TextSize)));

    private static XElement Element(string name, params object?[] content) => new(Ofd + name, content);

    private static byte[] Xml(string name, params object?[] content) =>
        OfdXml.Write(new XDocument(new XElement(Ofd + name, new XAttribute(XNamespace.Xmlns + "ofd", Ofd), content)));
}
