using System.Collections.Immutable;
using ScCa.Seals.Pdf.Syntax;

namespace ScCa.Seals.Pdf;

/// <summary>A field of the form without fields below it (ISO 32000-1, 12.7.3): its full name, its type and what it inherits.</summary>
internal sealed record PdfField(string Name, string? Type, PdfValue? Value, PdfReference Reference)
{
    private const int NameLengthMax = 1024;

    /// <summary>All fields of the form, each node once.</summary>
    public static ImmutableArray<PdfField> All(PdfFile file, PdfDictionary catalog)
    {
        if (file.Dictionary(catalog.Find("AcroForm")) is not { } form)
            return [];
        var fields = ImmutableArray.CreateBuilder<PdfField>();
        var visited = new HashSet<int>();
        foreach (var field in file.Array(form.Find("Fields")))
            Visit(file, field, "", null, null, 0, fields, visited);
        return fields.ToImmutable();
    }

    private static void Visit(
        PdfFile file, PdfValue node, string prefix, string? type, PdfValue? value, int depth, ImmutableArray<PdfField>.Builder fields, HashSet<int> visited)
    {
        if (node is not PdfReference reference || !visited.Add(reference.Number))
            throw PdfLexer.Malformed();
        if (depth > file.Budget.Limits.DepthMax || visited.Count > file.Budget.Limits.FieldsMax)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);
        if (file.Dictionary(reference) is not { } field)
            return;
        var partial = (file.Resolve(field.Find("T")) as PdfText)?.Shown();
        var name = partial is null ? prefix : prefix.Length == 0 ? partial : $"{prefix}.{partial}";
        if (name.Length > NameLengthMax)
            throw new SealRefusedException(SealRefusal.PdfTooLarge);
        type = file.Name(field.Find("FT")) ?? type;
        value = field.Find("V") ?? value;

        // Kids without a name are the field's own widgets, not fields.
        PdfValue[] below = [.. file.Array(field.Find("Kids")).Where(k => file.Resolve(k) is PdfDictionary kid && kid.TryGet("T", out _))];
        foreach (var kid in below)
            Visit(file, kid, name, type, value, depth + 1, fields, visited);
        if (below.Length == 0)
            fields.Add(new PdfField(name, type, value, reference));
    }
}
