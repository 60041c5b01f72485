using ScCa.Seals.Ofd;
using ScCa.Signing;
using Xunit;

namespace ScCa.Seals.Tests;

public sealed class OfdSigningTests
{
    [Fact]
    [Trait("rule", "S7")]
    public void A_sealed_package_protects_everything_it_holds()
    {
        var pending = OfdSigning.Begin(OfdPackage.Read(Some.Ofd()), Some.OfdRequest);
        Assert.Equal("/Doc_0/Signs/Sign_0/Signature.xml", pending.PropertyInfo);
        Assert.Equal(Sm3.HashData(pending.SignatureXml.Span), pending.DigestOfSignatureXml.ToArray());

        var package = OfdPackage.Read(pending.Complete(Some.SignedValue));
        var signature = Assert.Single(package.Signatures);
        Assert.Equal(("s001", OfdSignatureKind.Seal), (signature.Id, signature.Kind));
        Assert.Equal(pending.DigestOfSignatureXml.ToArray(), signature.DigestOfSignatureXml());
        Assert.Equal(Some.Seal, signature.Seal!.Value.ToArray());
        Assert.Equal(Some.SignedValue, signature.SignedValue!.Value.ToArray());
        Assert.Equal(new OfdStamp("s001-1", "1", 120, 180, 40, 40), Assert.Single(signature.Stamps));
        Assert.Equal("20260102030405Z", signature.SignatureDateTime);
        var report = package.CheckReferences(signature);
        Assert.True(report.CoversEverything);
        Assert.Contains(report.References, r => r.Path == "OFD.xml");
        Assert.Contains(report.References, r => r.Path == "Doc_0/Signs/Sign_0/Seal.esl");
        Assert.DoesNotContain(report.References, r => r.Path is "Doc_0/Signs/Sign_0/Signature.xml" or "Doc_0/Signs/Sign_0/SignedValue.dat" or "Doc_0/Signs/Signatures.xml");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_second_signature_leaves_the_first_one_as_it_was(bool others)
    {
        var first = others ? Fixtures.SealedOfd : Some.Sealed(Some.Ofd());
        var before = OfdPackage.Read(first);
        var both = Some.Sealed(first);
        var package = OfdPackage.Read(both);
        Assert.Equal(2, package.Signatures.Length);
        Assert.Equal(["s001", "s002"], package.Signatures.Select(s => s.Id));
        Assert.All(package.Signatures, s => Assert.True(package.CheckReferences(s).CoversEverything));
        foreach (var file in before.Files.Where(f => f != "Doc_0/Signs/Signatures.xml"))
            Assert.Equal(before.Find(file)!.Value.ToArray(), package.Find(file)!.Value.ToArray());

        // Not only the content: the packed record itself is the same, wherever it moved.
        foreach (var entry in before.Entries.Where(e => e.Name != "Doc_0/Signs/Signatures.xml"))
            Assert.True(both.AsSpan().IndexOf(entry.LocalRecord.Span) >= 0, entry.Name);
    }

    [Fact]
    public void The_second_signature_protects_the_first_ones_files()
    {
        var package = OfdPackage.Read(Some.Sealed(Some.Sealed(Some.Ofd())));
        var second = package.Signatures[1].References.Select(r => r.Path).ToArray();
        Assert.Contains("Doc_0/Signs/Sign_0/Signature.xml", second);
        Assert.Contains("Doc_0/Signs/Sign_0/SignedValue.dat", second);
        Assert.Contains("Doc_0/Signs/Sign_1/Seal.esl", second);
    }

    [Fact]
    public void Five_signatures_one_after_the_other_all_hold()
    {
        var bytes = Some.Ofd();
        for (var i = 0; i < 5; i++)
            bytes = Some.Sealed(bytes);
        var package = OfdPackage.Read(bytes);
        Assert.Equal(5, package.Signatures.Length);
        Assert.All(package.Signatures, s => Assert.True(package.CheckReferences(s).CoversEverything));
    }

    [Fact]
    public void A_last_signature_closes_the_document()
    {
        var closed = OfdSigning.Begin(OfdPackage.Read(Some.Ofd()), Some.OfdRequest with { IsLast = true }).Complete(Some.SignedValue);
        var package = OfdPackage.Read(closed);
        Assert.True(package.CheckReferences(package.Signatures[0]).CoversEverything);
        Some.Refuses(SealRefusal.DocumentClosed, () => OfdSigning.Begin(package, Some.OfdRequest));
    }

    [Fact]
    public void A_plain_signature_packs_no_seal()
    {
        var request = new OfdSigningRequest(OfdSignatureKind.Sign, Some.Time, Some.Provider);
        var package = OfdPackage.Read(OfdSigning.Begin(OfdPackage.Read(Some.Ofd()), request).Complete([1, 2, 3]));
        Assert.Equal(OfdSignatureKind.Sign, package.Signatures[0].Kind);
        Assert.DoesNotContain(package.Files, f => f.EndsWith(".esl", StringComparison.Ordinal));
        Assert.True(package.CheckReferences(package.Signatures[0]).CoversEverything);
    }

    [Fact]
    public void Ids_and_folders_that_are_taken_are_passed_over()
    {
        var taken = Some.With(Fixtures.SealedOfd, "Doc_0/Signs/SIGN_1/x.xml", _ => "<x/>");
        taken = Some.With(taken, "Doc_0/Signs/Signatures.xml", x => x.Replace("<ofd:MaxSignId>1<", "<ofd:MaxSignId>7<"));
        var pending = OfdSigning.Begin(OfdPackage.Read(taken), Some.OfdRequest);
        Assert.Equal("s008", pending.SignatureId);
        Assert.Equal("/Doc_0/Signs/Sign_2/Signature.xml", pending.PropertyInfo);
    }

    [Theory]
    [InlineData(1, 0, 0, 10, 10)]
    [InlineData(-1, 0, 0, 10, 10)]
    [InlineData(0, double.NaN, 0, 10, 10)]
    [InlineData(0, 0, 0, 0, 10)]
    [InlineData(0, 0, -1, 10, 10)]
    [InlineData(0, 0, 0, 1e9, 10)]
    public void A_stamp_on_no_page_is_refused(int page, double left, double top, double width, double height) => Some.Refuses(
        SealRefusal.PlacementImpossible,
        () => OfdSigning.Begin(OfdPackage.Read(Some.Ofd()), Some.OfdRequest with { Stamps = [new StampPlacement(page, left, top, width, height)] }));

    [Fact]
    public void The_same_signature_gives_the_same_bytes() => Assert.Equal(Some.Sealed(Some.Ofd()), Some.Sealed(Some.Ofd()));

    [Fact]
    public void Another_program_reads_the_package() =>
        Assert.Equal(OfdPackage.Read(Some.Sealed(Some.Ofd())).Files, Some.Unzip(Some.Sealed(Some.Ofd())).Select(f => f.Name));

    [Fact]
    public void What_the_caller_does_with_its_buffer_later_changes_nothing()
    {
        var buffer = Some.Ofd();
        var package = OfdPackage.Read(buffer);
        var pending = OfdSigning.Begin(package, Some.OfdRequest);
        buffer.AsSpan().Clear();
        var read = OfdPackage.Read(pending.Complete(Some.SignedValue));
        Assert.True(read.CheckReferences(read.Signatures[0]).CoversEverything);
    }
}
