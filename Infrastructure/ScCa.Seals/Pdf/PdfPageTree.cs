using System.Collections.Immutable;
using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

/// <summary>The pages in their order (ISO 32000-1, 7.7.3), each node once.</summary>
internal sealed class PdfPageTree(PdfFile file)
{
    private static readonly ImmutableArray<string> Inherited = ["MediaBox", "CropBox", "Rotate"];

    private readonly ImmutableArray<PdfPage>.Builder pages = ImmutableArray.CreateBuilder<PdfPage>();
    private readonly HashSet<int> visited = [];

    public ImmutableArray<PdfPage> Read(PdfDictionary catalog)
    {
        Visit(catalog.Find("Pages") as PdfReference ?? throw PdfLexer.Malformed(), [], 0);
        return pages.ToImmutable();
    }

    private void Visit(PdfReference reference, ImmutableDictionary<string, PdfValue> inherited, int depth)
    {
        if (!visited.Add(reference.Number))
            throw PdfLexer.Malformed();
        if (depth > file.Budget.Limits.DepthMax || pages.Count >= file.Budget.Limits.PagesMax)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);
        var node = file.Dictionary(reference) ?? throw PdfLexer.Malformed();
        foreach (var key in Inherited)
        {
            if (node.TryGet(key, out var value))
                inherited = inherited.SetItem(key, value);
        }

        if (node.TryGet("Kids", out var kids))
        {
            foreach (var kid in file.Array(kids))
                Visit(kid as PdfReference ?? throw PdfLexer.Malformed(), inherited, depth + 1);
            return;
        }

        pages.Add(new PdfPage(reference, node, PdfPageBox.Of(file, key => node.Find(key) ?? inherited.GetValueOrDefault(key))));
    }
}
