using System.Runtime.Intrinsics.X86;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>What the JIT makes of the methods that touch secrets: no branch and no indexed load but those that were looked at.</summary>
[Trait("set", "long")]
public sealed class DisassemblyTests
{
    // Method; conditional jumps; indexed loads; what they depend on.
    private static readonly (string Method, int Branches, int IndexedLoads, string Reviewed)[] Listed =
    [
        ("Fast.FieldP:Multiply", 0, 0, ""),
        ("Fast.FieldP:Square", 0, 0, ""),
        ("Fast.FieldP:Add", 0, 0, ""),
        ("Fast.FieldP:Subtract", 0, 0, ""),
        ("Fast.FieldP:Shifted", 3, 0, "the count of squarings"),
        ("Fast.FieldN:Montgomery", 0, 0, ""),
        ("Fast.GeneratorTable:SecretByVectors", 2, 0, "the count of entries"),
        ("Fast.GeneratorMultiple:Add", 0, 0, ""),
        ("Fast.CompletePoint:Add", 0, 0, ""),
        ("Fast.CompletePoint:Double", 0, 0, ""),
        ("Curve.Scalar:Add", 0, 0, ""),
        ("Curve.Scalar:Subtract", 0, 0, ""),
        ("Curve.Scalar:Reduce", 0, 0, ""),
    ];

    [Fact]
    public void No_branch_and_no_indexed_load_depends_on_a_secret()
    {
        Assert.SkipUnless(X86Base.X64.IsSupported, "the listing is read as x64");
        var found = Disassembly.Of(Listed.Select(m => "*" + m.Method.Split('.')[1]), "*Sm2SignatureVectorTests");
        foreach (var (method, branches, indexedLoads, reviewed) in Listed)
        {
            Assert.True(found.TryGetValue(method, out var counted), $"{method} was not compiled: {string.Join(", ", found.Keys)}");
            Assert.True(counted.Branches <= branches && counted.IndexedLoads <= indexedLoads, $"{method}: {counted}, reviewed: {branches}, {indexedLoads} ({reviewed})");
        }
    }

    [Fact]
    public void A_branch_on_a_secret_and_a_load_at_its_address_would_be_seen()
    {
        Assert.SkipUnless(X86Base.X64.IsSupported, "the listing is read as x64");
        var found = Disassembly.Of(["*PlantedLeak:*"], "*PlantedLeakTests");
        Assert.True(found["Tests.PlantedLeak:Branch"].Branches > 0);
        Assert.True(found["Tests.PlantedLeak:Load"].IndexedLoads > 0);
    }
}
