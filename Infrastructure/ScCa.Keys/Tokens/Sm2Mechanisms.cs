namespace ScCa.Keys.Tokens;

/// <summary>
/// How one maker lets his tokens sign with SM2. PKCS#11 has no mechanisms for SM2, so every maker has numbers and habits of his own: data, one file per maker.
/// </summary>
public sealed record Sm2Mechanisms
{
    /// <summary>Whose tokens are described.</summary>
    public required string Maker { get; init; }

    /// <summary>CKA_KEY_TYPE of SM2 keys; null: keys are recognised by their curve alone, and none are made.</summary>
    public uint? KeyType { get; init; }

    /// <summary>The mechanism that makes key pairs; null: none are made.</summary>
    public uint? KeyPairGeneration { get; init; }

    /// <summary>The mechanism that signs.</summary>
    public required uint Signature { get; init; }

    public required Sm2Input Takes { get; init; }

    public required SignatureForm Gives { get; init; }

    public required PointForm Point { get; init; }

    /// <summary>Reads a maker's file; the operations guide says how one is written.</summary>
    /// <exception cref="TokenRefusedException">There is no such file, or something in it is missing, unknown or contradicts itself.</exception>
    public static Sm2Mechanisms FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new FileInfo(path).Length <= Sm2MechanismsFile.LengthMax
                ? Parse(path, File.ReadAllBytes(path))
                : throw TokenRefusals.VendorFileUnusable(path, "文件过长。", "it is too long.");
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw TokenRefusals.VendorFileUnusable(path, "无法读取。", "it cannot be read.");
        }
    }

    /// <summary>Reads a maker's description.</summary>
    /// <param name="source">Named in refusals.</param>
    /// <exception cref="TokenRefusedException">Something in it is missing, unknown or contradicts itself.</exception>
    public static Sm2Mechanisms Parse(string source, ReadOnlyMemory<byte> json) => Sm2MechanismsFile.Parse(source, json);
}
