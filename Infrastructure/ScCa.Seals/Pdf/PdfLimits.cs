namespace ScCa.Seals.Pdf;

/// <summary>How much of a PDF is taken in before it is refused.</summary>
public sealed record PdfLimits
{
    public static PdfLimits Usual { get; } = new();

    public int SizeMax { get; init; } = 100 << 20;

    public int ObjectsMax { get; init; } = 500_000;

    /// <summary>Numbers, names, texts, arrays and so on, over all objects that are looked at.</summary>
    public int ValuesMax { get; init; } = 4_000_000;

    public int DepthMax { get; init; } = 64;

    public int SectionsMax { get; init; } = 1000;

    public int PagesMax { get; init; } = 20_000;

    public int FieldsMax { get; init; } = 10_000;

    /// <summary>Of cross-reference and object streams together, unpacked.</summary>
    public int InflatedMax { get; init; } = 64 << 20;
}
