namespace ScCa.Domain.People;

/// <summary>A keyed hash of a phone number: finds what belongs to the phone without naming it (A1, A7).</summary>
public sealed record PhoneIndex(string Value) : ITextValue<PhoneIndex>
{
    public string Value { get; } = Text.Identifier(Value, 64, nameof(PhoneIndex));

    public static PhoneIndex Parse(string text) => new(text);

    public override string ToString() => Value;
}
