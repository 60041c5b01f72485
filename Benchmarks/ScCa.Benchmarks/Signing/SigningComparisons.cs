using System.Security.Cryptography;
using ScCa.Benchmarks.Compare;
using ScCa.Signing;

namespace ScCa.Benchmarks.Signing;

/// <summary>The signing core against the framework's P-256 and the system's libcrypto.</summary>
public static class SigningComparisons
{
    private const int Batch = 256;
    private const int Message = 16 * 1024;

    public static IReadOnlyList<ICompared> All { get; } =
    [
        new RateCompared("sm2-sign", "SM2 signatures of a digest, one by one; peer: the framework's P-256", MeasuredUnit.PerSecond("signatures"), 1, Sign, PeerSigns),
        new RateCompared("sm2-verify", "SM2 verifications under one key; peer: the framework's P-256", MeasuredUnit.PerSecond("verifications"), 1, Verify, PeerVerifies),
        new RateCompared(
            "sm2-sign-batch", $"SM2 signatures of {Batch} digests at once; peer: the framework's P-256, one by one",
            MeasuredUnit.PerSecond("signatures"), Batch, SignBatch, () => Repeated(PeerSigns())),
        new RateCompared(
            "sm2-verify-batch", $"SM2 verifications of {Batch} signatures at once; peer: the framework's P-256, one by one",
            MeasuredUnit.PerSecond("verifications"), Batch, VerifyBatch, () => Repeated(PeerVerifies())),
        new RateCompared("sm3", $"SM3 over {Message} bytes; peer: libcrypto", MeasuredUnit.PerSecond("MB"), Message / 1e6, Hash, PeerHashes),
        new RateCompared("sm4-ctr", $"SM4-CTR over {Message} bytes; peer: libcrypto", MeasuredUnit.PerSecond("MB"), Message / 1e6, Encrypt, PeerEncrypts),
    ];

    private static Action Sign()
    {
        var key = new Sm2SigningKey(Sm2PrivateKey.Generate());
        byte[] digest = new byte[32], signature = new byte[Sm2SigningKey.DerSignatureSizeMax];
        return () => key.SignDigest(digest, signature);
    }

    private static Action PeerSigns()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] digest = new byte[32], signature = new byte[Sm2SigningKey.DerSignatureSizeMax];
        return () => key.TrySignHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence, out _);
    }

    private static Action Verify()
    {
        var key = Sm2PrivateKey.Generate();
        var verifier = new Sm2VerifyKey(key.PublicKey);
        var digest = new byte[32];
        var signature = new byte[Sm2SigningKey.DerSignatureSizeMax];
        using var signer = new Sm2SigningKey(key);
        var length = signer.SignDigest(digest, signature);
        return () => Check(verifier.VerifyDigest(digest, signature.AsSpan(0, length)));
    }

    private static Action PeerVerifies()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var digest = new byte[32];
        var signature = key.SignHash(digest, DSASignatureFormat.Rfc3279DerSequence);
        return () => Check(key.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence));
    }

    private static Action SignBatch()
    {
        var key = new Sm2SigningKey(Sm2PrivateKey.Generate());
        byte[] digests = new byte[Batch * 32], signatures = new byte[Batch * Sm2SigningKey.RawSignatureSize];
        return () => key.SignDigests(digests, signatures);
    }

    private static Action VerifyBatch()
    {
        var key = Sm2PrivateKey.Generate();
        byte[] digests = new byte[Batch * 32], signatures = new byte[Batch * Sm2SigningKey.RawSignatureSize];
        using var signer = new Sm2SigningKey(key);
        signer.SignDigests(digests, signatures);
        var verifier = new Sm2VerifyKey(key.PublicKey);
        var verdicts = new bool[Batch];
        return () => Check(verifier.VerifyDigests(digests, signatures, verdicts));
    }

    private static Action Hash()
    {
        byte[] message = new byte[Message], hash = new byte[32];
        return () => Sm3.HashData(message, hash);
    }

    private static Action PeerHashes()
    {
        byte[] message = new byte[Message], hash = new byte[32];
        return () => LibCrypto.HashSm3(message, hash);
    }

    private static Action Encrypt()
    {
        var cipher = new Sm4(new byte[16]);
        byte[] message = new byte[Message], counter = new byte[16];
        return () => cipher.TransformCtr(message, counter, message);
    }

    private static Action PeerEncrypts()
    {
        var cipher = LibCrypto.Sm4Ctr(new byte[16], new byte[16]);
        var message = new byte[Message];
        return () => LibCrypto.Update(cipher, message);
    }

    private static Action Repeated(Action once) => () =>
    {
        for (var i = 0; i < Batch; i++)
            once();
    };

    private static void Check(bool isRight)
    {
        if (!isRight)
            throw new InvalidOperationException("A good signature did not verify.");
    }
}
