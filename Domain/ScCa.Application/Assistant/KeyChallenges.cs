using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Assistant;

/// <summary>
/// Challenges by which the present key is proven (A6). A challenge names its certificate, its purpose and its end and carries a keyed hash over them, so
/// nothing has to be remembered; what it permits is guarded against a second use by the certificate's own state.
/// </summary>
public sealed class KeyChallenges(
    CommandExecutor executor, ICertificateAuthority authority, KeptCertificates kept, LastingSecret secret, IRandomSource random, IClock clock)
{
    public const string ForHandler = "handler";
    public const string ForPull = "pull";
    public const string ForUnit = "unit";
    private const string Format = "scca-challenge-1";
    private static readonly Duration Lifetime = Duration.FromMinutes(5);

    /// <summary>What a challenge is for that applies for an operation.</summary>
    public static string PurposeOf(Operation operation) => operation.ToString();

    public string Issue(string certificate, string purpose)
    {
        Span<byte> nonce = stackalloc byte[16];
        random.Fill(nonce);
        var end = (clock.GetCurrentInstant() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = $"{Format}|{certificate}|{purpose}|{end}|{Convert.ToHexStringLower(nonce)}";
        return $"{body}|{Mac(body)}";
    }

    /// <summary>The proof, or null where the challenge is not ours, is over, or was signed by another key.</summary>
    internal async Task<KeyProof?> Prove(
        CertificateId certificate, string purpose, string challenge, ReadOnlyMemory<byte> signature, CancellationToken cancellation)
    {
        if (!IsOurs(certificate, purpose, challenge))
            return null;
        var bytes = Encoding.UTF8.GetBytes(challenge);
        return await executor.State<Certificate>(certificate.Value, cancellation).ConfigureAwait(false) is IssuedCertificate issued
            && await kept.Open(issued.Holder, issued.Current.Certificate, cancellation).ConfigureAwait(false) is { } der
            && authority.VerifyWithKeyOf(der, bytes, signature.Span)
            ? new KeyProof(issued.Current.Serial, Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(bytes))))
            : null;
    }

    private bool IsOurs(CertificateId certificate, string purpose, string challenge)
    {
        // What is signed may carry more after the challenge proper: a pull binds the digest of its request to it.
        var parts = challenge.Split('|');
        if (parts is not [Format, var named, var meant, var end, _, var mac, ..])
            return false;
        var body = string.Join('|', parts[..5]);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(Mac(body)))
            && named == certificate.Value
            && meant == purpose
            && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && clock.GetCurrentInstant().ToUnixTimeSeconds() < seconds;
    }

    private string Mac(string body)
    {
        Span<byte> key = stackalloc byte[32];
        try
        {
            secret.Derive("mac/key-challenge", key);
            return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
