namespace ScCa.Issuance.Lints.Reading;

/// <summary>One extension, as its bytes say.</summary>
/// <param name="Oid">The content octets.</param>
/// <param name="Value">What the OCTET STRING holds.</param>
internal readonly record struct LintedExtension(ReadOnlyMemory<byte> Oid, bool IsCritical, ReadOnlyMemory<byte> Value)
{
    public bool Is(ReadOnlySpan<byte> oid) => Oid.Span.SequenceEqual(oid);
}
