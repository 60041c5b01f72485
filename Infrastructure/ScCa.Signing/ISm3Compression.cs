namespace ScCa.Signing;

/// <summary>SM3's compression function; every path of it gives the same answers.</summary>
internal interface ISm3Compression
{
    /// <summary>Takes whole blocks of 64 bytes into the eight words of the state.</summary>
    static abstract void Compress(Span<uint> state, ReadOnlySpan<byte> blocks);
}
