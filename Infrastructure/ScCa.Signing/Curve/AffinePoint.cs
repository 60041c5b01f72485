namespace ScCa.Signing.Curve;

/// <summary>A point that is not at infinity, by its plain coordinates.</summary>
internal struct AffinePoint(in U256 x, in U256 y)
{
    public const int Bytes = 2 * U256.Bytes;

    public U256 X = x;
    public U256 Y = y;

    public static AffinePoint Read(ReadOnlySpan<byte> bytes) => new(U256.Read(bytes), U256.Read(bytes[U256.Bytes..]));

    /// <summary>X ‖ Y, 64 bytes.</summary>
    public readonly void Write(Span<byte> bytes)
    {
        X.Write(bytes);
        Y.Write(bytes[U256.Bytes..]);
    }
}
