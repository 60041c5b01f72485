using System.Collections.Immutable;

namespace ScCa.Issuance.Building;

/// <summary>A text with places for a subject's values: <c>{commonName}</c>, <c>{organization}</c>, <c>{creditCode}</c>, <c>{uniqueId}</c>.</summary>
internal sealed class ValueTemplate
{
    private readonly ImmutableArray<(string Text, Func<SubjectValues, string?>? Place)> parts;

    private ValueTemplate(ImmutableArray<(string Text, Func<SubjectValues, string?>? Place)> parts) => this.parts = parts;

    public bool HasPlaces => parts.Any(part => part.Place is not null);

    /// <summary>Null where the text names a place that there is not.</summary>
    public static ValueTemplate? TryParse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(string, Func<SubjectValues, string?>?)>();
        for (var rest = text; rest.Length > 0;)
        {
            var open = rest.IndexOf('{', StringComparison.Ordinal);
            if (open != 0)
            {
                var literal = open < 0 ? rest : rest[..open];
                parts.Add((literal, null));
                rest = rest[literal.Length..];
                continue;
            }

            var close = rest.IndexOf('}', StringComparison.Ordinal);
            if (close < 0 || PlaceOf(rest[1..close]) is not { } place)
                return null;
            parts.Add(("", place));
            rest = rest[(close + 1)..];
        }

        return new(parts.ToImmutable());
    }

    /// <summary>The text; null where a value it speaks of is missing.</summary>
    public string? Fill(SubjectValues values)
    {
        if (parts is [var (text, place)])
            return place is null ? text : place(values);
        var filled = "";
        foreach (var part in parts)
        {
            if ((part.Place is null ? part.Text : part.Place(values)) is not { } value)
                return null;
            filled += value;
        }

        return filled;
    }

    private static Func<SubjectValues, string?>? PlaceOf(string name) => name switch
    {
        "commonName" => values => values.CommonName,
        "organization" => values => values.Organization,
        "creditCode" => values => values.CreditCode,
        "uniqueId" => values => values.UniqueId,
        _ => null,
    };
}
