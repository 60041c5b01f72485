using BenchmarkDotNet.Attributes;
using ScCa.Signing;

namespace ScCa.Benchmarks.Signing;

/// <summary>SM2 one by one and many at once, and what a key costs to ready.</summary>
[MemoryDiagnoser]
public class SigningBenchmarks : IDisposable
{
    private const int Together = 64;

    private readonly byte[] digests = new byte[Together * 32];
    private readonly byte[] signatures = new byte[Together * Sm2SigningKey.RawSignatureSize];
    private readonly bool[] verdicts = new bool[Together];
    private readonly byte[] signature = new byte[Sm2SigningKey.DerSignatureSizeMax];
    private readonly byte[] ciphertext = new byte[Sm2Encryption.CiphertextSizeMax(32)];
    private readonly byte[] plaintext = new byte[Sm2Encryption.CiphertextSizeMax(32)];
    private readonly Sm2PrivateKey key = Sm2PrivateKey.Generate();
    private Sm2SigningKey? signer;
    private Sm2VerifyKey? verifier;
    private int length;
    private int sealedLength;

    [GlobalSetup]
    public void Prepare()
    {
        signer = new(key);
        verifier = new(key.PublicKey);
        signer.SignDigests(digests, signatures);
        Sign();
        Encrypt();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        signer?.Dispose();
        key.Dispose();
    }

    [Benchmark]
    public void Sign() => length = signer!.SignDigest(digests.AsSpan(0, 32), signature);

    [Benchmark]
    public bool Verify() => verifier!.VerifyDigest(digests.AsSpan(0, 32), signature.AsSpan(0, length));

    [Benchmark(OperationsPerInvoke = Together)]
    public void SignBatch() => signer!.SignDigests(digests, signatures);

    [Benchmark(OperationsPerInvoke = Together)]
    public bool VerifyBatch() => verifier!.VerifyDigests(digests, signatures, verdicts);

    [Benchmark]
    public Sm2VerifyKey ReadyAVerifyKey() => new(key.PublicKey);

    [Benchmark]
    public void Encrypt() => sealedLength = Sm2Encryption.Encrypt(key.PublicKey, plaintext.AsSpan(0, 32), ciphertext);

    [Benchmark]
    public int Decrypt() => key.Decrypt(ciphertext.AsSpan(0, sealedLength), plaintext);
}
