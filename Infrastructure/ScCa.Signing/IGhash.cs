namespace ScCa.Signing;

/// <summary>GHASH's multiplication (NIST SP 800-38D §6.3); every path gives the same answers.</summary>
internal interface IGhash
{
    /// <summary>Takes the message, padded with zeros to whole blocks, into the running value of 16 bytes.</summary>
    static abstract void Update(ReadOnlySpan<byte> key, Span<byte> running, ReadOnlySpan<byte> message);
}
