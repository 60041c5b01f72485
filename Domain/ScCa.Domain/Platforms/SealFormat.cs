namespace ScCa.Domain.Platforms;

/// <summary>By which standard a seal's structure is made.</summary>
public enum SealFormat
{
    /// <summary>GM/T 0031-2014, the legacy format.</summary>
    GmT0031V2014,

    /// <summary>GB/T 38540-2020, the national standard (国标印章).</summary>
    GbT38540V2020,

    /// <summary>GM/T 0031-2025.</summary>
    GmT0031V2025,
}
