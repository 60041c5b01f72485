using System.Formats.Asn1;
using System.Numerics;
using ScCa.Pki.Algorithms;
using ScCa.Seals.Structures;
using ScCa.Seals.Tests.Verification;
using Xunit;

namespace ScCa.Seals.Tests.Structures;

public sealed class SealStructureTests
{
    [Theory]
    [InlineData("seal_v1.esl", SealVersion.V1)]
    [InlineData("seal_v4.esl", SealVersion.V4)]
    [InlineData("seal_v4_digest.esl", SealVersion.V4)]
    [InlineData("seal_v5_ts.esl", SealVersion.V5)]
    public void Seals_that_others_made_are_read(string file, SealVersion version)
    {
        var encoded = Fixtures.File(file);
        var seal = ElectronicSeal.Read(encoded);
        Assert.Equal(version, seal.Version);
        Assert.Equal(encoded, seal.Encoded.ToArray());
        Assert.Equal("11010800000001", seal.Content.EsId);
        Assert.Equal(new SealHeader((int)version, "GMDIGEST"), seal.Content.Header);
        Assert.Equal("示例科技有限公司", seal.Content.Property.Name);
        Assert.Equal(BigInteger.One, seal.Content.Property.Type);
        Assert.Equal(new DateTimeOffset(2033, 1, 1, 0, 0, 0, TimeSpan.Zero), seal.Content.Property.ValidEnd);
        Assert.True(seal.Content.Picture.IsOfType("gif"));
        Assert.Equal((43, 40, 40), (seal.Content.Picture.Data.Length, seal.Content.Picture.Width, seal.Content.Picture.Height));
        Assert.Equal(file == "seal_v4_digest.esl" ? SealSignersKind.Digests : SealSignersKind.Certificates, seal.Content.Property.Signers.Kind);
        Assert.True(seal.Content.Property.Signers.Lists(Fixtures.File("sign.crt")));
        Assert.False(seal.Content.Property.Signers.Lists(Fixtures.File("enc.crt")));
        Assert.Equal(version == SealVersion.V5, seal.Timestamp is not null);
    }

    [Theory]
    [InlineData("seal_v1.esl")]
    [InlineData("seal_v4.esl")]
    [InlineData("seal_v4_digest.esl")]
    [InlineData("seal_v5_ts.esl")]
    public void What_is_written_of_a_read_seal_is_the_same_bytes(string file)
    {
        var seal = ElectronicSeal.Read(Fixtures.File(file));
        Assert.Equal(seal.EncodedContent.ToArray(), seal.Content.Encode());
        Assert.Equal(
            seal.Encoded.ToArray(),
            SealEncoding.Seal(seal.Version, seal.EncodedContent.Span, seal.MakerCertificate, seal.SignatureAlgorithm, seal.SignatureValue, seal.Timestamp));
    }

    [Theory]
    [InlineData("sig_v4.dat")]
    [InlineData("sig_v4_ts.dat")]
    [InlineData("sig_v5_ts.dat")]
    public void What_is_written_of_a_read_signature_is_the_same_bytes(string file)
    {
        var read = SealSignature.Read(Fixtures.File(file));
        var content = new SealSignatureContent(read.Seal, read.TimeInfo.Time!.Value, read.DataHash, read.PropertyInfo, read.SignerCertificate, read.SignatureAlgorithm);
        Assert.Equal(read.ToBeSigned.ToArray(), content.Encode());
        Assert.Equal(read.Encoded.ToArray(), SealEncoding.Signature(read.ToBeSigned.Span, read.SignerCertificate, read.SignatureAlgorithm, read.SignatureValue, read.Timestamp));
    }

    [Fact]
    public void The_same_holds_for_V1_with_text_in_timeInfo()
    {
        var read = SealSignature.Read(Fixtures.File("sig_v1.dat"));
        Assert.Equal("250102000000Z"u8.ToArray(), read.TimeInfo.Raw.ToArray());
        Assert.Equal(new DateTimeOffset(2025, 1, 2, 0, 0, 0, TimeSpan.Zero), read.TimeInfo.Time);
        var content = new SealSignatureContent(read.Seal, default, read.DataHash, read.PropertyInfo, read.SignerCertificate, read.SignatureAlgorithm) { TimeInfoOfV1 = read.TimeInfo.Raw };
        Assert.Equal(read.ToBeSigned.ToArray(), content.Encode());
        Assert.Equal(read.Encoded.ToArray(), SealEncoding.SignatureOfV1(read.ToBeSigned.Span, read.SignatureValue));
    }

    [Fact]
    public void What_is_read_is_kept_apart_from_the_callers_buffer()
    {
        var buffer = Fixtures.File("seal_v4.esl");
        var seal = ElectronicSeal.Read(buffer);
        buffer.AsSpan().Clear();
        Assert.Equal(Fixtures.File("seal_v4.esl"), seal.Encoded.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(99)]
    public void No_type_of_seal_is_refused(int type)
    {
        var recipe = new SealRecipe(SealVersion.V4);
        var content = recipe.Seal().Content;
        var encoded = (content with { Property = content.Property with { Type = type } }).Encode();
        Assert.Equal(type, SealContent.Read(encoded, isV1: false).Property.Type);
    }

    [Theory]
    [InlineData("30 0E 30 0C 06 03 2A 03 04 01 01 00 04 02 05 00", false)]
    [InlineData("30 0E 30 0C 06 03 2A 03 04 01 01 01 04 02 05 00", true)]
    [InlineData("30 80 30 80 06 03 2A 03 04 04 02 05 00 00 00 00 00", false)]
    [InlineData("30 81 0B 30 09 06 03 2A 03 04 04 02 05 00", false)]
    [InlineData("A0 0D 30 0B 30 09 06 03 2A 03 04 04 02 05 00", false)]
    public void Extensions_that_break_DER_are_read_and_their_bytes_are_what_was_signed(string hex, bool isCritical)
    {
        var extensions = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var content = WithExtensions(new SealRecipe(SealVersion.V4).Seal().Content.Encode(), extensions);
        var value = SealPki.Maker.Key.Sign(content);
        var seal = ElectronicSeal.Read(SealEncoding.Seal(SealVersion.V4, content, SealPki.Maker.Certificate.Encoded, ScCa.Pki.Oids.Sm2WithSm3, value));
        var extension = Assert.Single(seal.Content.Extensions);
        Assert.Equal(("1.2.3.4", isCritical), (extension.Oid, extension.IsCritical));
        Assert.True(seal.SignedBytes.Span.EndsWith(extensions));
        Assert.True(SealPki.Maker.Certificate.PublicKey.Verify(SignatureAlgorithm.Sm2WithSm3, seal.SignedBytes.Span, seal.SignatureValue.Span));

        var signature = SealSignature.Read(new SealRecipe(SealVersion.V4).Signature(seal, "document"u8, "/path"));
        Assert.Equal(seal.Encoded.ToArray(), signature.Seal.Encoded.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("30 00")]
    [InlineData("30 80 00 00")]
    [InlineData("04 02 30 00")]
    [InlineData("30 06 30 00 30 00 30 00")]
    public void What_is_no_seal_is_refused(string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        Some.Refuses(SealRefusal.SealMalformed, () => ElectronicSeal.Read(bytes));
        Some.Refuses(SealRefusal.SealSignatureMalformed, () => SealSignature.Read(bytes));
    }

    [Fact]
    public void What_is_far_too_long_is_refused_unread()
    {
        Some.Refuses(SealRefusal.SealMalformed, () => ElectronicSeal.Read(new byte[9 << 20]));
        Some.Refuses(SealRefusal.SealSignatureMalformed, () => SealSignature.Read(new byte[17 << 20]));
    }

    [Fact]
    public void A_V4_seal_has_no_timestamp()
    {
        var seal = new SealRecipe(SealVersion.V4).Seal();
        var stamped = SealEncoding.Seal(SealVersion.V4, seal.EncodedContent.Span, seal.MakerCertificate, seal.SignatureAlgorithm, seal.SignatureValue, new byte[] { 1, 2, 3 });
        Some.Refuses(SealRefusal.SealMalformed, () => ElectronicSeal.Read(stamped));
    }

    [Theory]
    [InlineData("SM3", true)]
    [InlineData("sm3", true)]
    [InlineData("1.2.156.10197.1.401", true)]
    [InlineData("digest", true)]
    [InlineData("SHA-256", false)]
    [InlineData("1.3.14.3.2.26", true)]
    public void A_listed_digest_counts_by_its_named_hash_or_else_by_what_it_is(string type, bool isListed)
    {
        var certificate = SealPki.Holder.Certificate.Encoded;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.PrintableString, type);
            writer.WriteOctetString(DigestAlgorithm.Sm3.HashData(certificate.Span));
        }

        Assert.Equal(isListed, SealSigners.ReadDigests(new AsnReader(writer.Encode(), AsnEncodingRules.DER)).Lists(certificate));
    }

    [Fact]
    public void A_weak_hash_lists_nobody()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.PrintableString, "SHA1");
            writer.WriteOctetString(DigestAlgorithm.Sha1.HashData(SealPki.Holder.Certificate.Encoded.Span));
        }

        Assert.False(SealSigners.ReadDigests(new AsnReader(writer.Encode(), AsnEncodingRules.DER)).Lists(SealPki.Holder.Certificate.Encoded));
    }

    // The content's sequence with one more value at its end, whatever that is.
    private static byte[] WithExtensions(byte[] content, byte[] extensions)
    {
        AsnDecoder.ReadSequence(content, AsnEncodingRules.DER, out var offset, out var length, out _);
        var all = content.AsSpan(offset, length).ToArray().Concat(extensions).ToArray();
        return [0x30, 0x82, (byte)(all.Length >> 8), (byte)all.Length, .. all];
    }
}
