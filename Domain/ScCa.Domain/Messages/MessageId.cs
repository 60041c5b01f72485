namespace ScCa.Domain.Messages;

/// <summary>Names one message to one person.</summary>
public sealed record MessageId(string Value) : ITextValue<MessageId>
{
    public string Value { get; } = Text.Identifier(Value, 80, nameof(MessageId));

    public static MessageId Parse(string text) => new(text);

    public override string ToString() => Value;
}
