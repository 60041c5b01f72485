namespace ScCa.Domain.Certificates;

/// <summary>Encoded bytes, kept exactly as they were made or received; written as Base64.</summary>
public sealed record Der : ITextValue<Der>
{
    private readonly byte[] bytes;

    private Der(byte[] bytes, string base64)
    {
        this.bytes = bytes;
        Value = base64;
    }

    public string Value { get; }

    public ReadOnlyMemory<byte> Bytes => bytes;

    public static Der From(ReadOnlySpan<byte> bytes) => new(bytes.ToArray(), Convert.ToBase64String(bytes));

    /// <summary>Base64 may hold blanks and stray low bits; the text is made anew, so that equal bytes are equal values.</summary>
    public static Der Parse(string text) => From(Convert.FromBase64String(text));

    public bool Equals(Der? other) => Value == other?.Value;

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"({bytes.Length} bytes)";
}
