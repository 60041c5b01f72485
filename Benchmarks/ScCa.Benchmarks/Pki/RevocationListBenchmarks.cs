using BenchmarkDotNet.Attributes;
using ScCa.Pki.Algorithms;
using ScCa.Pki.RevocationLists;

namespace ScCa.Benchmarks.Pki;

/// <summary>A long list: written and signed, read, and searched. Its entries are in no order, so that the first question works one out.</summary>
[MemoryDiagnoser]
public class RevocationListBenchmarks
{
    private ListWorkload? workload;
    private ReadOnlyMemory<byte> bytes;
    private RevocationList? list;
    private int next;

    [Params(10_000, 1_000_000)]
    public int Entries { get; set; }

    [Params(PublicKeyKind.EcdsaP256, PublicKeyKind.Sm2)]
    public PublicKeyKind Kind { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        workload = new(Kind, Entries);
        using var writer = workload.Fill();
        bytes = workload.Sign(writer).ToArray();
        list = RevocationList.From(bytes);
        Find();
    }

    [Benchmark]
    public int WriteAndSign()
    {
        using var writer = workload!.Fill();
        return workload.Sign(writer).Length;
    }

    [Benchmark]
    public RevocationList Read() => RevocationList.From(bytes);

    [Benchmark]
    public RevokedEntry? ReadAndFindOne() => RevocationList.From(bytes).Find(workload!.Serial(0));

    [Benchmark]
    public RevokedEntry? Find() => list!.Find(workload!.Serial(next++ % Entries));

    [Benchmark]
    public bool Verify() => list!.IsSignedBy(workload!.Key);
}
