namespace ScCa.Seals.Ofd;

internal static class OfdReferenceCheck
{
    public const string Sm3Identifier = "1.2.156.10197.1.401";

    public static OfdReferenceReport Of(OfdPackage package, OfdSignature signature)
    {
        var isSm3 = signature.CheckMethod == Sm3Identifier || signature.CheckMethod.Equals("SM3", StringComparison.OrdinalIgnoreCase);
        var referenced = signature.References.Select(r => r.Path).ToHashSet(StringComparer.Ordinal);
        var ofSignatures = SignatureFiles(package);
        var others = package.Files.Where(f => !referenced.Contains(f)).ToLookup(ofSignatures.Contains);
        return new OfdReferenceReport(
            [.. signature.References.Select(r => new OfdReferenceFinding(r.Path, State(package, r, isSm3)))], [.. others[true]], [.. others[false]]);
    }

    private static OfdReferenceState State(OfdPackage package, OfdReference reference, bool isSm3) => package.Find(reference.Path) switch
    {
        null => OfdReferenceState.Missing,
        _ when !isSm3 => OfdReferenceState.DigestUnknown,
        _ when package.Sm3Of(reference.Path).AsSpan().SequenceEqual(reference.CheckValue.Span) => OfdReferenceState.Unchanged,
        _ => OfdReferenceState.Changed,
    };

    // A signature's files count as such only next to its Signature.xml: a list of signatures, which anybody may add to, cannot claim a page.
    private static HashSet<string> SignatureFiles(OfdPackage package)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in package.Documents)
        {
            if (document.SignaturesPath is { } list)
                files.Add(list);
            var pages = document.Pages.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
            files.UnionWith(document.Signatures
                .SelectMany(s => new[] { s.Path, s.SignedValuePath, s.SealPath }.Where(p => p is not null && OfdPath.Folder(p) == s.Folder))
                .OfType<string>().Where(p => p != document.Path && !pages.Contains(p)));
        }

        return files;
    }
}
