using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Application.Ports;
using ScCa.Signing;

namespace ScCa.Gateways.Tokens;

/// <summary>
/// Stands in for the desk and its USB keys: each generation of a certificate has an SM2 key pair in a file of its own, and the certificates beside it. There is
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
        using var signer = new Sm2SigningKey(key);
        // The authority takes the subject from its own plan: the request has none.
        var request = new CertificateRequest(
            new X500DistinguishedName(""), PublicKey.CreateFromSubjectPublicKeyInfo(key.PublicKey.ExportSubjectPublicKeyInfo(), out _), Sm2X509SignatureGenerator.HashAlgorithm);
        return Task.FromResult<ReadOnlyMemory<byte>>(request.CreateSigningRequest(new Sm2X509SignatureGenerator(signer)));
    }

    /// <exception cref="InvalidOperationException">The certificate is not for the key pair of this generation: a key cannot carry it.</exception>
    /// <exception cref="Sm2RefusedException">The envelope is not for this key, or holds another key than the encryption certificate's.</exception>
    public Task Write(string certificate, int generation, KeyContent content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var key = OpenKey(certificate, generation);
        if (!KeyOf(content.Signing).AsSpan().SequenceEqual(key.PublicKey.ExportSubjectPublicKeyInfo()))
            throw new InvalidOperationException($"The certificate is not for the key pair of generation {generation} of {certificate}.");
        if (!content.Encryption.IsEmpty)
            WriteEncryption(certificate, generation, content, key);
        TokenFile.Replace(PathOf(certificate, generation, "crt"), content.Signing.Span);
        return Task.CompletedTask;
    }

    /// <summary>What the key would answer to a challenge (A6): an SM2 signature, in DER.</summary>
    public byte[] SignChallenge(string certificate, int generation, ReadOnlySpan<byte> challenge)
    {
        using var key = OpenKey(certificate, generation);
        using var signer = new Sm2SigningKey(key);
        return signer.Sign(challenge);
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
                File.Delete(PathOf(certificate.Value, generation, "enc.crt"));
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
        using var key = Sm2PrivateKey.Generate();
        KeepKey(key, pkcs8 => TokenFile.TryCreate(path, pkcs8));
    }

    // As a key does it: the encryption key comes out of its envelope inside, and stays there.
    private void WriteEncryption(string certificate, int generation, KeyContent content, Sm2PrivateKey key)
    {
        using var encryption = Sm2EnvelopedKey.Open(content.EnvelopedKey.Span, key, Sm2PublicKey.FromSubjectPublicKeyInfo(KeyOf(content.Encryption)));
        KeepKey(encryption, pkcs8 => TokenFile.Replace(PathOf(certificate, generation, "enc.key"), pkcs8));
        TokenFile.Replace(PathOf(certificate, generation, "enc.crt"), content.Encryption.Span);
    }

    private static byte[] KeyOf(ReadOnlyMemory<byte> certificate)
    {
        using var parsed = X509CertificateLoader.LoadCertificate(certificate.Span);
        return parsed.PublicKey.ExportSubjectPublicKeyInfo();
    }

    private static void KeepKey(Sm2PrivateKey key, Action<byte[]> keep)
    {
        var pkcs8 = new byte[Sm2PrivateKey.Pkcs8SizeInBytes];
        try
        {
            key.ExportPkcs8(pkcs8);
            keep(pkcs8);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    private Sm2PrivateKey OpenKey(string certificate, int generation)
    {
        var path = PathOf(certificate, generation, "key");
        if (!File.Exists(path))
            throw new InvalidOperationException($"There is no key pair for generation {generation} of {certificate}. Request one first.");
        var pkcs8 = File.ReadAllBytes(path);
        try
        {
            return Sm2PrivateKey.FromPkcs8(pkcs8);
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
