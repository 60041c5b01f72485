using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace ScCa.Keys.Tokens;

/// <summary>The file form of a maker's mechanisms: one JSON object, nothing in it that is not known, numbers as "0x…" texts the way manuals print them.</summary>
internal sealed class Sm2MechanismsFile
{
    public const int LengthMax = 64 * 1024;

    private static readonly FrozenSet<string> Known =
        new[] { "maker", "keyType", "keyPairGeneration", "signature", "takes", "gives", "point" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly string source;

    private readonly JsonElement root;

    private Sm2MechanismsFile(string source, JsonElement root)
    {
        this.source = source;
        this.root = root;
    }

    public static Sm2Mechanisms Parse(string source, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 4 });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new Sm2MechanismsFile(source, document.RootElement).Read()
                : throw TokenRefusals.VendorFileUnusable(source, "须为一个 JSON 对象。", "it has to be one JSON object.");
        }
        catch (JsonException)
        {
            throw TokenRefusals.VendorFileUnusable(source, "不是合法的 JSON。", "it is no JSON.");
        }
    }

    private Sm2Mechanisms Read()
    {
        foreach (var property in root.EnumerateObject())
        {
            if (!Known.Contains(property.Name))
                throw Unusable(property.Name, "未知", "is not known");
        }

        var described = new Sm2Mechanisms
        {
            Maker = Text("maker") is { Length: > 0 and <= 100 } maker ? maker : throw Unusable("maker", "缺失", "is missing"),
            KeyType = Number("keyType"),
            KeyPairGeneration = Number("keyPairGeneration"),
            Signature = Number("signature") ?? throw Unusable("signature", "缺失", "is missing"),
            Takes = Choice("takes", ("digest", Sm2Input.Digest), ("z-and-message", Sm2Input.ZAndMessage), ("message", Sm2Input.Message),
                ("message-with-identity", Sm2Input.MessageWithIdentity)),
            Gives = Choice("gives", ("raw", SignatureForm.Raw), ("der", SignatureForm.Der)),
            Point = Choice("point", ("octet-string", PointForm.OctetString), ("raw", PointForm.Raw)),
        };
        return described.KeyPairGeneration is null || described.KeyType is not null
            ? described
            : throw Unusable("keyType", "缺失（生成密钥时需要）", "is missing, and keys are made with it");
    }

    private uint? Number(string name) => Text(name) switch
    {
        null => null,
        ['0', 'x' or 'X', .. { Length: > 0 and <= 8 } digits] when uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Unusable(name, "须为 \"0x…\" 形式、最多 8 位的十六进制数", "has to be \"0x…\" with at most 8 hexadecimal digits"),
    };

    private T Choice<T>(string name, params ReadOnlySpan<(string Word, T Meaning)> choices)
    {
        var word = Text(name);
        foreach (var choice in choices)
        {
            if (choice.Word == word)
                return choice.Meaning;
        }

        var words = new List<string>();
        foreach (var choice in choices)
            words.Add(choice.Word);
        throw Unusable(name, $"须为 {string.Join('、', words)} 之一", $"has to be one of {string.Join(", ", words)}");
    }

    private string? Text(string name)
    {
        if (!root.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Unusable(name, "须为文本", "has to be a text");
    }

    private TokenRefusedException Unusable(string name, string zhCn, string en) =>
        TokenRefusals.VendorFileUnusable(source, $"“{name}”{zhCn}。", $"\"{name}\" {en}.");
}
