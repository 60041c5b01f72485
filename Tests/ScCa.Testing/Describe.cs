using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using ScCa.Domain;

namespace ScCa.Testing;

/// <summary>
/// A value as text that shows all of its public data, one property per line. Two values are taken for the same exactly when these texts are: a record
/// that holds an array compares the array's identity, this compares what is in it.
/// </summary>
public static class Describe
{
    private const int DepthMax = 12;

    public static string Value(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    /// <summary>Values one after the other, each starting on its own line.</summary>
    public static string Values(IEnumerable<object?> values) => string.Join('\n', values.Select(Value));

    private static void Write(StringBuilder text, object? value, int depth)
    {
        if (depth > DepthMax)
            throw new InvalidOperationException($"A value nests deeper than {DepthMax}: does it hold itself?");
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                text.Append('"').Append(s.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)).Append('"');
                break;
            case char or bool or Enum or Type:
                text.Append(value);
                break;
            case IFormattable formattable when IsPlain(value.GetType()):
                text.Append(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            case ReadOnlyMemory<byte> bytes:
                text.Append("0x").Append(Convert.ToHexString(bytes.Span));
                break;
            case byte[] bytes:
                text.Append("0x").Append(Convert.ToHexString(bytes));
                break;
            case var textual when TextOf(textual) is { } written:
                text.Append(value.GetType().Name).Append(' ').Append(written);
                break;
            case IEnumerable items:
                WriteItems(text, items, depth);
                break;
            default:
                WriteProperties(text, value, depth);
                break;
        }
    }

    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type == typeof(decimal) || type == typeof(Guid) || type.Namespace is "NodaTime" or "System.Numerics"
        || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan);

    private static string? TextOf(object value) =>
        Array.Exists(value.GetType().GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextValue<>))
            ? (string?)value.GetType().GetProperty("Value", typeof(string))!.GetValue(value)
            : null;

    private static void WriteItems(StringBuilder text, IEnumerable items, int depth)
    {
        text.Append('[');
        var any = false;
        // A default ImmutableArray cannot be enumerated; it is shown, because code may well produce one.
        if (items.GetType().GetProperty("IsDefault")?.GetValue(items) is true)
        {
            text.Append("default]");
            return;
        }

        foreach (var item in items)
        {
            NewLine(text, depth + 1);
            Write(text, item, depth + 1);
            any = true;
        }

        if (any)
            NewLine(text, depth);
        text.Append(']');
    }

    private static void WriteProperties(StringBuilder text, object value, int depth)
    {
        text.Append(NameOf(value.GetType()));
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.MetadataToken))
        {
            if (property.GetIndexParameters().Length > 0)
                continue;
            NewLine(text, depth + 1);
            text.Append(property.Name).Append(": ");
            Write(text, property.GetValue(value), depth + 1);
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            NewLine(text, depth + 1);
            text.Append(field.Name).Append(": ");
            Write(text, field.GetValue(value), depth + 1);
        }
    }

    private static string NameOf(Type type) => type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;

    private static void NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth * 2);
}
