using ScCa.Seals.Documents;
using ScCa.Seals.Ofd;
using ScCa.Seals.Ofd.Archive;
using ScCa.Seals.Structures;
using ScCa.Seals.Tests.Documents;
using ScCa.Seals.Verification;
using Xunit;

namespace ScCa.Seals.Tests.Verification;

/// <summary>Every byte is changed once, by one bit: nothing that is protected changes unnoticed.</summary>
public sealed class FlippedByteTests
{
    private static readonly byte[] Document = "a document"u8.ToArray();

    private static readonly SealTrust Trust = new(new TableJudge(SealPki.Root.Certificate), SealPki.Now);

    [Theory]
    [InlineData(SealVersion.V1)]
    [InlineData(SealVersion.V4)]
    [InlineData(SealVersion.V5)]
    public void Of_a_seal_signature(SealVersion version)
    {
        var encoded = new SealRecipe(version) { Stamp = null, SealStamp = null }.Signature(new SealRecipe(version) { SealStamp = null }.Seal(), Document, "/x");
        Assert.Empty(Unnoticed(encoded, flipped => SealVerifier.VerifySignature(flipped, ProtectedContent.Of(Document), Trust).IsValid));
    }

    [Theory]
    [InlineData(SealVersion.V1)]
    [InlineData(SealVersion.V4)]
    [InlineData(SealVersion.V5)]
    public void Of_a_seal_by_itself(SealVersion version)
    {
        var encoded = new SealRecipe(version) { SealStamp = null }.Seal().Encoded.ToArray();
        Assert.Empty(Unnoticed(encoded, flipped => SealVerifier.VerifySeal(flipped, Trust).IsValid));
    }

    // A token's own envelope holds a few octets that nobody signs, such as its version; whatever becomes of them, the time stays.
    [Fact]
    public void Of_a_timestamp_all_but_its_unsigned_envelope()
    {
        var encoded = new SealRecipe(SealVersion.V4).Signature(new SealRecipe(SealVersion.V4).Seal(), Document, "/x");
        var token = SealSignature.Read(encoded).Timestamp!.Value;
        var start = encoded.Length - token.Length;
        var unnoticed = Unnoticed(encoded, start, flipped =>
        {
            var verdict = SealVerifier.VerifySignature(flipped, ProtectedContent.Of(Document), Trust);
            Assert.True(!verdict.IsValid || verdict is { SignedAt: var at } && at == SealPki.Used);
            return verdict.IsValid;
        });
        Assert.True(unnoticed.Count <= 4, $"unnoticed at {string.Join(", ", unnoticed.Select(i => i - start))} of {Convert.ToHexString(token.Span)}");
    }

    [Fact]
    public void Of_a_sealed_OFDs_protected_files_and_of_what_is_signed()
    {
        var trust = Trust with { Judge = new BelievingJudge() };
        var package = OfdPackage.Read(SealedDocumentTests.SealOfd(Some.Ofd(), SealVersion.V4, SealPki.Holder));
        var signature = Assert.Single(package.Signatures);
        foreach (var name in signature.References.Select(r => r.Path).Append(signature.Path))
        {
            var content = package.Find(name)!.Value.ToArray();
            Assert.Empty(Unnoticed(content, flipped => SealedOfd.Verify(With(package, name, flipped), trust).IsValid));
        }
    }

    [Fact]
    public void Of_a_sealed_PDF_but_the_place_of_the_signature_itself()
    {
        var trust = Trust with { Judge = new BelievingJudge() };
        var document = SealedDocumentTests.SealPdf(PdfBytes.Usual, SealVersion.V4, SealPki.Holder, isSeen: false);
        var range = ScCa.Seals.Pdf.PdfDocument.Read(document).Signatures[0].ByteRange!.Value;
        bool IsValid(byte[] flipped) => SealedPdf.Verify(flipped, trust).IsValid;
        Assert.Empty(Unnoticed(document, 0, IsValid, range.FirstEnd));
        Assert.Empty(Unnoticed(document, range.SecondStart, IsValid));
    }

    private static List<int> Unnoticed(byte[] bytes, Func<byte[], bool> isValid) => Unnoticed(bytes, 0, isValid);

    private static List<int> Unnoticed(byte[] bytes, int from, Func<byte[], bool> isValid, int? to = null)
    {
        Assert.True(isValid([.. bytes]), "As it is, it is not valid.");
        var unnoticed = new List<int>();
        for (var i = from; i < (to ?? bytes.Length); i++)
        {
            byte[] flipped = [.. bytes];
            flipped[i] ^= (byte)(1 << (i % 8));
            if (isValid(flipped))
                unnoticed.Add(i);
        }

        return unnoticed;
    }

    private static byte[] With(OfdPackage package, string name, byte[] content)
    {
        var writer = new ZipWriter();
        foreach (var file in package.Files)
            writer.Add(file, file == name ? content : package.Find(file)!.Value.Span);
        return writer.ToArray();
    }
}
