namespace ScCa.Domain.Platforms;

/// <summary>Names one kind of paper that a platform asks for, such as <c>application-form</c>.</summary>
public sealed record MaterialId(string Value) : ITextValue<MaterialId>
{
    public string Value { get; } = Text.Identifier(Value, 40, nameof(MaterialId));

    public static MaterialId Parse(string text) => new(text);

    public override string ToString() => Value;
}
