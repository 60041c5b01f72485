using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScCa.Issuance.Journal;

/// <summary>One line of the signer's journal.</summary>
/// <param name="Serial">Of the certificate, as in its intent.</param>
/// <param name="Digest">SHA-256 of the to-be-signed bytes, as in its intent.</param>
[JsonDerivedType(typeof(Begun), "begun")]
[JsonDerivedType(typeof(Ended), "ended")]
internal abstract record JournalEntry(string Serial, string Digest, string At)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The key is about to sign.</summary>
    public sealed record Begun(string Serial, string Digest, string At, string Key, string Purpose) : JournalEntry(Serial, Digest, At);

    /// <summary>It has signed, or failed to.</summary>
    /// <param name="Line">The number of the line that it ends.</param>
    public sealed record Ended(string Serial, string Digest, string At, long Line, bool IsSigned) : JournalEntry(Serial, Digest, At);

    public string ToLine() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null where it is no entry.</summary>
    public static JournalEntry? TryFromLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(line, Json);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
