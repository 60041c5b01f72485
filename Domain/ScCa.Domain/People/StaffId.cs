namespace ScCa.Domain.People;

/// <summary>Names a member of staff.</summary>
public sealed record StaffId(string Value) : ITextValue<StaffId>
{
    public string Value { get; } = Text.Identifier(Value, 60, nameof(StaffId));

    public static StaffId Parse(string text) => new(text);

    public override string ToString() => Value;
}
