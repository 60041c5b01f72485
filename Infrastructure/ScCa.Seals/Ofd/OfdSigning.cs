using System.Xml.Linq;

namespace ScCa.Seals.Ofd;

/// <summary>Adds a signature to a package. No file that an earlier signature protects is written anew.</summary>
public static class OfdSigning
{
    private const string ListName = "Signatures.xml";

    /// <summary>Fixes everything but the signature's value: what the answer's digest says is what gets signed.</summary>
    /// <exception cref="SealRefusedException">The document is closed, or the stamp lies on no page of it.</exception>
    public static OfdPendingSignature Begin(OfdPackage package, OfdSigningRequest request)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(request.DocumentIndex);
        if ((request.Kind == OfdSignatureKind.Seal) == request.Seal.IsEmpty)
            throw new ArgumentException("A seal comes with its Seal.esl, a plain signature without.", nameof(request));
        if (request.DocumentIndex >= package.Documents.Length)
            throw new SealRefusedException(SealRefusal.PlacementImpossible);
        var document = package.Documents[request.DocumentIndex];
        foreach (var stamp in request.Stamps)
            stamp.RefuseUnlessOnOneOf(document.Pages.Length);
        return Begin(package, document, request);
    }

    private static OfdPendingSignature Begin(OfdPackage package, OfdDocument document, OfdSigningRequest request)
    {
        var changed = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var list = document.SignaturesPath ?? AddList(package, document, request.DocumentIndex, changed);
        RefuseIfProtected(package, list);

        var number = OfdSignatureId.Next(document);
        var folder = FreeFolder(package, OfdPath.Folder(list));
        var path = OfdPath.Join(folder, "Signature.xml");
        var signedValue = OfdPath.Join(folder, "SignedValue.dat");
        changed[list] = Listed(package, document, number, request.Kind, path);
        if (request.Kind == OfdSignatureKind.Seal)
            changed[OfdPath.Join(folder, "Seal.esl")] = request.Seal.ToArray();

        // Everything there will be, but this signature's own two files and the list that later signatures are written into.
        var isProtected = package.Files.Concat(changed.Keys).Distinct(StringComparer.Ordinal).Where(f => f != list || request.IsLast);
        var xml = new OfdSignatureXml(document, request, OfdSignatureId.Text(number), signedValue)
        {
            SealPath = request.Kind == OfdSignatureKind.Seal ? OfdPath.Join(folder, "Seal.esl") : null,
            Protected = [.. isProtected.Select(f => (f, changed.TryGetValue(f, out var bytes) ? bytes : package.Needed(f)))],
        }.Write();
        changed[path] = xml;
        return new OfdPendingSignature(package, changed, path, signedValue, xml, OfdSignatureId.Text(number));
    }

    // The first signature of a document brings its list, and OFD.xml must say where: possible as long as nobody has signed OFD.xml.
    private static string AddList(OfdPackage package, OfdDocument document, int index, Dictionary<string, byte[]> changed)
    {
        RefuseIfProtected(package, OfdReader.Root);
        var folder = OfdPath.Join(OfdPath.Folder(document.Path), "Signs");
        var list = OfdPath.Join(folder, ListName);
        for (var i = 1; Exists(package, list); i++)
            list = OfdPath.Join(FormattableString.Invariant($"{folder}_{i}"), ListName);
        var root = OfdXml.Read(package.Needed(OfdReader.Root).Span, "OFD", package.Limits, OfdReader.Root);
        root.Children("DocBody").ElementAt(index).Add(new XElement(root.Name.Namespace + "Signatures", OfdPath.Absolute(list)));
        changed[OfdReader.Root] = OfdXml.Write(root.Document!);
        return list;
    }

    private static byte[] Listed(OfdPackage package, OfdDocument document, int number, OfdSignatureKind kind, string path)
    {
        var root = document.SignaturesPath is { } existing
            ? OfdXml.Read(package.Needed(existing).Span, "Signatures", package.Limits, existing)
            : new XDocument(new XElement(OfdXml.Namespace + "Signatures", new XAttribute(XNamespace.Xmlns + "ofd", OfdXml.Namespace))).Root!;
        var names = root.Name.Namespace;
        if (root.Element(names + "MaxSignId") is { } max)
            max.Value = OfdSignatureId.Text(number)[1..].TrimStart('0');
        else
            root.AddFirst(new XElement(names + "MaxSignId", OfdSignatureId.Text(number)[1..].TrimStart('0')));
        root.Add(new XElement(
            names + "Signature",
            new XAttribute("ID", OfdSignatureId.Text(number)), new XAttribute("Type", kind.ToString()), new XAttribute("BaseLoc", OfdPath.Absolute(path))));
        return OfdXml.Write(root.Document!);
    }

    private static void RefuseIfProtected(OfdPackage package, string path)
    {
        if (package.Signatures.Any(s => s.References.Any(r => r.Path.Equals(path, StringComparison.OrdinalIgnoreCase))))
            throw new SealRefusedException(SealRefusal.DocumentClosed, path);
    }

    private static string FreeFolder(OfdPackage package, string signs)
    {
        for (var i = 0; ; i++)
        {
            var folder = OfdPath.Join(signs, FormattableString.Invariant($"Sign_{i}"));
            if (!Exists(package, folder))
                return folder;
        }
    }

    private static bool Exists(OfdPackage package, string path) => package.Entries.Any(e =>
        e.Name.TrimEnd('/').Equals(path, StringComparison.OrdinalIgnoreCase) || e.Name.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase));
}
