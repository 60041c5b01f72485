namespace ScCa.Domain.Platforms;

/// <summary>Names one service window (窗口).</summary>
public sealed record WindowId(string Value) : ITextValue<WindowId>
{
    public string Value { get; } = Text.Identifier(Value, 40, nameof(WindowId));

    public static WindowId Parse(string text) => new(text);

    public override string ToString() => Value;
}
