using System.Text;
using ScCa.Seals.Ofd;
using Xunit;

namespace ScCa.Seals.Tests;

/// <summary>XML that reaches outside, grows, or says the same thing twice.</summary>
public sealed class HostileXmlTests
{
    private const string Root = "OFD.xml";
    private const string Document = "Doc_0/Document.xml";
    private const string List = "Doc_0/Signs/Signatures.xml";
    private const string SignatureXml = "Doc_0/Signs/Sign_0/Signature.xml";

    private static readonly Dictionary<string, (SealRefusal Refusal, string File, Func<string, string> Change)> Hostile = new()
    {
        ["an external entity"] = (SealRefusal.XmlMalformed, Root, x => Dtd(x, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")),
        ["entities in entities"] = (SealRefusal.XmlMalformed, Root, x => Dtd(x, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")),
        ["an outside DTD"] = (SealRefusal.XmlMalformed, SignatureXml, x => Dtd(x, "<!DOCTYPE x SYSTEM \"http://example.com/x.dtd\">")),
        ["an unknown entity"] = (SealRefusal.XmlMalformed, Root, x => x.Replace("2025-01-02", "&e;")),
        ["nothing"] = (SealRefusal.XmlMalformed, Root, _ => ""),
        ["an open element"] = (SealRefusal.XmlMalformed, Root, x => x.Replace("</ofd:OFD>", "")),
        ["another encoding declared"] = (SealRefusal.XmlMalformed, Root, x => x.Replace("UTF-8", "GBK")),
        ["deep elements"] = (SealRefusal.XmlTooLarge, Root, x => x.Replace("<ofd:DocInfo>", "<ofd:DocInfo>" + Nested(100))),
        ["very deep elements"] = (SealRefusal.XmlTooLarge, Root, x => x.Replace("<ofd:DocInfo>", "<ofd:DocInfo>" + Nested(100_000))),
        ["many elements"] = (SealRefusal.XmlTooLarge, List, x => x.Replace("<ofd:MaxSignId>", string.Concat(Enumerable.Repeat("<a/>", 200_001)) + "<ofd:MaxSignId>")),
        ["many attributes"] = (SealRefusal.XmlTooLarge, List, x => x.Replace("Type=", string.Concat(Enumerable.Range(0, 200_001).Select(i => $"a{i}=\"\" ")) + "Type=")),
        ["another root"] = (SealRefusal.OfdMalformed, Root, x => x.Replace("ofd:OFD", "ofd:OFDX")),
        ["another namespace"] = (SealRefusal.OfdMalformed, Root, x => x.Replace("http://www.ofdspec.org/2016", "http://example.com")),
        ["no document"] = (SealRefusal.OfdMalformed, Root, x => x.Replace("DocBody", "DocBodyX")),
        ["two roots of a document"] = (SealRefusal.OfdMalformed, Root, x => x.Replace("</ofd:DocBody>", "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>")),
        ["two lists of signatures"] = (SealRefusal.OfdMalformed, Root, x => x.Replace("</ofd:DocBody>", "<ofd:Signatures>Doc_0/Document.xml</ofd:Signatures></ofd:DocBody>")),
        ["one document twice"] = (SealRefusal.OfdMalformed, Root, x => x.Replace("<ofd:DocBody>", Body(x) + "<ofd:DocBody>")),
        ["two documents with one list"] = (SealRefusal.OfdMalformed, Root, x => x.Replace("<ofd:DocBody>", Body(x).Replace("Doc_0/Document.xml", "Doc_1/Document.xml") + "<ofd:DocBody>")),
        ["a location that climbs out"] = (SealRefusal.PackageNameUnsafe, Root, x => x.Replace("Doc_0/Document.xml", "Doc_0/../../Document.xml")),
        ["a location with a backslash"] = (SealRefusal.PackageNameUnsafe, Root, x => x.Replace("Doc_0/Document.xml", "Doc_0\\Document.xml")),
        ["a percent-encoded location"] = (SealRefusal.PackageNameUnsafe, Root, x => x.Replace("Doc_0/Document.xml", "Doc_0/Document%2Exml")),
        ["a location elsewhere"] = (SealRefusal.PackageNameUnsafe, Root, x => x.Replace("Doc_0/Document.xml", "http://example.com/Document.xml")),
        ["a location in other case"] = (SealRefusal.FileMissing, Root, x => x.Replace("Doc_0/Document.xml", "DOC_0/Document.xml")),
        ["a page without id"] = (SealRefusal.OfdMalformed, Document, x => x.Replace("ID=\"1\"", "")),
        ["an unknown kind of signature"] = (SealRefusal.OfdMalformed, List, x => x.Replace("Type=\"Seal\"", "Type=\"Steal\"")),
        ["one signature listed twice"] = (SealRefusal.OfdMalformed, List, x => x.Replace("</ofd:Signatures>", "<ofd:Signature ID=\"s002\" BaseLoc=\"/Doc_0/Signs/Sign_0/Signature.xml\"/></ofd:Signatures>")),
        ["one id for two signatures"] = (SealRefusal.OfdMalformed, List, x => x.Replace("</ofd:Signatures>", "<ofd:Signature ID=\"s001\" BaseLoc=\"Sign_0/Signature.xml\"/></ofd:Signatures>")),
        ["a negative MaxSignId"] = (SealRefusal.OfdMalformed, List, x => x.Replace(">1<", ">-1<")),
        ["two SignedInfo"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("<ofd:SignedValue>", "<ofd:SignedInfo/><ofd:SignedValue>")),
        ["two lists of references"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("</ofd:References>", "</ofd:References><ofd:References/>")),
        ["two SignedValue"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("</ofd:Signature>", "<ofd:SignedValue>x</ofd:SignedValue></ofd:Signature>")),
        ["two values for one file"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("</ofd:CheckValue>", "</ofd:CheckValue><ofd:CheckValue/>")),
        ["one file referenced twice"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("FileRef=\"/Doc_0/Document.xml\"", "FileRef=\"/OFD.xml\"")),
        ["a check value that is no Base64"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("72SvzI8s", "72Svz!8s")),
        ["no references"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("ofd:References", "ofd:Differences")),
        ["no SignedValue"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("ofd:SignedValue", "ofd:SignedValues")),
        ["a stamp without a box"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("85 128 40 40", "85 128 40")),
        ["a stamp with an endless box"] = (SealRefusal.OfdMalformed, SignatureXml, x => x.Replace("85 128", "Infinity 128")),
    };

    public static TheoryData<string> Cases => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Hostile_XML_is_refused_by_name(string name)
    {
        var (refusal, file, change) = Hostile[name];
        var second = Encoding.UTF8.GetString(OfdPackage.Read(Fixtures.SealedOfd).Find(Document)!.Value.Span);
        var package = Some.With(Fixtures.SealedOfd, "Doc_1/Document.xml", _ => second);
        var refused = Assert.Throws<SealRefusedException>(() => OfdPackage.Read(Some.With(package, file, change)));
        Assert.Equal(refusal, refused.Refusal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x3C, 0x00 })]
    [InlineData(new byte[] { 0x3C, 0x61, 0x3E, 0xB5, 0xA5, 0x3C, 0x2F, 0x61, 0x3E })]
    public void XML_that_is_no_UTF_8_is_refused(byte[] bytes)
    {
        var files = Some.Unzip(Fixtures.SealedOfd);
        files[0] = (files[0].Name, bytes);
        Some.Refuses(SealRefusal.XmlMalformed, () => OfdPackage.Read(Some.Zip(files)));
    }

    private static string Dtd(string xml, string dtd) => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, dtd);

    private static string Nested(int depth) => new StringBuilder().Insert(0, "<a>", depth).Insert(depth * 3, "</a>", depth).ToString();

    private static string Body(string xml) => xml[xml.IndexOf("<ofd:DocBody>", StringComparison.Ordinal)..(xml.IndexOf("</ofd:DocBody>", StringComparison.Ordinal) + "</ofd:DocBody>".Length)];
}
