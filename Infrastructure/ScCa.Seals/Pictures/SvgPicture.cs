using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace ScCa.Seals.Pictures;

/// <summary>An SVG that is shapes and text and nothing else: what is not on the lists here is refused.</summary>
internal static class SvgPicture
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string XlinkNamespace = "http://www.w3.org/1999/xlink";
    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/";
    private const int DepthMax = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // No use and no pattern: a few of them inside each other draw a thousand million shapes.
    private static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
    [
        "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "textPath", "defs", "title", "desc",
        "linearGradient", "radialGradient", "stop", "clipPath",
    ]);

    private static readonly FrozenSet<string> Attributes = FrozenSet.ToFrozenSet(
    [
        "id", "class", "version", "width", "height", "viewBox", "preserveAspectRatio", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy",
        "d", "points", "pathLength", "transform", "dx", "dy", "rotate", "textLength", "lengthAdjust", "startOffset", "method", "spacing", "side",
        "gradientUnits", "gradientTransform", "spreadMethod", "offset", "clipPathUnits", "style", "space", "lang",
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
        "stroke-dasharray", "stroke-dashoffset", "opacity", "color", "stop-color", "stop-opacity", "clip-path", "clip-rule", "display", "visibility",
        "font-family", "font-size", "font-style", "font-weight", "font-variant", "font-stretch", "text-anchor", "dominant-baseline", "alignment-baseline",
        "baseline-shift", "letter-spacing", "word-spacing", "writing-mode", "text-rendering", "shape-rendering", "vector-effect", "href",
    ]);

    public static bool LooksLikeOne(ReadOnlySpan<byte> bytes)
    {
        var text = (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).TrimStart(" \t\r\n"u8);
        return text.StartsWith("<"u8) && text.IndexOf("<svg"u8) >= 0;
    }

    public static void RefuseUnlessPlain(ReadOnlySpan<byte> bytes, PictureLimits limits)
    {
        if (bytes.Length > limits.SvgSizeMax)
            throw new SealRefusedException(SealRefusal.PictureTooLarge);
        try
        {
            var text = Strict.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
            RefuseUnlessPlain(text, limits);
        }
        catch (XmlException failure)
        {
            // An entity can only come from a DTD, which is not read.
            throw new SealRefusedException(failure.Message.Contains("DTD", StringComparison.Ordinal) ? SealRefusal.PictureActive : SealRefusal.PictureMalformed);
        }
        catch (DecoderFallbackException)
        {
            throw new SealRefusedException(SealRefusal.PictureMalformed);
        }
    }

    private static void RefuseUnlessPlain(string text, PictureLimits limits)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (nodes > limits.SvgNodesMax || reader.Depth > DepthMax)
                throw new SealRefusedException(SealRefusal.PictureTooLarge);
            if (reader.NodeType is XmlNodeType.ProcessingInstruction)
                throw new SealRefusedException(SealRefusal.PictureActive);
            if (reader.NodeType is XmlNodeType.Element)
                RefuseUnlessPlain(reader);
        }
    }

    private static void RefuseUnlessPlain(XmlReader reader)
    {
        var isRoot = reader.Depth == 0;
        var isPlain = reader.NamespaceURI == Namespace && Elements.Contains(reader.LocalName) && (reader.LocalName == "svg") == isRoot;
        if (!isPlain)
            throw new SealRefusedException(SealRefusal.PictureActive);
        while (reader.MoveToNextAttribute())
        {
            if (!IsPlainAttribute(reader))
                throw new SealRefusedException(SealRefusal.PictureActive);
        }
    }

    private static bool IsPlainAttribute(XmlReader attribute) => attribute.NamespaceURI switch
    {
        XmlnsNamespace => true,
        "" or XlinkNamespace or "http://www.w3.org/XML/1998/namespace" =>
            Attributes.Contains(attribute.LocalName) && (attribute.LocalName == "href" ? attribute.Value.StartsWith('#') : IsPlainValue(attribute.Value)),
        _ => false,
    };

    // CSS reaches outside by url() and @import, and hides either behind escapes and comments.
    private static bool IsPlainValue(string value)
    {
        if (value.AsSpan().ContainsAny('\\', '@') || value.Contains("/*", StringComparison.Ordinal)
            || value.Contains("script", StringComparison.OrdinalIgnoreCase) || value.Contains("expression", StringComparison.OrdinalIgnoreCase))
            return false;
        for (var at = value.IndexOf("url", StringComparison.OrdinalIgnoreCase); at >= 0; at = value.IndexOf("url", at + 3, StringComparison.OrdinalIgnoreCase))
        {
            if (!value.AsSpan(at + 3).TrimStart().TrimStart("(").TrimStart(" \"'").StartsWith("#"))
                return false;
        }

        return !value.Contains("image(", StringComparison.OrdinalIgnoreCase) && !value.Contains("image-set", StringComparison.OrdinalIgnoreCase);
    }
}
