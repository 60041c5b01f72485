namespace ScCa.Domain.People;

/// <summary>A keyed hash of the number of an identity document: finds who has the document without naming him (A7).</summary>
public sealed record IdNumberIndex(string Value) : ITextValue<IdNumberIndex>
{
    public string Value { get; } = Text.Identifier(Value, 64, nameof(IdNumberIndex));

    public static IdNumberIndex Parse(string text) => new(text);

    public override string ToString() => Value;
}
