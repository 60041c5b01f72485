using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ScCa.Seals.Ofd;

/// <summary>The XML of a package: UTF-8, no DTD, nothing from outside, bounded; elements by their local names in OFD's namespace.</summary>
internal static class OfdXml
{
    public static readonly XNamespace Namespace = "http://www.ofdspec.org/2016";

    // Earlier writers left the year out.
    private static readonly XNamespace EarlierNamespace = "http://www.ofdspec.org";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static XElement Read(ReadOnlySpan<byte> bytes, string root, OfdLimits limits, string place)
    {
        if (bytes.Length > limits.XmlLengthMax)
            throw new SealRefusedException(SealRefusal.XmlTooLarge, place);
        try
        {
            var text = Strict.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
            Survey(text, limits, place);
            using var reader = Reader(text, limits);
            var element = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            var isOfd = element.Name.Namespace == Namespace || element.Name.Namespace == EarlierNamespace;
            return isOfd && element.Name.LocalName == root ? element : throw new SealRefusedException(SealRefusal.OfdMalformed, place);
        }
        catch (Exception failure) when (failure is XmlException or DecoderFallbackException)
        {
            throw new SealRefusedException(SealRefusal.XmlMalformed, place);
        }
    }

    public static byte[] Write(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = Strict, Indent = false }))
            document.Save(writer);
        return bytes.ToArray();
    }

    /// <summary>The only element of that name; a second one would leave it to the reader which counts.</summary>
    public static XElement? Child(this XElement parent, string name, string place)
    {
        XElement? found = null;
        foreach (var element in parent.Elements(parent.Name.Namespace + name))
            found = found is null ? element : throw new SealRefusedException(SealRefusal.OfdMalformed, place);
        return found;
    }

    public static XElement Needed(this XElement parent, string name, string place) =>
        parent.Child(name, place) ?? throw new SealRefusedException(SealRefusal.OfdMalformed, place);

    public static IEnumerable<XElement> Children(this XElement parent, string name) => parent.Elements(parent.Name.Namespace + name);

    public static string NeededAttribute(this XElement element, string name, string place) =>
        (string?)element.Attribute(name) ?? throw new SealRefusedException(SealRefusal.OfdMalformed, place);

    // Depth and number of nodes before anything is built of them; and the encoding, which the text must not deny.
    private static void Survey(string text, OfdLimits limits, string place)
    {
        // The reader compares all attributes of an element with each other before it shows the first.
        if (text.AsSpan().Count('=') > limits.XmlNodesMax)
            throw new SealRefusedException(SealRefusal.XmlTooLarge, place);
        using var reader = Reader(text, limits);
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (reader.Depth > limits.XmlDepthMax || nodes > limits.XmlNodesMax)
                throw new SealRefusedException(SealRefusal.XmlTooLarge, place);
            if (reader.NodeType == XmlNodeType.XmlDeclaration
                && reader.GetAttribute("encoding") is { } encoding && !encoding.Equals("UTF-8", StringComparison.OrdinalIgnoreCase))
                throw new SealRefusedException(SealRefusal.XmlMalformed, place);
        }
    }

    private static XmlReader Reader(string text, OfdLimits limits) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.XmlLengthMax,
        CloseInput = true,
    });
}
