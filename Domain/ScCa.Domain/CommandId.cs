namespace ScCa.Domain;

/// <summary>Names one intention of a caller; repeated, it is answered again and writes nothing.</summary>
public sealed record CommandId(string Value) : ITextValue<CommandId>
{
    public const int MaxLength = 200;

    public string Value { get; } = Text.Identifier(Value, MaxLength, nameof(CommandId));

    public static CommandId Parse(string text) => new(text);

    public override string ToString() => Value;
}
