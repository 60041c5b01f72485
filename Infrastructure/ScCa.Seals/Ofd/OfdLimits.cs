namespace ScCa.Seals.Ofd;

/// <summary>How much of a package is taken in before it is refused.</summary>
public sealed record OfdLimits
{
    public static OfdLimits Usual { get; } = new();

    public int PackageSizeMax { get; init; } = 100 << 20;

    public int FileCountMax { get; init; } = 8192;

    public int FileSizeMax { get; init; } = 64 << 20;

    /// <summary>Of all files together, unpacked.</summary>
    public long TotalSizeMax { get; init; } = 192 << 20;

    /// <summary>How many times its packed size a file may become; files below <see cref="RatioFreeSize"/> are exempt.</summary>
    public int RatioMax { get; init; } = 200;

    public int RatioFreeSize { get; init; } = 1 << 20;

    public int XmlLengthMax { get; init; } = 8 << 20;

    public int XmlDepthMax { get; init; } = 32;

    public int XmlNodesMax { get; init; } = 200_000;
}
