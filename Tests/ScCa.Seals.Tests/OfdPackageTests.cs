using ScCa.Seals.Ofd;
using ScCa.Signing;
using Xunit;

namespace ScCa.Seals.Tests;

/// <summary>Packages that others made and signed.</summary>
public sealed class OfdPackageTests
{
    private const string SignatureXml = "Doc_0/Signs/Sign_0/Signature.xml";
    private const string Page = "Doc_0/Pages/Page_0/Content.xml";
    private const string SealFile = "Doc_0/Signs/Sign_0/Seal.esl";

    [Fact]
    public void A_sealed_package_says_what_its_signature_is()
    {
        var package = OfdPackage.Read(Fixtures.SealedOfd);
        var signature = Assert.Single(package.Signatures);
        Assert.Equal(("s001", OfdSignatureKind.Seal, SignatureXml), (signature.Id, signature.Kind, signature.Path));
        Assert.Equal("/" + SignatureXml, signature.PropertyInfo);
        Assert.Equal(new OfdProvider("gm-digest", "1.0", "gm-digest"), signature.Provider);
        Assert.Equal("1.2.156.10197.1.501", signature.SignatureMethod);
        Assert.Equal("20250102000000Z", signature.SignatureDateTime);
        Assert.Equal(new OfdStamp("1", "1", 85, 128, 40, 40), Assert.Single(signature.Stamps));
        Assert.Equal(Fixtures.File("seal_v4.esl"), signature.Seal!.Value.ToArray());
        Assert.Equal(2093, signature.SignedValue!.Value.Length);
        Assert.Equal(new OfdPage("1", Page), Assert.Single(package.Documents[0].Pages));
    }

    [Fact]
    public void The_signed_digest_is_that_of_Signature_xml()
    {
        var signature = OfdPackage.Read(Fixtures.SealedOfd).Signatures[0];

        // dataHash in the fixture's signed value is a BIT STRING: 03 21 00 and the digest.
        Assert.True(signature.SignedValue!.Value.Span.IndexOf((byte[])[0x03, 0x21, 0x00, .. signature.DigestOfSignatureXml()]) > 0);
    }

    [Fact]
    public void A_plainly_signed_package_has_no_seal()
    {
        var package = OfdPackage.Read(Fixtures.SignedOfd);
        var signature = Assert.Single(package.Signatures);
        Assert.Equal(OfdSignatureKind.Sign, signature.Kind);
        Assert.Null(signature.Seal);
        Assert.Empty(signature.Stamps);
        Assert.True(package.CheckReferences(signature).CoversEverything);
    }

    [Theory]
    [InlineData("fix_v4.ofd", 4)]
    [InlineData("fix_sign35275.ofd", 3)]
    public void References_of_untouched_packages_hold(string file, int references)
    {
        var package = OfdPackage.Read(Fixtures.File(file));
        var report = package.CheckReferences(package.Signatures[0]);
        Assert.Equal(references, report.References.Length);
        Assert.All(report.References, r => Assert.Equal(OfdReferenceState.Unchanged, r.State));
        Assert.True(report.CoversEverything);
        Assert.Equal(["Doc_0/Signs/Signatures.xml", SignatureXml, "Doc_0/Signs/Sign_0/SignedValue.dat"], report.SignatureFiles);
    }

    [Fact]
    public void The_same_content_written_differently_is_a_change_of_the_page()
    {
        var report = Check(Some.With(Fixtures.SealedOfd, Page, x => x.Replace("<ofd:Content/>", "<ofd:Content></ofd:Content>")));
        Assert.Equal(new OfdReferenceFinding(Page, OfdReferenceState.Changed), Assert.Single(report.References, r => r.State != OfdReferenceState.Unchanged));
    }

    [Fact]
    public void A_moved_stamp_changes_the_signed_digest_and_no_file()
    {
        var moved = OfdPackage.Read(Some.With(Fixtures.SealedOfd, SignatureXml, x => x.Replace("85 128", "86 128")));
        Assert.True(moved.CheckReferences(moved.Signatures[0]).IsIntact);
        Assert.NotEqual(OfdPackage.Read(Fixtures.SealedOfd).Signatures[0].DigestOfSignatureXml(), moved.Signatures[0].DigestOfSignatureXml());
    }

    [Fact]
    public void Another_seal_in_its_place_is_a_change_of_the_seal()
    {
        var files = Some.Unzip(Fixtures.SealedOfd);
        files[files.FindIndex(f => f.Name == SealFile)] = (SealFile, Fixtures.File("seal_v4_digest.esl"));
        var report = Check(Some.Zip(files));
        Assert.Equal(new OfdReferenceFinding(SealFile, OfdReferenceState.Changed), Assert.Single(report.References, r => r.State != OfdReferenceState.Unchanged));
    }

    [Fact]
    public void A_protected_file_that_is_gone_is_missing()
    {
        var package = OfdPackage.Read(Some.Without(Fixtures.SealedOfd, SealFile));
        Assert.Null(package.Signatures[0].Seal);
        Assert.Contains(new OfdReferenceFinding(SealFile, OfdReferenceState.Missing), package.CheckReferences(package.Signatures[0]).References);
    }

    [Fact]
    public void A_signature_without_its_value_is_told()
    {
        var package = OfdPackage.Read(Some.Without(Fixtures.SealedOfd, "Doc_0/Signs/Sign_0/SignedValue.dat"));
        Assert.Null(package.Signatures[0].SignedValue);
    }

    [Fact]
    public void A_file_that_nobody_signed_is_told()
    {
        var report = Check(Some.With(Fixtures.SealedOfd, "Doc_0/Annots/Page_0.xml", _ => "<x/>"));
        Assert.True(report.IsIntact);
        Assert.False(report.CoversEverything);
        Assert.Equal(["Doc_0/Annots/Page_0.xml"], report.UnprotectedFiles);
    }

    [Fact]
    public void A_list_of_signatures_cannot_claim_a_page()
    {
        var forged = Some.With(Fixtures.SealedOfd, "Doc_0/Signs/Signatures.xml", x => x.Replace(
            "</ofd:Signatures>", "<ofd:Signature ID=\"s002\" BaseLoc=\"/Doc_0/Pages/Page_1/Signature.xml\"/></ofd:Signatures>"));
        forged = Some.With(forged, "Doc_0/Pages/Page_1/Signature.xml", _ => Signature("<ofd:SignedValue>/Doc_0/Pages/Page_2/Content.xml</ofd:SignedValue>"));
        forged = Some.With(forged, "Doc_0/Pages/Page_2/Content.xml", _ => "<x/>");
        var package = OfdPackage.Read(forged);
        Assert.Equal(["Doc_0/Pages/Page_2/Content.xml"], package.CheckReferences(package.Signatures[0]).UnprotectedFiles);
    }

    [Fact]
    public void A_digest_that_is_not_SM3_is_not_trusted()
    {
        var report = Check(Some.With(Fixtures.SealedOfd, SignatureXml, x => x.Replace("CheckMethod=\"1.2.156.10197.1.401\"", "CheckMethod=\"MD5\"")));
        Assert.All(report.References, r => Assert.Equal(OfdReferenceState.DigestUnknown, r.State));
        Assert.False(report.IsIntact);
    }

    [Fact]
    public void A_signature_over_nothing_is_not_intact()
    {
        var report = Check(Some.With(Fixtures.SealedOfd, SignatureXml, _ => Signature("<ofd:SignedValue>SignedValue.dat</ofd:SignedValue>")));
        Assert.False(report.IsIntact);
        Assert.Equal(["OFD.xml", "Doc_0/Document.xml", Page, SealFile], report.UnprotectedFiles);
    }

    [Theory]
    [InlineData("/Doc_0/Signs/Sign_0/Signature.xml")]
    [InlineData("Sign_0/Signature.xml")]
    [InlineData("./Sign_0/../Sign_0/Signature.xml")]
    [InlineData("../../Doc_0/Signs/Sign_0/Signature.xml")]
    public void Locations_are_read_from_the_root_or_from_the_file_that_names_them(string location)
    {
        var package = OfdPackage.Read(Some.With(Fixtures.SealedOfd, "Doc_0/Signs/Signatures.xml", x => x.Replace("/Doc_0/Signs/Sign_0/Signature.xml", location)));
        Assert.Equal(SignatureXml, package.Signatures[0].Path);
    }

    [Fact]
    public void A_byte_order_mark_and_the_number_style_of_real_files_are_read()
    {
        var package = OfdPackage.Read(Some.With(Fixtures.SealedOfd, "Doc_0/Signs/Signatures.xml", x => "\uFEFF" + x.Replace("\"s001\"", "\"1\"")));
        Assert.Equal("1", package.Signatures[0].Id);
        var next = OfdSigning.Begin(package, Some.OfdRequest);
        Assert.Equal("s002", next.SignatureId);
    }

    [Fact]
    public void The_earlier_namespace_is_read()
    {
        var package = Fixtures.SealedOfd;
        foreach (var (name, _) in Some.Unzip(package).Where(f => f.Name.EndsWith(".xml", StringComparison.Ordinal)))
            package = Some.With(package, name, x => x.Replace("http://www.ofdspec.org/2016", "http://www.ofdspec.org"));
        Assert.Single(OfdPackage.Read(package).Signatures);
    }

    [Fact]
    public void Every_flipped_byte_of_a_protected_file_is_found()
    {
        var files = Some.Unzip(Some.Sealed(Some.Ofd()));
        var signature = OfdPackage.Read(Some.Zip(files)).Signatures[0];
        foreach (var reference in signature.References)
        {
            var content = files.Find(f => f.Name == reference.Path).Content;
            for (var i = 0; i < content.Length; i++)
            {
                content[i] ^= 1;
                Assert.False(Sm3.HashData(content).AsSpan().SequenceEqual(reference.CheckValue.Span));
                content[i] ^= 1;
            }
        }
    }

    // Through the whole reading, for every byte of the page and of Signature.xml.
    [Theory]
    [InlineData("Doc_0/Pages/Page_0/Content.xml")]
    [InlineData("Doc_0/Signs/Sign_0/Signature.xml")]
    [InlineData("OFD.xml")]
    public void Every_flipped_byte_changes_the_verdict(string name)
    {
        var files = Some.Unzip(Some.Sealed(Some.Ofd()));
        var at = files.FindIndex(f => f.Name == name);
        var digest = OfdPackage.Read(Some.Zip(files)).Signatures[0].DigestOfSignatureXml();
        for (var i = 0; i < files[at].Content.Length; i++)
        {
            files[at].Content[i] ^= 4;
            Assert.True(IsNoticed(Some.Zip(files), digest), $"byte {i}");
            files[at].Content[i] ^= 4;
        }
    }

    private static bool IsNoticed(byte[] bytes, byte[] digest)
    {
        try
        {
            var package = OfdPackage.Read(bytes);
            return package.Signatures is not [var signature] || !package.CheckReferences(signature).IsIntact || !signature.DigestOfSignatureXml().AsSpan().SequenceEqual(digest);
        }
        catch (SealRefusedException)
        {
            return true;
        }
    }

    private static string Signature(string end) =>
        $"<ofd:Signature xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:SignedInfo><ofd:References CheckMethod=\"SM3\"/></ofd:SignedInfo>{end}</ofd:Signature>";

    private static OfdReferenceReport Check(byte[] bytes)
    {
        var package = OfdPackage.Read(bytes);
        return package.CheckReferences(package.Signatures[0]);
    }
}
