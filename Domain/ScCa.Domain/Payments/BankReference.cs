namespace ScCa.Domain.Payments;

/// <summary>The bank's own name for one transfer: the same reference is the same money.</summary>
public sealed record BankReference(string Value) : ITextValue<BankReference>
{
    public string Value { get; } = Text.Identifier(Value, 60, nameof(BankReference));

    public static BankReference Parse(string text) => new(text);

    public override string ToString() => Value;
}
