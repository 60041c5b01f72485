using System.Formats.Asn1;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Extensions;
using ScCa.Pki.Ocsp;
using Xunit;

namespace ScCa.Pki.Tests.Ocsp;

public sealed class OcspVerificationTests : IDisposable
{
    private readonly TestResponder responder = new(PublicKeyKind.Sm2);

    public void Dispose() => responder.Dispose();

    [Fact]
    public void Neither_the_issuer_nor_one_that_came_along_is_named()
    {
        var content = responder.Content(responder.Good());

        Assert.Equal(OcspCheck.ResponderId, CheckOf(content.Sign(responder.Key.Signer)));
        Assert.Equal(OcspCheck.ResponderId, CheckOf((content with { Responder = OcspResponderId.ByName(TestAuthority.NameOf("x")) }).Sign(responder.Key.Signer, responder.Certificate)));
    }

    [Fact]
    public void A_responder_is_certified_for_answering_and_nothing_stands_in_for_that()
    {
        using var other = new TestAuthority(PublicKeyKind.Sm2, "Another Root");
        using var namesake = new TestAuthority(PublicKeyKind.Sm2);
        using var below = responder.Authority.Below();
        var content = responder.Content(responder.Good());

        Assert.Equal(OcspCheck.None, CheckOf(content.Sign(responder.Key.Signer, responder.Certificate)));
        foreach (var certificate in new[]
        {
            responder.Issue(purpose: null), responder.Issue(Oids.AnyExtendedKeyUsage), responder.Issue(Oids.TimeStamping), responder.Issue(usage: KeyUsages.KeyAgreement),
            responder.Issue(by: other), responder.Issue(by: namesake), responder.Issue(by: below),
        })
            Assert.Equal(OcspCheck.ResponderAuthorization, CheckOf(content.Sign(responder.Key.Signer, certificate)));
    }

    [Fact]
    public void A_responders_certificate_that_says_nonsense_authorizes_nothing()
    {
        var certificate = responder.Authority.Issue(TestAuthority.NameOf("Responder"), responder.Key.PublicKey, [new(Oids.ExtendedKeyUsage, false, new byte[] { 0x05, 0x00 })]);

        Assert.Equal(OcspCheck.ResponderAuthorization, CheckOf(responder.Content(responder.Good()).Sign(responder.Key.Signer, certificate)));
    }

    [Fact]
    public void A_responders_certificate_is_valid_at_the_instant()
    {
        var expired = responder.Issue(notAfter: TestAuthority.Now.AddSeconds(-1));

        Assert.Equal(OcspCheck.ResponderValidity, CheckOf(responder.Content(responder.Good()).Sign(responder.Key.Signer, expired)));
    }

    [Fact]
    public void The_one_that_is_named_signed()
    {
        using var thief = TestKey.New(PublicKeyKind.Sm2);
        var content = responder.Content(responder.Good());
        var fromIssuer = content with { Responder = OcspResponderId.ByName(responder.Authority.Name) };

        Assert.Equal(OcspCheck.Signature, CheckOf(content.Sign(thief.Signer, responder.Certificate)));
        Assert.Equal(OcspCheck.Signature, CheckOf(fromIssuer.Sign(thief.Signer)));
        Assert.Equal(OcspCheck.Signature, CheckOf(fromIssuer.Sign(thief.Signer, responder.Authority.Certificate)));
    }

    [Fact]
    public void It_is_about_the_certificate_that_was_asked_about()
    {
        using var namesake = new TestAuthority(PublicKeyKind.Sm2);
        var response = responder.Respond(responder.Content(responder.Good()));
        var ofNamesake = responder.Good() with { Id = OcspCertificateId.Of(new(namesake.Certificate), responder.Holder.SerialNumber, DigestAlgorithm.Sm3) };

        Assert.Equal(OcspCheck.CertificateId, response.Verify(responder.Question with { SerialNumber = responder.Certificate.SerialNumber }).Failed);
        Assert.Equal(OcspCheck.CertificateId, responder.Respond(responder.Content(ofNamesake)).Verify(responder.Question).Failed);
        Assert.True(responder.Respond(responder.Content(ofNamesake, responder.Good())).Verify(responder.Question).IsValid);
    }

    [Theory]
    [InlineData(0, 60, 0, OcspCheck.None)]
    [InlineData(5, 60, 0, OcspCheck.None)]
    [InlineData(6, 60, 0, OcspCheck.ThisUpdate)]
    [InlineData(-120, -5, 0, OcspCheck.None)]
    [InlineData(-120, -6, 0, OcspCheck.NextUpdate)]
    [InlineData(-60 * 24, null, 0, OcspCheck.None)]
    [InlineData(-60 * 24 - 6, null, 0, OcspCheck.NextUpdate)]
    [InlineData(-60, -30, -45, OcspCheck.None)]
    public void It_is_fresh_at_the_instant(int thisUpdate, int? nextUpdate, int at, OcspCheck check)
    {
        var answer = responder.Good() with
        {
            ThisUpdate = TestAuthority.Now.AddMinutes(thisUpdate),
            NextUpdate = nextUpdate is { } minutes ? TestAuthority.Now.AddMinutes(minutes) : null,
        };

        Assert.Equal(check, responder.Respond(responder.Content(answer)).Verify(responder.Question with { At = TestAuthority.Now.AddMinutes(at) }).Failed);
    }

    [Fact]
    public void An_answer_that_holds_for_ever_is_no_trouble() =>
        Assert.True(responder.Respond(responder.Content(responder.Good() with { NextUpdate = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero) })).Verify(responder.Question).IsValid);

    [Fact]
    public void The_nonce_is_the_questions_or_is_missing_where_that_will_do()
    {
        var (nonce, other) = (OcspNonce.New(), OcspNonce.New());
        var content = responder.Content(responder.Good());
        var (with, without) = (responder.Respond(content with { Nonce = nonce }), responder.Respond(content));

        Assert.True(with.Verify(responder.Question with { Nonce = nonce }).IsValid);
        Assert.True(with.Verify(responder.Question).IsValid);
        Assert.Equal(OcspCheck.Nonce, with.Verify(responder.Question with { Nonce = other }).Failed);
        Assert.Equal(OcspCheck.Nonce, with.Verify(responder.Question with { Nonce = other, AcceptsMissingNonce = true }).Failed);
        Assert.Equal(OcspCheck.Nonce, without.Verify(responder.Question with { Nonce = nonce }).Failed);
        Assert.True(without.Verify(responder.Question with { Nonce = nonce, AcceptsMissingNonce = true }).IsValid);
    }

    [Theory, InlineData(true, OcspCheck.CriticalExtension), InlineData(false, OcspCheck.None)]
    public void What_is_critical_and_not_understood_is_not_passed_over(bool isCritical, OcspCheck check)
    {
        var unknown = new Extension("1.2.3.4", isCritical, new byte[] { 0x05, 0x00 });

        Assert.Equal(check, CheckOf(Handmade(ofAnswer: [], ofAll: [unknown])));
        Assert.Equal(check, CheckOf(Handmade(ofAnswer: [unknown], ofAll: [])));
    }

    private OcspCheck CheckOf(byte[] response) => OcspResponse.From(response).Verify(responder.Question).Failed;

    private byte[] Handmade(IReadOnlyList<Extension> ofAnswer, IReadOnlyList<Extension> ofAll)
    {
        var answer = responder.Good();
        var data = Writing.Sequence(writer =>
        {
            writer.WriteEncoded(OcspResponderId.ByName(responder.Authority.Name).Encoded);
            writer.WriteGeneralizedTime(TestAuthority.Now);
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteEncoded(answer.Id.Encoded);
                writer.WriteNull(Reading.Context(0));
                writer.WriteGeneralizedTime(TestAuthority.Now);
                WriteExtensions(writer, ofAnswer);
            }

            WriteExtensions(writer, ofAll);
        });
        return Writing.Sequence(writer =>
        {
            writer.WriteEnumeratedValue(OcspResponseStatus.Successful);
            using (writer.PushExplicit(0))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.OcspBasic);
                var signer = responder.Authority.Key.Signer;
                writer.WriteOctetString(SignedBytes.Assemble(data, signer.Algorithm, signer.Sign(data)));
            }
        });
    }

    private static void WriteExtensions(AsnWriter writer, IReadOnlyList<Extension> extensions)
    {
        if (extensions.Count == 0)
            return;
        using (writer.PushExplicit(1))
            Extension.WriteAll(writer, extensions);
    }
}
