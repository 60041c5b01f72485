using ScCa.Pki.Messages;
using ScCa.Seals.Documents;
using ScCa.Seals.Ofd;
using ScCa.Seals.Pdf;
using ScCa.Seals.Sealing;
using ScCa.Seals.Structures;
using ScCa.Seals.Tests.Verification;
using ScCa.Seals.Verification;
using Xunit;

namespace ScCa.Seals.Tests.Documents;

public sealed class SealedDocumentTests
{
    private static readonly SealTrust Trust = new(new TableJudge(SealPki.Root.Certificate), SealPki.Now);

    [Theory]
    [InlineData(SealVersion.V4)]
    [InlineData(SealVersion.V5)]
    public void An_OFD_carries_several_seals_and_each_stays_valid(SealVersion version)
    {
        var once = SealOfd(Some.Ofd(), version, SealPki.Holder);
        var twice = SealOfd(once, version, SealPki.Other, isStamped: true);
        var verdict = SealedOfd.Verify(SealOfd(twice, SealVersion.V4, SealPki.Holder), Trust);
        Assert.True(verdict.IsValid, string.Join(", ", verdict.Signatures.SelectMany(s => s.Verdict.Failures)));
        Assert.Equal(["s001", "s002", "s003"], verdict.Signatures.Select(s => s.Name));
        Assert.Equal([false, true, false], verdict.Signatures.Select(s => s.Verdict.IsTimeTrusted));
        Assert.All(verdict.Signatures, s => Assert.Equal(StepOutcome.Passed, s.Verdict[SealStep.SealFile].Outcome));
    }

    [Theory]
    [InlineData(SealVersion.V4)]
    [InlineData(SealVersion.V5)]
    public void A_PDF_carries_several_seals_and_each_stays_valid(SealVersion version)
    {
        var once = SealPdf(Some.Pdf(), version, SealPki.Holder);
        var twice = SealPdf(once, version, SealPki.Other, isStamped: true);
        var verdict = SealedPdf.Verify(SealPdf(twice, SealVersion.V4, SealPki.Holder), Trust);
        Assert.True(verdict.IsValid, string.Join(", ", verdict.Signatures.SelectMany(s => s.Verdict.Failures)));
        Assert.Equal(3, verdict.Signatures.Length);
        Assert.Equal([false, true, false], verdict.Signatures.Select(s => s.Verdict.IsTimeTrusted));
        Assert.All(verdict.Signatures, s => Assert.Equal(StepOutcome.Passed, s.Verdict[SealStep.DocumentCoverage].Outcome));
    }

    [Fact]
    public void A_seal_and_a_plain_signature_stand_beside_each_other_on_an_OFD()
    {
        var signed = SealedOfd.SignPlainly(OfdPackage.Read(Some.Ofd()), new MessageSigner(SealPki.Holder.Key, SealPki.Holder.Certificate) { SigningTime = SealPki.Used }, SealPki.Used, Some.Provider);
        var verdict = SealedOfd.Verify(SealOfd(signed, SealVersion.V4, SealPki.Other), Trust);
        Assert.True(verdict.IsValid, string.Join(", ", verdict.Signatures.SelectMany(s => s.Verdict.Failures)));
        Assert.Equal([false, true], verdict.Signatures.Select(s => s.IsSeal));
        Assert.Equal(SealPki.Used, verdict.Signatures[0].Verdict.SignedAt);
    }

    [Fact]
    public void A_plain_signature_of_a_stranger_or_of_other_content_fails_there()
    {
        var stranger = SealPki.Issue("陌生人", issuer: SealPki.StrangeRoot);
        var signed = SealedOfd.SignPlainly(OfdPackage.Read(Some.Ofd()), new MessageSigner(stranger.Key, stranger.Certificate), SealPki.Used, Some.Provider);
        Assert.Equal([SealStep.SignerChain], Failures(SealedOfd.Verify(signed, Trust)));
        var good = SealedOfd.SignPlainly(OfdPackage.Read(Some.Ofd()), new MessageSigner(SealPki.Holder.Key, SealPki.Holder.Certificate), SealPki.Used, Some.Provider);
        Assert.Equal([SealStep.DocumentDigest], Failures(SealedOfd.Verify(Some.With(good, "Doc_0/Signs/Sign_0/Signature.xml", t => t + " "), Trust)));
        var files = Some.Unzip(good);
        var at = files.FindIndex(f => f.Name.EndsWith("SignedValue.dat", StringComparison.Ordinal));
        files[at] = (files[at].Name, [0x30, 0x00]);
        Assert.Equal([SealStep.SignatureFormat], Failures(SealedOfd.Verify(Some.Zip(files), Trust)));
        Assert.Equal([SealStep.SignatureFormat], Failures(SealedOfd.Verify(Some.Without(good, files[at].Name), Trust)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_signed_message_in_a_PDF_verifies_and_fails_where_the_document_was_changed(bool isDetached)
    {
        var pending = PdfSigning.Begin(PdfDocument.Read(Some.Pdf()), new PdfSigningRequest(SealPki.Used) { SubFilter = "GM.sm2cms.detached" });
        var bytes = pending.Complete([]);
        var range = pending.ByteRange;
        byte[] signed = [.. bytes.AsSpan(range.FirstStart, range.FirstLength), .. bytes.AsSpan(range.SecondStart, range.SecondLength)];
        var signer = new MessageSigner(SealPki.Holder.Key, SealPki.Holder.Certificate) { SigningTime = SealPki.Used };
        var message = isDetached
            ? new SignedDataContent(MessageProfile.GmT0010, signed, [signer]) { IsDetached = true, Certificates = [SealPki.Holder.Certificate] }
            : SignedDataContent.OfDigest(MessageProfile.GmT0010, signed, signer);
        var document = pending.Complete(message.Sign());
        var verdict = SealedPdf.Verify(document, Trust);
        Assert.Empty(Failures(verdict));
        Assert.False(Assert.Single(verdict.Signatures).IsSeal);
        document[document.AsSpan().IndexOf("MediaBox"u8) + 10] ^= 1;
        var failures = Failures(SealedPdf.Verify(document, Trust));
        Assert.Contains(isDetached ? SealStep.SignatureValue : SealStep.DocumentDigest, failures);
    }

    [Fact]
    public void What_was_added_to_a_PDF_after_its_seal_fails_at_the_coverage_alone()
    {
        var document = SealPdf(PdfBytes.Usual, SealVersion.V4, SealPki.Holder);
        Assert.Empty(Failures(SealedPdf.Verify(document, Trust)));
        Assert.Equal([SealStep.DocumentCoverage], Failures(SealedPdf.Verify(PdfBytes.Update(document, 3, "<</Type/Page/Parent 2 0 R/Rotate 90>>"), Trust)));
    }

    [Fact]
    public void A_PDF_signature_that_is_no_seal_fails_at_its_format()
    {
        var document = PdfSigning.Begin(PdfDocument.Read(Some.Pdf()), new PdfSigningRequest(SealPki.Used)).Complete([1, 2, 3]);
        Assert.Equal([SealStep.SignatureFormat], Failures(SealedPdf.Verify(document, Trust)));
    }

    [Fact]
    public void What_is_no_document_is_refused_without_an_exception()
    {
        Assert.NotNull(SealedOfd.Verify(new byte[] { 1, 2, 3 }, Trust).Refused);
        Assert.NotNull(SealedPdf.Verify(new byte[] { 1, 2, 3 }, Trust).Refused);
        Assert.False(SealedOfd.Verify(Some.Ofd(), Trust).IsValid);
        Assert.False(SealedPdf.Verify(Some.Pdf(), Trust).IsValid);
    }

    [Fact]
    public void A_document_is_finished_with_its_own_signature_alone()
    {
        var one = Begin(Some.Ofd(), SealVersion.V4, SealPki.Holder);
        var another = Begin(Some.Ofd(), SealVersion.V4, SealPki.Other);
        var signature = another.Signature.Complete(SealPki.Other.Key.Sign(another.Signature.ToBeSigned.Span));
        Assert.Throws<ArgumentException>(() => one.Finish(signature));
    }

    [Fact]
    public void A_closed_document_takes_no_further_seal()
    {
        var sealing = new OfdSealing(new SealRecipe(SealVersion.V4).Seal(), SealPki.Holder.Certificate, SealPki.Used, Some.Provider) { IsLast = true };
        var pending = SealedOfd.Begin(OfdPackage.Read(Some.Ofd()), sealing, Trust);
        var closed = Finish(pending, SealPki.Holder, isStamped: false);
        Assert.True(SealedOfd.Verify(closed, Trust).IsValid);
        Some.Refuses(SealRefusal.DocumentClosed, () => Begin(closed, SealVersion.V4, SealPki.Holder));
    }

    [Fact]
    public void The_seal_shows_in_its_own_size() =>
        Assert.Equal(new StampPlacement(0, 100, 200, 40, 40), SealRecipe.Picture.PlacedAt(0, 100, 200));

    internal static byte[] SealOfd(byte[] document, SealVersion version, Party holder, bool isStamped = false) =>
        Finish(Begin(document, version, holder), holder, isStamped);

    internal static byte[] SealPdf(byte[] document, SealVersion version, Party holder, bool isStamped = false, bool isSeen = true)
    {
        var seal = new SealRecipe(version) { Holder = holder }.Seal();
        var sealing = new PdfSealing(seal, holder.Certificate, SealPki.Used) { Placement = isSeen ? seal.Content.Picture.PlacedAt(0, 120, 200) : null };
        return Finish(SealedPdf.Begin(PdfDocument.Read(document), sealing, Trust), holder, isStamped);
    }

    private static PendingSealedDocument Begin(byte[] document, SealVersion version, Party holder)
    {
        var seal = new SealRecipe(version) { Holder = holder }.Seal();
        var sealing = new OfdSealing(seal, holder.Certificate, SealPki.Used, Some.Provider) { Stamps = [seal.Content.Picture.PlacedAt(0, 120, 200)] };
        return SealedOfd.Begin(OfdPackage.Read(document), sealing, Trust);
    }

    private static byte[] Finish(PendingSealedDocument pending, Party holder, bool isStamped)
    {
        var signature = pending.Signature.Complete(holder.Key.Sign(pending.Signature.ToBeSigned.Span));
        return pending.Finish(isStamped ? signature.WithTimestamp(SealPki.TimestampAuthority.Stamp(SignatureStamping.RequestFor(signature).Imprint, SealPki.Used)) : signature);
    }

    private static IEnumerable<SealStep> Failures(SealedDocumentVerdict verdict)
    {
        Assert.Null(verdict.Refused);
        return verdict.Signatures.SelectMany(s => s.Verdict.Failures).Select(f => f.Step);
    }
}
