using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.X509;
using ScCa.Seals.Making;
using ScCa.Seals.Sealing;
using ScCa.Seals.Structures;
using ScCa.Seals.Tests.Verification;
using ScCa.Seals.Verification;
using ScCa.Signing;
using Xunit;

namespace ScCa.Seals.Tests.Structures;

/// <summary>Another implementation takes our seals and signatures apart and verifies them over what it finds.</summary>
public sealed class IndependentCheckTests
{
    private static readonly SealTrust Trust = new(new TableJudge(SealPki.Root.Certificate), SealPki.Now);

    [Theory]
    [InlineData(SealVersion.V4)]
    [InlineData(SealVersion.V5)]
    public void Seals_that_are_made_verify_over_their_content(SealVersion version)
    {
        var maker = new SealMaker(SealPki.Maker.Key, SealPki.Maker.Certificate, "TEST", Trust.Judge);
        var order = new SealOrder(SealRecipe.Name, SealRecipe.Picture, [SealPki.Holder.Certificate], SealPki.Made, SealPki.End) { Version = version };
        Assert.True(IsFlatSealSigned(Sequence(maker.Make(order, SealPki.Made).Encoded)));
    }

    [Fact]
    public void A_V1_seal_verifies_over_content_certificate_and_algorithm()
    {
        var seal = Sequence(new SealRecipe(SealVersion.V1).Seal().Encoded);
        var signInfo = Asn1Sequence.GetInstance(seal[1]);
        Assert.True(Verifies(signInfo[0], new DerSequence(seal[0], signInfo[0], signInfo[1]).GetDerEncoded(), signInfo[2]));
    }

    [Theory]
    [InlineData(SealVersion.V4)]
    [InlineData(SealVersion.V5)]
    public void Signatures_verify_over_what_was_to_be_signed(SealVersion version)
    {
        var pending = SealSigning.Begin(
            new SealingRequest(new SealRecipe(version).Seal(), SealPki.Holder.Certificate, Sm3.HashData([1, 2, 3]), "/x", SealPki.Used), Trust);
        var signature = Sequence(pending.Complete(SealPki.Holder.Key.Sign(pending.ToBeSigned.Span)).Encoded);
        Assert.True(Verifies(signature[1], signature[0].GetDerEncoded(), signature[3]));
        Assert.True(IsFlatSealSigned(Asn1Sequence.GetInstance(Asn1Sequence.GetInstance(signature[0])[1])));
    }

    [Fact]
    public void A_V1_signature_verifies_over_what_was_to_be_signed()
    {
        var recipe = new SealRecipe(SealVersion.V1);
        var signature = Sequence(recipe.Signature(recipe.Seal(), "document"u8, "/x"));
        var toSign = Asn1Sequence.GetInstance(signature[0]);
        Assert.True(Verifies(toSign[5], toSign.GetDerEncoded(), signature[1]));
    }

    [Theory]
    [InlineData("sig_v4.dat")]
    [InlineData("sig_v4_ts.dat")]
    [InlineData("sig_v5_ts.dat")]
    public void The_check_itself_holds_for_what_others_made_and_not_for_anything_else(string file)
    {
        var signature = Sequence(Fixtures.File(file));
        Assert.True(Verifies(signature[1], signature[0].GetDerEncoded(), signature[3]));
        Assert.False(Verifies(signature[1], signature[1].GetDerEncoded(), signature[3]));
    }

    private static bool IsFlatSealSigned(Asn1Sequence seal) => Verifies(seal[1], seal[0].GetDerEncoded(), seal[3]);

    private static bool Verifies(Asn1Encodable certificate, byte[] data, Asn1Encodable signature)
    {
        var key = new X509CertificateParser().ReadCertificate(Asn1OctetString.GetInstance(certificate).GetOctets()).GetPublicKey();
        var signer = new SM2Signer();
        signer.Init(false, new ParametersWithID(key, "1234567812345678"u8.ToArray()));
        signer.BlockUpdate(data, 0, data.Length);
        return signer.VerifySignature(DerBitString.GetInstance(signature).GetBytes());
    }

    private static Asn1Sequence Sequence(ReadOnlyMemory<byte> encoded) => Asn1Sequence.GetInstance(Asn1Object.FromByteArray(encoded.ToArray()));
}
