namespace ScCa.Domain.People;

/// <summary>A keyed hash of the name of a person: finds who has the name without naming him (A7).</summary>
public sealed record NameIndex(string Value) : ITextValue<NameIndex>
{
    public string Value { get; } = Text.Identifier(Value, 64, nameof(NameIndex));

    public static NameIndex Parse(string text) => new(text);

    public override string ToString() => Value;
}
