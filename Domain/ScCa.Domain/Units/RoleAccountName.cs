namespace ScCa.Domain.Units;

/// <summary>What a platform calls a unit's account: the unit's business, no personal fact.</summary>
public sealed record RoleAccountName(string Value) : ITextValue<RoleAccountName>
{
    public const int MaxLength = 60;

    public string Value { get; } = Text.NotBlank(Value, MaxLength, nameof(RoleAccountName)).Trim();

    public static RoleAccountName Parse(string text) => new(text);

    public override string ToString() => Value;
}
