namespace ScCa.Domain.Authorities;

/// <summary>Names an authority's lists, as in <c>issuing-2026.lists</c>: one line of numbers, whole lists and deltas together.</summary>
public sealed record RevocationListId(string Value) : ITextValue<RevocationListId>
{
    private const string AllOfThem = "lists";

    public string Value { get; } = Text.Identifier(Value, 120, nameof(RevocationListId));

    public static RevocationListId Parse(string text) => new(text);

    /// <summary>The lists about everything that the authority has issued.</summary>
    public static RevocationListId Of(string authority) => Of(authority, AllOfThem);

    public static RevocationListId Of(string authority, string list) => new($"{authority}.{list}");

    public override string ToString() => Value;
}
