using BenchmarkDotNet.Attributes;
using ScCa.Signing;

namespace ScCa.Benchmarks.Signing;

/// <summary>SM3 and SM4 over short and long messages.</summary>
[MemoryDiagnoser]
public class HashAndCipherBenchmarks : IDisposable
{
    private readonly Sm4 cipher = new(new byte[16]);
    private readonly Sm4Gcm gcm = new(new byte[16]);
    private readonly byte[] counter = new byte[16];
    private readonly byte[] hash = new byte[32];
    private byte[] message = [];

    [Params(64, 1024, 1 << 20)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Prepare() => message = new byte[Length];

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        cipher.Dispose();
        gcm.Dispose();
    }

    [Benchmark]
    public void Sm3Hash() => Sm3.HashData(message, hash);

    [Benchmark]
    public void Sm4Ctr() => cipher.TransformCtr(message, counter, message);

    [Benchmark]
    public void Sm4GcmSeal() => gcm.Encrypt(counter.AsSpan(0, 12), message, message, counter);
}
