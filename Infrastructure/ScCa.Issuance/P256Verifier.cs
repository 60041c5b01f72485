using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ScCa.Issuance;

/// <summary>
/// Verifies under one public key that is asked of again and again: read and checked once, where each import costs as much as a verification. The framework does not
/// promise that one key may be used from several threads, so there are as many as are verifying at once.
/// </summary>
internal sealed class P256Verifier(ReadOnlyMemory<byte> subjectPublicKeyInfo) : IDisposable
{
    private readonly bool isPublicKey = EcdsaP256.IsPublicKey(subjectPublicKeyInfo);
    private readonly ConcurrentBag<ECDsa> idle = [];

    /// <summary>As <see cref="EcdsaP256.Verify(ReadOnlyMemory{byte}, ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (!isPublicKey)
            return false;
        var key = idle.TryTake(out var kept) ? kept : Import();
        try
        {
            return EcdsaP256.Verify(key, data, signature);
        }
        finally
        {
            idle.Add(key);
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var key))
            key.Dispose();
    }

    private ECDsa Import()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo.Span, out _);
        return key;
    }
}
