using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Spans in, spans out: an operation leaves nothing for the collector.</summary>
public sealed class AllocationTests
{
    [Fact]
    public void No_operation_allocates()
    {
        using var key = Sm2PrivateKey.Generate();
        using var signer = new Sm2SigningKey(key);
        var verifier = new Sm2VerifyKey(key.PublicKey);
        using var sm4 = new Sm4(Some.Bytes(50, 16));
        using var gcm = new Sm4Gcm(Some.Bytes(51, 16));
        using var hash = new Sm3Hash();
        using var hmac = new HmacSm3(Some.Bytes(52, 32));
        byte[] message = Some.Bytes(53, 1024), signature = new byte[72], ciphertext = new byte[2048], opened = new byte[2048], block = new byte[16], tag = new byte[16];
        byte[] digests = Some.Bytes(54, 40 * 32), signatures = new byte[40 * 64];
        var verdicts = new bool[40];
        var length = 0;
        var sealedLength = 0;

        Nothing(() => length = signer.Sign(message, signature));
        Nothing(() => Assert.True(verifier.Verify(message, signature.AsSpan(0, length))));
        Nothing(() => signer.SignDigests(digests, signatures));
        Nothing(() => verifier.VerifyDigests(digests, signatures, verdicts));
        Nothing(() => sealedLength = Sm2Encryption.Encrypt(key.PublicKey, message, ciphertext));
        Nothing(() => key.Decrypt(ciphertext.AsSpan(0, sealedLength), opened));
        Nothing(() => Sm3.HashData(message, signature));
        Nothing(() =>
        {
            hash.Append(message);
            hash.GetHashAndReset(signature);
        });
        Nothing(() =>
        {
            hmac.Append(message);
            hmac.GetHashAndReset(signature);
        });
        Nothing(() => Sm3Kdf.Derive(message, ciphertext));
        Nothing(() => sm4.EncryptEcb(message, ciphertext));
        Nothing(() => sm4.EncryptCbc(message, block, ciphertext));
        Nothing(() => sm4.TransformCtr(message, block, ciphertext));
        Nothing(() => gcm.Encrypt(block.AsSpan(0, 12), message, message, tag));
    }

    // The runtime itself allocates now and then when it replaces a method by a faster one; an operation that allocates does so in every round.
    private static void Nothing(Action operation)
    {
        for (var i = 0; i < 3; i++)
            operation();
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => AllocatedByTen(operation)));
    }

    private static long AllocatedByTen(Action operation)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
            operation();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
