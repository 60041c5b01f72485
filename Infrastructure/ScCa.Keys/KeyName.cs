using System.Security.Cryptography;

namespace ScCa.Keys;

/// <summary>The name of a key: <c>p256-</c> and the first 16 octets of the SHA-256 of its public key, in hex.</summary>
public static class KeyName
{
    public static string Of(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        $"p256-{Convert.ToHexStringLower(SHA256.HashData(subjectPublicKeyInfo).AsSpan(0, 16))}";
}
