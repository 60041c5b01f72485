using System.Runtime.Intrinsics.X86;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>What the JIT makes of the methods that touch secrets: no branch and no indexed load but those that were looked at.</summary>
[Trait("set", "long")]
public sealed class DisassemblyTests
{
    // Method; conditional jumps; indexed loads; what these depend on, looked up in the listing.
    private static readonly (string Method, int Branches, int IndexedLoads, string Reviewed)[] Listed =
    [
        ("Fast.FieldP:Multiply", 0, 0, ""),
        ("Fast.FieldP:Square", 0, 0, ""),
        ("Fast.FieldP:Add", 0, 0, ""),
        ("Fast.FieldP:Subtract", 0, 0, ""),
        ("Fast.FieldP:Shifted", 2, 0, "the count of squarings"),
        ("Fast.FieldN:Montgomery", 0, 0, ""),
        ("Fast.FieldN:Multiply", 0, 0, ""),
        ("Fast.FieldN:Invert", 2, 0, "the bits of n − 2"),
        ("Fast.GeneratorTable:SecretByVectors", 1, 2, "which entry: all are read"),
        ("Fast.GeneratorMultiple:Add", 0, 0, ""),
        ("Fast.GeneratorMultiple:Of", 4, 0, "which window; whether the table is there"),
        ("Fast.GeneratorMultiple:ToAffine", 1, 0, "the frame is cleared"),
        ("Fast.PointMultiple:Of", 9, 0, "which window, bit and entry"),
        ("Fast.CompletePoint:Add", 0, 0, ""),
        ("Fast.CompletePoint:Cross", 0, 0, ""),
        ("Fast.CompletePoint:Finish", 0, 0, ""),
        ("Fast.CompletePoint:Double", 1, 0, "the frame is cleared"),
        ("Curve.Scalar:Add", 0, 0, ""),
        ("Curve.Scalar:Subtract", 0, 0, ""),
        ("Curve.Scalar:Reduce", 0, 0, ""),
        ("Curve.SignatureEquation:TrySign", 0, 0, ""),
        ("Curve.EncryptionScheme:TryMask", 12, 2, "the length of the text"),
        ("Reference.ResidueRing:Multiply", 3, 2, "which word"),
        ("Reference.ResidueRing:AddProduct", 6, 4, "which word"),
        ("Reference.ResidueRing:LessModulusOnce", 1, 2, "which word"),
        ("Reference.Residue:Replace", 1, 1, "which word"),
        ("Fast.UnrolledSm3:First", 0, 0, ""),
        ("Fast.UnrolledSm3:Second", 0, 0, ""),
        ("Fast.UnrolledSm3:Third", 0, 0, ""),
        ("Fast.VectorSm4`1[ScCa.Signing.Fast.AesSm4Box]:ProcessEight", 2, 4, "which round"),
        ("Fast.VectorSm4`1[ScCa.Signing.Fast.AesSm4Box]:ProcessFour", 1, 4, "which round"),
        ("Fast.VectorSm4`1[ScCa.Signing.Fast.ShuffleSm4Box]:ProcessEight", 10, 12, "which round, and which row of the S-box: all are read"),
        ("Fast.VectorSm4`1[ScCa.Signing.Fast.ShuffleSm4Box]:ProcessFour", 5, 8, "which round, and which row of the S-box: all are read"),
        ("Reference.PlainSm4:Substitute", 1, 1, "which entry of the S-box: all are read"),
        ("Reference.PlainGhash:Multiply", 3, 0, "which bit"),
        ("Fast.ClmulGhash:Update", 6, 0, "the length of the message"),
    ];

    [Fact]
    public void No_branch_and_no_indexed_load_depends_on_a_secret()
    {
        Assert.SkipUnless(X86Base.X64.IsSupported, "the listing is read as x64");
        var found = Disassembly.Of(
            Listed.Select(m => "*:" + m.Method.Split(':')[1]).Distinct(),
            "*Sm2SignatureVectorTests", "*Sm2EncryptionTests", "*Sm3Tests", "*Sm4Tests", "*Sm4GcmTests");
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
