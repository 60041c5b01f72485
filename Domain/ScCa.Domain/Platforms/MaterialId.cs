namespace ScCa.Domain.Platforms;

/// <summary>Names one kind of paper that a platform asks for, such as <c>application-form</c>.</summary>
public sealed record MaterialId(string Value) : ITextValue<MaterialId>
{
    public string Value { get; } = Text.Identifier(Value, 40, nameof(MaterialId));

    /// <summary>Whether it is the handler's own paper, such as <c>handler-id-copy</c>: a policy says so by the name.</summary>
    public bool IsOfHandler => Value.StartsWith("handler-", StringComparison.Ordinal);

    public static MaterialId Parse(string text) => new(text);

    public override string ToString() => Value;
}
