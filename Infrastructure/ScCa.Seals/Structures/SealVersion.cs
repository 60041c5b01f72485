namespace ScCa.Seals.Structures;

/// <summary>The generations of seal formats, by the number that their headers carry.</summary>
public enum SealVersion
{
    /// <summary>GM/T 0031-2014, superseded: read and verified, never made anew.</summary>
    V1 = 1,

    /// <summary>GB/T 38540-2020, the national standard.</summary>
    V4 = 4,

    /// <summary>GM/T 0031-2025, with a timestamp on the seal itself.</summary>
    V5 = 5,
}
