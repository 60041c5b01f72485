using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScCa.Issuance.KeyManagement;

/// <summary>One line of an archive.</summary>
/// <param name="Charter">The fingerprint of the archive's charter.</param>
/// <param name="Task">The certificate's serial.</param>
[JsonDerivedType(typeof(Applied), "applied")]
[JsonDerivedType(typeof(Restored), "restored")]
[JsonDerivedType(typeof(Revoked), "revoked")]
internal abstract record ArchivedEvent(string Charter, string Task, string At)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <param name="Recipient">The signature key that the envelope is for, SubjectPublicKeyInfo, as is the public key.</param>
    /// <param name="Wrapped">The private key under the archive's public key: SM2Cipher.</param>
    public sealed record Applied(string Charter, string Task, string At, string NotAfter, byte[] Recipient, byte[] PublicKey, byte[] Enveloped, byte[] Wrapped)
        : ArchivedEvent(Charter, Task, At);

    public sealed record Restored(string Charter, string Task, string At, byte[] Recipient, IReadOnlyList<string> Custodians, string Reason) : ArchivedEvent(Charter, Task, At);

    public sealed record Revoked(string Charter, string Task, string At) : ArchivedEvent(Charter, Task, At);

    public string ToLine() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="KeyManagementRefusedException">It is no event.</exception>
    public static ArchivedEvent FromLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ArchivedEvent>(line, Json) ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new KeyManagementRefusedException(KeyManagementRefusal.ArchiveUnreadable, e);
        }
    }
}
