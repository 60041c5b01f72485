namespace ScCa.Signing;

/// <summary>SM4's rounds; every path gives the same answers, and none reads memory at an address that a secret decides.</summary>
internal interface ISm4Rounds
{
    /// <summary>τ: the S-box on each byte of the word.</summary>
    static abstract uint Substitute(uint word);

    /// <summary>Whole blocks of 16 bytes, each by itself, under 32 round keys; the destination may be the source.</summary>
    static abstract void Process(ReadOnlySpan<uint> roundKeys, ReadOnlySpan<byte> source, Span<byte> destination);
}
