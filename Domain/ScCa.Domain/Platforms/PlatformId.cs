namespace ScCa.Domain.Platforms;

/// <summary>Names a trading platform; the platform itself is a policy, that is, data.</summary>
public sealed record PlatformId(string Value) : ITextValue<PlatformId>
{
    public string Value { get; } = Text.Identifier(Value, 40, nameof(PlatformId));

    public static PlatformId Parse(string text) => new(text);

    public override string ToString() => Value;
}
