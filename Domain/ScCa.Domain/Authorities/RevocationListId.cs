namespace ScCa.Domain.Authorities;

/// <summary>Names an authority and one of its lists, as in <c>issuing-2026.delta</c>.</summary>
public sealed record RevocationListId(string Value) : ITextValue<RevocationListId>
{
    public string Value { get; } = Text.Identifier(Value, 120, nameof(RevocationListId));

    public static RevocationListId Parse(string text) => new(text);

    public static RevocationListId Of(string authority, string list) => new($"{authority}.{list}");

    public override string ToString() => Value;
}
