namespace ScCa.Domain.People;

/// <summary>Names a person whose data is sealed under a key of his own; erasing that key erases the person, not the history.</summary>
public sealed record SubjectId(string Value) : ITextValue<SubjectId>
{
    public string Value { get; } = Text.Identifier(Value, 40, nameof(SubjectId));

    public static SubjectId Parse(string text) => new(text);

    public override string ToString() => Value;
}
