namespace ScCa.Domain.Certificates;

/// <summary>A SHA-256 digest in lower-case hex.</summary>
public sealed record Digest : ITextValue<Digest>
{
    private Digest(string hex) => Value = hex;

    public string Value { get; }

    public static Digest Parse(string text)
    {
        if (text.Length != 64)
            throw new FormatException("Digest: 64 hex digits are needed.");
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && c is not (>= 'a' and <= 'f'))
                throw new FormatException("Digest: lower-case hex digits are needed.");
        }

        return new Digest(text);
    }

    public override string ToString() => Value;
}
