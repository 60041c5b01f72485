using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScCa.Gateways.Bank;

/// <summary>A column by what the header calls it, or by its number from 1.</summary>
[JsonConverter(typeof(StatementColumnJson))]
public sealed record StatementColumn(string? Name, int Number)
{
    public static StatementColumn Named(string name) => new(name, 0);

    public static StatementColumn Numbered(int number) => new(null, number);

    public override string ToString() => Name ?? $"#{Number}";
}

/// <summary>Written as a text or as a number.</summary>
internal sealed class StatementColumnJson : JsonConverter<StatementColumn>
{
    public override StatementColumn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String when reader.GetString() is { } name && !string.IsNullOrWhiteSpace(name) => StatementColumn.Named(name.Trim()),
        JsonTokenType.Number when reader.TryGetInt32(out var number) && number > 0 => StatementColumn.Numbered(number),
        _ => throw new JsonException("A column is a name, or a number from 1."),
    };

    public override void Write(Utf8JsonWriter writer, StatementColumn value, JsonSerializerOptions options)
    {
        if (value.Name is { } name)
            writer.WriteStringValue(name);
        else
            writer.WriteNumberValue(value.Number);
    }
}
