using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScCa.Keys;
using ScCa.Signing;

namespace ScCa.Issuance.KeyManagement;

/// <summary>
/// What an archive was founded with: the public key that private keys are wrapped to, how many custodians restore one, and who they are. Each share is known by
/// its SHA-256: 32 random octets do not give themselves away by it, and a wrong share, or another person's, is told apart.
/// </summary>
/// <param name="PublicKey">SubjectPublicKeyInfo, base64.</param>
internal sealed record ArchiveCharter(string PublicKey, int Threshold, IReadOnlyList<ArchiveCharter.Custodian> Custodians)
{
    public const string FileName = "key-archive.json";

    private const int FileLengthMax = 256 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public sealed record Custodian(byte Number, string Name, string Commitment);

    public Sm2PublicKey Key() => Sm2PublicKey.FromSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey));

    public string KeyName() => Keys.KeyName.Of(Convert.FromBase64String(PublicKey));

    public static string CommitmentTo(ReadOnlySpan<byte> share) => Convert.ToHexStringLower(SHA256.HashData(share));

    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    public void WriteTo(string folder) => PrivateFile.Create(PathIn(folder), JsonSerializer.SerializeToUtf8Bytes(this, Json));

    /// <exception cref="KeyManagementRefusedException">It is missing or malformed.</exception>
    public static ArchiveCharter FromFolder(string folder)
    {
        try
        {
            var charter = JsonSerializer.Deserialize<ArchiveCharter>(PrivateFile.Read(PathIn(folder), FileLengthMax), Json);
            _ = charter?.Key();
            return charter is { Threshold: >= 2 } && charter.Custodians.Count >= charter.Threshold ? charter : throw Unreadable(null);
        }
        catch (Exception e) when (e is JsonException or FormatException or Sm2RefusedException or KeyRefusedException)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>Binds every file of keys to this charter.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{PublicKey}|{Threshold}|{string.Join('|', Custodians.Select(custodian => $"{custodian.Number}:{custodian.Name}:{custodian.Commitment}"))}")));

    private static KeyManagementRefusedException Unreadable(Exception? inner) => new(KeyManagementRefusal.ArchiveUnreadable, inner);
}
