namespace ScCa.Domain.Platforms;

/// <summary>Names one kind of role account that a unit may have on a platform.</summary>
public sealed record RoleAccountKindId(string Value) : ITextValue<RoleAccountKindId>
{
    public string Value { get; } = Text.Identifier(Value, 40, nameof(RoleAccountKindId));

    public static RoleAccountKindId Parse(string text) => new(text);

    public override string ToString() => Value;
}
