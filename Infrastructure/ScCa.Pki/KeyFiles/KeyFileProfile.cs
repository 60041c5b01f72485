using ScCa.Pki.Algorithms;

namespace ScCa.Pki.KeyFiles;

/// <summary>With what a key file is sealed. Reading takes all of them.</summary>
public sealed record KeyFileProfile
{
    private KeyFileProfile(ContentCipher cipher, PasswordHash derivation, PasswordHash integrity) => (Cipher, Derivation, Integrity) = (cipher, derivation, integrity);

    /// <summary>SM4-CBC, keys through HMAC-SM3, integrity through SM3.</summary>
    public static KeyFileProfile Sm4 { get; } = new(ContentCipher.Sm4Cbc, PasswordHash.Sm3, PasswordHash.Sm3);

    /// <summary>SM4-CBC and integrity through SM3, but keys through HMAC-SHA-256: what OpenSSL 3.0 can read of the above.</summary>
    public static KeyFileProfile Sm4WithSha256 { get; } = new(ContentCipher.Sm4Cbc, PasswordHash.Sha256, PasswordHash.Sm3);

    /// <summary>AES-256-CBC, HMAC-SHA-256 throughout.</summary>
    public static KeyFileProfile Aes256 { get; } = new(ContentCipher.Aes256Cbc, PasswordHash.Sha256, PasswordHash.Sha256);

    /// <summary>For each of the keys that are derived from the password.</summary>
    public int Iterations { get; init; } = 100_000;

    internal ContentCipher Cipher { get; }

    internal PasswordHash Derivation { get; }

    internal PasswordHash Integrity { get; }
}
