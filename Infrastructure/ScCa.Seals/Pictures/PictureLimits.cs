namespace ScCa.Seals.Pictures;

/// <summary>How large an uploaded picture may be.</summary>
public sealed record PictureLimits
{
    public static PictureLimits Usual { get; } = new();

    public int SizeMax { get; init; } = 2 << 20;

    /// <summary>Of either side, in pixels.</summary>
    public int SideMax { get; init; } = 4096;

    public int SvgSizeMax { get; init; } = 512 << 10;

    public int SvgNodesMax { get; init; } = 20_000;
}
