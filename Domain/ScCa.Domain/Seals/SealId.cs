namespace ScCa.Domain.Seals;

/// <summary>A seal's own id (esID, 印章标识), which stands in the signed structure.</summary>
public sealed record SealId(string Value) : ITextValue<SealId>
{
    public string Value { get; } = Text.Identifier(Value, 64, nameof(SealId));

    public static SealId Parse(string text) => new(text);

    public override string ToString() => Value;
}
