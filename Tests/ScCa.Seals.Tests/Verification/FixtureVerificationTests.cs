using System.Text;
using ScCa.Pki.Certificates;
using ScCa.Seals.Documents;
using ScCa.Seals.Structures;
using ScCa.Seals.Verification;
using Xunit;

namespace ScCa.Seals.Tests.Verification;

/// <summary>Seals, signatures and documents that other implementations made and checked.</summary>
public sealed class FixtureVerificationTests
{
    private static readonly byte[] Document = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><demo/>");

    // Their timestamps were made for a time one day before the one that the signer says.
    private static readonly SealTrust Trust = new(
        new TableJudge(Certificate("root.crt")) { Intermediates = [Certificate("sub.crt")] }, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
        Policy = new SealPolicy { ClockSkewMax = TimeSpan.FromDays(1) },
    };

    [Theory]
    [InlineData("seal_v1.esl")]
    [InlineData("seal_v4.esl")]
    [InlineData("seal_v4_digest.esl")]
    [InlineData("seal_v5_ts.esl")]
    public void Seals_verify(string file) => Assert.Empty(SealVerifier.VerifySeal(Fixtures.File(file), Trust).Failures);

    [Theory]
    [InlineData("sig_v1.dat", false)]
    [InlineData("sig_v4.dat", false)]
    [InlineData("sig_v4_ts.dat", true)]
    [InlineData("sig_v5_ts.dat", true)]
    public void Signatures_verify(string file, bool isTimeTrusted)
    {
        var verdict = SealVerifier.VerifySignature(Fixtures.File(file), ProtectedContent.Of(Document), Trust);
        Assert.Empty(verdict.Failures);
        Assert.Equal(isTimeTrusted, verdict.IsTimeTrusted);
        Assert.Equal(StepOutcome.Passed, verdict[SealStep.DocumentDigest].Outcome);
    }

    [Theory]
    [InlineData("sig_v4_ts.dat")]
    [InlineData("sig_v5_ts.dat")]
    public void Where_clocks_may_not_differ_by_a_day_a_time_after_its_timestamp_fails(string file) =>
        Fails(SealStep.TimestampTime, SealVerifier.VerifySignature(Fixtures.File(file), ProtectedContent.Of(Document), Trust with { Policy = SealPolicy.Usual }));

    [Theory]
    [InlineData("fix_v4.ofd", true)]
    [InlineData("fix_sign35275.ofd", false)]
    public void Documents_verify(string file, bool isSeal)
    {
        var verdict = SealedOfd.Verify(Fixtures.File(file), Trust);
        var signature = Assert.Single(verdict.Signatures);
        Assert.Empty(signature.Verdict.Failures);
        Assert.True(verdict.IsValid);
        Assert.Equal(isSeal, signature.IsSeal);
    }

    [Theory]
    [InlineData("sig_v1.dat")]
    [InlineData("sig_v4.dat")]
    [InlineData("sig_v4_ts.dat")]
    [InlineData("sig_v5_ts.dat")]
    public void Another_document_fails_at_the_digest(string file) =>
        Fails(SealStep.DocumentDigest, SealVerifier.VerifySignature(Fixtures.File(file), ProtectedContent.Of(Document.Append((byte)'\n').ToArray()), Trust));

    [Theory]
    [InlineData("sig_v1.dat")]
    [InlineData("sig_v4.dat")]
    [InlineData("sig_v5_ts.dat")]
    public void A_changed_signature_value_fails_there(string file)
    {
        var encoded = Fixtures.File(file);
        var at = encoded.AsSpan().IndexOf(SealSignature.Read(encoded).SignatureValue.Span);
        encoded[at + SealSignature.Read(encoded).SignatureValue.Length - 1] ^= 1;
        var steps = SealVerifier.VerifySignature(encoded, ProtectedContent.Of(Document), Trust).Failures.Select(f => f.Step);
        // The value is what the timestamp is about, where there is one.
        Assert.Equal(file == "sig_v5_ts.dat" ? [SealStep.SignatureValue, SealStep.TimestampImprint] : [SealStep.SignatureValue], steps);
    }

    [Theory]
    [InlineData("sig_v1.dat")]
    [InlineData("sig_v4.dat")]
    [InlineData("sig_v4_ts.dat")]
    [InlineData("sig_v5_ts.dat")]
    public void A_changed_propertyInfo_fails_at_the_signature_value(string file) =>
        Fails(SealStep.SignatureValue, SealVerifier.VerifySignature(Replaced(Fixtures.File(file), "/Doc_0/Signs/Sign_0/"u8, "/Doc_0/Signs/Sign_1/"u8), ProtectedContent.Of(Document), Trust));

    [Theory]
    [InlineData("seal_v1.esl")]
    [InlineData("seal_v4.esl")]
    [InlineData("seal_v4_digest.esl")]
    [InlineData("seal_v5_ts.esl")]
    public void A_seal_with_another_name_fails_at_its_makers_signature(string file) =>
        Fails(SealStep.SealSignatureValue, SealVerifier.VerifySeal(Replaced(Fixtures.File(file), "11010800000001"u8, "11010800000002"u8), Trust));

    [Theory]
    [InlineData("sig_v1.dat")]
    [InlineData("sig_v4.dat")]
    [InlineData("sig_v4_ts.dat")]
    [InlineData("sig_v5_ts.dat")]
    [InlineData("seal_v1.esl")]
    [InlineData("seal_v4.esl")]
    [InlineData("seal_v4_digest.esl")]
    [InlineData("seal_v5_ts.esl")]
    public void What_is_cut_off_fails_at_the_format(string file)
    {
        var cut = Fixtures.File(file)[..^1];
        Fails(SealStep.SignatureFormat, SealVerifier.VerifySignature(cut, null, Trust));
        Fails(SealStep.SealFormat, SealVerifier.VerifySeal(cut, Trust));
    }

    [Fact]
    public void A_certificate_that_has_expired_since_does_not_spoil_what_it_signed_unless_the_policy_says_so()
    {
        var late = Trust with { Now = new DateTimeOffset(2033, 6, 1, 0, 0, 0, TimeSpan.Zero) };
        var verdict = SealVerifier.VerifySignature(Fixtures.File("sig_v4.dat"), ProtectedContent.Of(Document), late);
        Assert.Empty(verdict.Failures);
        Assert.Equal(SealFinding.ExpiredSince, verdict[SealStep.SignerValidity].Finding);

        var strict = late with { Policy = late.Policy with { ExpiredSinceNeedsTimestamp = true } };
        Fails(SealStep.SignerValidity, SealVerifier.VerifySignature(Fixtures.File("sig_v4.dat"), ProtectedContent.Of(Document), strict));
        Assert.Empty(SealVerifier.VerifySignature(Fixtures.File("sig_v4_ts.dat"), ProtectedContent.Of(Document), strict).Failures);
    }

    [Fact]
    public void A_timestamp_of_something_else_fails_at_its_imprint()
    {
        var read = SealSignature.Read(Fixtures.File("sig_v4_ts.dat"));
        var other = SealEncoding.Signature(read.ToBeSigned.Span, read.SignerCertificate, read.SignatureAlgorithm, read.SignatureValue, Fixtures.File("tst_rfc.der"));
        var steps = SealVerifier.VerifySignature(other, ProtectedContent.Of(Document), Trust).Failures.Select(f => f.Step).ToArray();
        Assert.Contains(SealStep.TimestampImprint, steps);
        Assert.Empty(steps.Except([SealStep.TimestampImprint, SealStep.TimestampTime]));
    }

    [Fact]
    public void A_page_written_differently_fails_at_the_integrity_alone() =>
        Fails(SealStep.DocumentIntegrity, OfdWith("Doc_0/Pages/Page_0/Content.xml", t => t.Replace("<ofd:Content/>", "<ofd:Content></ofd:Content>", StringComparison.Ordinal)));

    [Fact]
    public void A_stamp_that_was_moved_fails_at_the_digest_alone() =>
        Fails(SealStep.DocumentDigest, OfdWith("Doc_0/Signs/Sign_0/Signature.xml", t => t.Replace("85", "86", StringComparison.Ordinal)));

    [Fact]
    public void Another_seal_file_fails_as_file_and_as_seal()
    {
        var files = Some.Unzip(Fixtures.SealedOfd);
        var at = files.FindIndex(f => f.Name.EndsWith("Seal.esl", StringComparison.Ordinal));
        files[at] = (files[at].Name, Fixtures.File("seal_v4_digest.esl"));
        var verdict = Assert.Single(SealedOfd.Verify(Some.Zip(files), Trust).Signatures).Verdict;
        Assert.Equal([SealStep.DocumentIntegrity, SealStep.SealFile], verdict.Failures.Select(f => f.Step));
    }

    [Fact]
    public void A_changed_page_under_a_plain_signature_fails_at_the_integrity_alone()
    {
        var changed = Some.With(Fixtures.SignedOfd, "Doc_0/Pages/Page_0/Content.xml", t => t + "\n");
        Fails(SealStep.DocumentIntegrity, Assert.Single(SealedOfd.Verify(changed, Trust).Signatures).Verdict);
    }

    [Fact]
    public void A_changed_description_under_a_plain_signature_fails_at_the_digest_alone()
    {
        var changed = Some.With(Fixtures.SignedOfd, "Doc_0/Signs/Sign_0/Signature.xml", t => t + "\n");
        Fails(SealStep.DocumentDigest, Assert.Single(SealedOfd.Verify(changed, Trust).Signatures).Verdict);
    }

    [Fact]
    public void Nobody_is_believed_under_another_root() =>
        Assert.Equal(
            [SealStep.SignerChain, SealStep.MakerChain],
            SealVerifier.VerifySignature(Fixtures.File("sig_v4.dat"), ProtectedContent.Of(Document), Trust with { Judge = new TableJudge(SealPki.Root.Certificate) }).Failures.Select(f => f.Step));

    private static SealVerdict OfdWith(string file, Func<string, string> change)
    {
        var changed = Some.With(Fixtures.SealedOfd, file, change);
        Assert.NotEqual(Some.Unzip(Fixtures.SealedOfd).Single(f => f.Name == file).Content, Some.Unzip(changed).Single(f => f.Name == file).Content);
        return Assert.Single(SealedOfd.Verify(changed, Trust).Signatures).Verdict;
    }

    private static void Fails(SealStep step, SealVerdict verdict) => Assert.Equal([step], verdict.Failures.Select(f => f.Step));

    private static byte[] Replaced(byte[] bytes, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        to.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(from)));
        return bytes;
    }

    private static PkiCertificate Certificate(string file) => PkiCertificate.From(Fixtures.File(file));
}
