namespace ScCa.Domain.People;

/// <summary>A keyed hash of a normalised name: tells that two names are the same without telling either (P1, A7).</summary>
public sealed record NameIndex(string Value) : ITextValue<NameIndex>
{
    public string Value { get; } = Text.Identifier(Value, 64, nameof(NameIndex));

    public static NameIndex Parse(string text) => new(text);

    public override string ToString() => Value;
}
