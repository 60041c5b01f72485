using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Application.Ports;

namespace ScCa.Gateways.Tokens;

/// <summary>
/// Stands in for the desk and its USB keys: each generation of a certificate has a key pair in a file of its own, and the certificate beside it. There is
/// no PIN, because nothing here would protect it. Each generation is a container of its own: a renewal leaves the old pair usable until it expires.
/// </summary>
public sealed class LocalTokenDesk(string folder) : ITokenDesk, IStandIn, IForgets
{
    public (string ZhCn, string En) StandsInFor => ("USB Key 写证台", "token desk");

    public Task<ReadOnlyMemory<byte>> RequestKey(string certificate, int generation, CancellationToken cancellation)
    {
        var path = PathOf(certificate, generation, "key");
        if (!File.Exists(path))
            CreateKey(path);
        using var key = OpenKey(certificate, generation);
        // The authority takes the subject from its own plan: the request has none.
        var request = new CertificateRequest(new X500DistinguishedName(""), key, HashAlgorithmName.SHA256);
        return Task.FromResult<ReadOnlyMemory<byte>>(request.CreateSigningRequest());
    }

    /// <exception cref="InvalidOperationException">The certificate is not for the key pair of this generation: a key cannot carry it.</exception>
    public Task Write(string certificate, int generation, KeyContent content, CancellationToken cancellation)
    {
        using var key = OpenKey(certificate, generation);
        using var issued = X509CertificateLoader.LoadCertificate(content.Signing.Span);
        if (!issued.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()))
            throw new InvalidOperationException($"The certificate is not for the key pair of generation {generation} of {certificate}.");
        // The signature certificate comes last: with it the key is written.
        if (!content.Encryption.IsEmpty)
        {
            TokenFile.Replace(PathOf(certificate, generation, "enveloped"), content.EnvelopedKey.Span);
            TokenFile.Replace(PathOf(certificate, generation, "encryption.crt"), content.Encryption.Span);
        }

        TokenFile.Replace(PathOf(certificate, generation, "crt"), content.Signing.Span);
        return Task.CompletedTask;
    }

    /// <summary>What the key would answer to a challenge (A6): an ECDSA signature over its SHA-256, in DER.</summary>
    public byte[] SignChallenge(string certificate, int generation, ReadOnlySpan<byte> challenge)
    {
        using var key = OpenKey(certificate, generation);
        return key.SignData(challenge, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The certificate that was written, or null.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadCertificate(string certificate, int generation, CancellationToken cancellation)
    {
        var path = PathOf(certificate, generation, "crt");
        // Two returns and not one conditional: there a null array would turn into an empty memory, which is not null.
        if (!File.Exists(path))
            return null;
        return await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes the certificates that name him. A real key is in his hands; this one lies in the data folder.</summary>
    public Task Forget(ForgottenPerson person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        foreach (var certificate in person.Named)
        {
            for (var generation = 1; File.Exists(PathOf(certificate.Value, generation, "key")); generation++)
            {
                File.Delete(PathOf(certificate.Value, generation, "crt"));
                File.Delete(PathOf(certificate.Value, generation, "encryption.crt"));
            }
        }

        return Task.CompletedTask;
    }

    // Two requests at once: both make a pair, one file wins, and both answer with the winner's.
    private void CreateKey(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pkcs8 = key.ExportPkcs8PrivateKey();
        _ = TokenFile.TryCreate(path, pkcs8);
        CryptographicOperations.ZeroMemory(pkcs8);
    }

    private ECDsa OpenKey(string certificate, int generation)
    {
        var path = PathOf(certificate, generation, "key");
        if (!File.Exists(path))
            throw new InvalidOperationException($"There is no key pair for generation {generation} of {certificate}. Request one first.");
        var pkcs8 = File.ReadAllBytes(path);
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    // Escaped, so that no id can name a file outside the folder.
    private string PathOf(string certificate, int generation, string kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(certificate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(generation);
        return Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(certificate)}-g{generation}.{kind}"));
    }
}
