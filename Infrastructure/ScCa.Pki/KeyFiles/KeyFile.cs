using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Signing;

namespace ScCa.Pki.KeyFiles;

/// <summary>What a key file (PKCS#12, RFC 7292) held: one private key in pinned memory, wiped when disposed of, and certificates.</summary>
public sealed class KeyFile : IDisposable
{
    /// <summary>How many iterations a file may ask for in all: about a second's work.</summary>
    public const int IterationsMaxUsual = 2_000_000;

    private readonly byte[] privateKey;
    private bool disposed;

    private KeyFile(byte[] privateKey, PublicKey publicKey, IReadOnlyList<PkiCertificate> certificates)
    {
        (this.privateKey, PublicKey) = (privateKey, publicKey);
        Certificate = certificates.FirstOrDefault(certificate => certificate.PublicKey.Equals(publicKey));
        Others = [.. certificates.Where(certificate => certificate != Certificate)];
    }

    public PublicKey PublicKey { get; }

    /// <summary>The one of the key; null where the file has none.</summary>
    public PkiCertificate? Certificate { get; }

    public IReadOnlyList<PkiCertificate> Others { get; }

    /// <summary>PKCS#8 in the clear: copies are the caller's to wipe.</summary>
    public ReadOnlySpan<byte> PrivateKey
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return privateKey;
        }
    }

    /// <exception cref="PkiRefusedException">The file is malformed, the password is wrong, or it is sealed with something else than is supported.</exception>
    public static KeyFile Open(ReadOnlyMemory<byte> file, ReadOnlySpan<char> password, int iterationsMax = IterationsMaxUsual)
    {
        using var secret = new KeyFilePassword(password);
        var contents = KeyFileReading.Read(file, secret, new IterationBudget(iterationsMax));
        try
        {
            var publicKey = Reading.Guarded(PkiRefusal.KeyFileMalformed, () => PublicKeyOf(contents.PrivateKey));
            return new(contents.PrivateKey, publicKey, contents.Certificates);
        }
        catch
        {
            CryptographicOperations.ZeroMemory(contents.PrivateKey);
            throw;
        }
    }

    /// <exception cref="CryptographicException">The key is of another kind, as with the two below.</exception>
    public Sm2PrivateKey ToSm2() => Sm2PrivateKey.FromPkcs8(PrivateKey);

    public ECDsa ToEcdsa() => Imported(ECDsa.Create(), privateKey);

    public RSA ToRsa() => Imported(RSA.Create(), privateKey);

    public void Dispose()
    {
        disposed = true;
        CryptographicOperations.ZeroMemory(privateKey);
    }

    private static PublicKey PublicKeyOf(byte[] pkcs8)
    {
        if (Pkcs8Algorithm.KindOf(pkcs8) == PublicKeyKind.Sm2)
        {
            using var sm2 = Sm2PrivateKey.FromPkcs8(pkcs8);
            return Algorithms.PublicKey.From(sm2.PublicKey);
        }

        using AsymmetricAlgorithm key = Pkcs8Algorithm.KindOf(pkcs8) == PublicKeyKind.Rsa ? Imported(RSA.Create(), pkcs8) : Imported(ECDsa.Create(), pkcs8);
        return Algorithms.PublicKey.From(key.ExportSubjectPublicKeyInfo());
    }

    private static T Imported<T>(T key, byte[] pkcs8)
        where T : AsymmetricAlgorithm
    {
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw;
        }
    }
}
