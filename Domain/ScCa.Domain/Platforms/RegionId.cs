namespace ScCa.Domain.Platforms;

/// <summary>Names one of the regions that a platform lets its holders choose of.</summary>
public sealed record RegionId(string Value) : ITextValue<RegionId>
{
    public string Value { get; } = Text.Identifier(Value, 40, nameof(RegionId));

    public static RegionId Parse(string text) => new(text);

    public override string ToString() => Value;
}
