using ScCa.Pki.Certificates;
using ScCa.Pki.Messages;
using ScCa.Signing;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Messages;

public sealed class CsrResponseTests
{
    [Fact]
    public void A_response_that_others_made_is_read_opened_and_written_again_as_it_was()
    {
        var response = CsrResponse.From(Fixtures.File("csrresponse"));
        using var signatureKey = Sm2PrivateKey.FromScalar(Fixtures.Key("sign").D);

        using var opened = response.OpenKey(signatureKey);

        Assert.Equal([PkiCertificate.From(Fixtures.File("sign.crt"))], response.SignCertificates);
        Assert.Equal([PkiCertificate.From(Fixtures.File("enc.crt"))], response.EncryptCertificates);
        Assert.Equal(Fixtures.File("enc.envkey"), response.EnvelopedKey!.Value.ToArray());
        Assert.Equal(Fixtures.Key("enc").Point, opened.PublicKey.ExportPoint());
        Assert.Equal(Fixtures.File("csrresponse"), response.Encode());
    }

    [Fact]
    public void A_response_to_a_request_for_one_certificate_holds_no_key()
    {
        var certificate = PkiCertificate.From(Fixtures.File("sign.crt"));
        var response = CsrResponse.From(new CsrResponse([certificate], null, []).Encode());
        using var key = Sm2PrivateKey.Generate();

        Assert.Equal([certificate], response.SignCertificates);
        Assert.Null(response.EnvelopedKey);
        Assert.Equal(PkiRefusal.MessageRejected, Assert.Throws<PkiRefusedException>(() => response.OpenKey(key)).Refusal);
    }

    [Fact]
    public void A_key_that_is_not_the_certificates_or_meant_for_another_is_rejected()
    {
        var response = CsrResponse.From(Fixtures.File("csrresponse"));
        using var signatureKey = Sm2PrivateKey.FromScalar(Fixtures.Key("sign").D);
        using var another = Sm2PrivateKey.Generate();
        using var enveloped = Sm2PrivateKey.Generate();

        Assert.Equal(PkiRefusal.MessageRejected, Refusal(response, another));
        Assert.Equal(PkiRefusal.MessageRejected, Refusal(response with { EnvelopedKey = Sm2EnvelopedKey.Seal(signatureKey.PublicKey, enveloped) }, signatureKey));
        Assert.Equal(PkiRefusal.MessageRejected, Refusal(response with { EnvelopedKey = new byte[] { 0x30, 0x00 } }, signatureKey));

        static PkiRefusal Refusal(CsrResponse response, Sm2PrivateKey key) => Assert.Throws<PkiRefusedException>(() => response.OpenKey(key)).Refusal;
    }

    [Theory, InlineData(""), InlineData("3000"), InlineData("30023100"), InlineData("300431023000")]
    public void What_is_no_response_is_refused(string hex) =>
        Assert.True(Assert.Throws<PkiRefusedException>(() => CsrResponse.From(Convert.FromHexString(hex))).Refusal is PkiRefusal.MessageMalformed or PkiRefusal.CertificateMalformed);
}
