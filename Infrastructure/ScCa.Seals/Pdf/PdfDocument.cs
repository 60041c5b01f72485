using System.Collections.Immutable;
using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

/// <summary>A PDF (ISO 32000-1) as far as signatures are concerned: its pages and its signature fields. Not for use by several threads at once.</summary>
public sealed class PdfDocument
{
    private PdfDocument(ReadOnlyMemory<byte> bytes, PdfLimits limits)
    {
        ComparisonBudget = new PdfBudget(limits with { ValuesMax = limits.ValuesMax * 4, InflatedMax = limits.InflatedMax * 4 });
        File = new PdfFile(bytes, new PdfBudget(limits));
        CatalogReference = File.Xref.Trailer.Find("Root") as PdfReference ?? throw PdfLexer.Malformed();
        Catalog = File.Dictionary(CatalogReference) ?? throw PdfLexer.Malformed();
        if (File.Name(Catalog.Find("Type")) is not "Catalog")
            throw PdfLexer.Malformed();
        Pages = new PdfPageTree(File).Read(Catalog);
        Fields = PdfField.All(File, Catalog);
        Signatures = PdfSignatureReader.All(this);
        EmptySignatureFields = [.. Fields.Where(f => f.Type == PdfSignatureReader.FieldType && File.Resolve(f.Value) is PdfNull).Select(f => f.Name)];
    }

    public ImmutableArray<PdfPage> Pages { get; }

    /// <summary>Filled signature fields in the form's order.</summary>
    public ImmutableArray<PdfSignature> Signatures { get; }

    /// <summary>Names of signature fields that wait to be filled.</summary>
    public ImmutableArray<string> EmptySignatureFields { get; }

    /// <summary>For reading earlier revisions, all of them together: a file of many revisions costs a few times its own reading.</summary>
    internal PdfBudget ComparisonBudget { get; }

    internal PdfFile File { get; }

    internal PdfReference CatalogReference { get; }

    internal PdfDictionary Catalog { get; }

    internal ImmutableArray<PdfField> Fields { get; }

    /// <exception cref="SealRefusedException">Whatever is wrong with it.</exception>
    public static PdfDocument Read(ReadOnlyMemory<byte> bytes, PdfLimits? limits = null)
    {
        limits ??= PdfLimits.Usual;
        if (bytes.Length > limits.SizeMax)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);

        // A copy: what was checked must still be what is signed when the caller has gone on using its buffer.
        return new PdfDocument(bytes.ToArray(), limits);
    }
}
