namespace ScCa.Domain.Platforms;

/// <summary>The part a holder plays on a platform, such as <c>supplier</c>.</summary>
public sealed record RoleId(string Value) : ITextValue<RoleId>
{
    public string Value { get; } = Text.Identifier(Value, 40, nameof(RoleId));

    public static RoleId Parse(string text) => new(text);

    public override string ToString() => Value;
}
