using System.Formats.Asn1;
using System.Security.Cryptography;
using Org.BouncyCastle.Pkcs;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Requests;
using ScCa.Testing;
using ScCa.Testing.Fixtures;
using Xunit;
using KeyUsage = ScCa.Pki.Extensions.KeyUsage;

namespace ScCa.Pki.Tests.Requests;

public sealed class CertificationRequestTests
{
    private static readonly DistinguishedName Subject = TestAuthority.NameOf("四川测试有限公司");

    [Fact]
    public void A_request_that_others_made_is_read_and_proven()
    {
        var request = CertificationRequest.From(Fixtures.File("sign.csr"));

        Assert.True(request.IsProven);
        Assert.Equal("示例科技有限公司", request.Subject.Find(Oids.CommonName));
        Assert.True(request.PublicKey.KeyBits.Span.SequenceEqual(Fixtures.Key("sign").Point));
        Assert.Empty(request.Attributes);
        Assert.Empty(request.RequestedExtensions.All);
        Assert.Equal(SignatureAlgorithm.Sm2WithSm3, request.SignatureAlgorithm);
    }

    [Theory, InlineData(PublicKeyKind.Sm2), InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void What_is_made_here_is_read_here_with_all_it_asks_for(PublicKeyKind kind)
    {
        using var key = TestKey.New(kind);

        var request = Asking(key);
        var read = CertificationRequest.FromFile(System.Text.Encoding.ASCII.GetBytes(request.ToPem()));

        Assert.True(read.IsProven);
        Assert.Equal(Subject, read.Subject);
        Assert.Equal("test 1", read.ChallengePassword);
        Assert.Equal(KeyUsages.DigitalSignature, read.RequestedExtensions.KeyUsage);
        Assert.Equal("a.example", read.RequestedExtensions.SubjectAlternativeName[0].Text);
    }

    [Theory, InlineData(PublicKeyKind.Sm2), InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void What_is_made_here_is_accepted_by_openssl(PublicKeyKind kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var key = TestKey.New(kind);
        openSsl.Write("a.csr", Asking(key).ToPem());
        string[] identity = kind == PublicKeyKind.Sm2 ? ["-vfyopt", OpenSsl.Sm2Identity] : [];

        var (_, text) = openSsl.Run(["req", "-in", "a.csr", "-verify", "-text", .. identity]);

        Assert.Contains("Certificate request self-signature verify OK", text, StringComparison.Ordinal);
        Assert.Contains("DNS:a.example", text, StringComparison.Ordinal);
        Assert.Contains("test 1", text, StringComparison.Ordinal);
    }

    [Theory, InlineData(PublicKeyKind.EcdsaP256, false), InlineData(PublicKeyKind.Rsa, false), InlineData(PublicKeyKind.Sm2, true)]
    public void What_openssl_makes_is_proven_here(PublicKeyKind kind, bool withIdentity)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var key = TestKey.New(kind);
        openSsl.Write("a.key", key.ToPem());
        string[] signing = withIdentity ? ["-sm3", "-sigopt", OpenSsl.Sm2Identity] : ["-sha256"];

        var (_, text) = openSsl.Run(["req", "-new", "-key", "a.key", .. signing, "-subj", "/C=CN/CN=y", "-addext", "subjectAltName=DNS:b.example", "-out", "a.csr"]);
        var request = CertificationRequest.FromProven(File.ReadAllBytes(openSsl["a.csr"]));

        Assert.Equal("", text.Trim());
        Assert.Equal("b.example", request.RequestedExtensions.SubjectAlternativeName[0].Text);
    }

    [Fact]
    public void An_sm2_request_under_the_empty_identity_is_not_proven()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var key = TestKey.New(PublicKeyKind.Sm2);
        openSsl.Write("a.key", key.ToPem());
        openSsl.Run("req", "-new", "-key", "a.key", "-sm3", "-subj", "/C=CN/CN=y", "-out", "a.csr");

        var refused = Assert.Throws<PkiRefusedException>(() => CertificationRequest.FromProven(File.ReadAllBytes(openSsl["a.csr"])));

        Assert.Equal(PkiRefusal.RequestNotProven, refused.Refusal);
    }

    [Fact]
    public void An_sm2_request_made_here_is_accepted_by_another_library()
    {
        using var key = TestKey.New(PublicKeyKind.Sm2);

        Assert.True(new Pkcs10CertificationRequest(Asking(key).Encoded.ToArray()).Verify());
    }

    [Theory]
    [InlineData(UniversalTagNumber.PrintableString, "abc")]
    [InlineData(UniversalTagNumber.UTF8String, "口令")]
    [InlineData(UniversalTagNumber.BMPString, "口令")]
    [InlineData(UniversalTagNumber.T61String, "abc")]
    [InlineData(UniversalTagNumber.IA5String, "a@b")]
    public void A_challenge_password_is_read_in_every_string_type_and_under_both_names(UniversalTagNumber type, string password)
    {
        foreach (var oid in new[] { Oids.ChallengePassword, Oids.ChallengePasswordOfGm })
            Assert.Equal(password, WithAttributes(writer => Attribute(writer, oid, w => w.WriteCharacterString(type, password))).ChallengePassword);
    }

    [Theory, InlineData("abc 1", UniversalTagNumber.PrintableString), InlineData("a@b", UniversalTagNumber.UTF8String), InlineData("口令", UniversalTagNumber.UTF8String)]
    public void A_challenge_password_is_written_printable_where_it_can_be(string password, UniversalTagNumber type)
    {
        using var key = TestKey.New(PublicKeyKind.Sm2);

        var request = new RequestContent(Subject, key.PublicKey, [], password).Sign(key.Signer);

        Assert.Equal(password, request.ChallengePassword);
        Assert.Equal((byte)type, request.Attributes[0].Values[0].Span[0]);
    }

    [Fact]
    public void Cfcas_attributes_without_their_sets_are_read()
    {
        var request = WithAttributes(writer =>
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.ChallengePassword);
                writer.WriteCharacterString(UniversalTagNumber.PrintableString, "111111");
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.TemporaryPublicKey);
                writer.WriteOctetString(new byte[136]);
            }
        });

        Assert.True(request.IsProven);
        Assert.Equal("111111", request.ChallengePassword);
        Assert.Equal(139, request.Find(Oids.TemporaryPublicKey)!.Values[0].Length);
        Assert.Null(request.Find(Oids.TemporaryPublicKey)!.Text);
    }

    [Fact]
    public void The_attributes_may_be_left_out() => Assert.True(Signed(_ => { }).IsProven);

    [Theory, InlineData("NEW CERTIFICATE REQUEST"), InlineData("CERTIFICATE REQUEST")]
    public void Both_labels_of_a_file_are_read(string label) =>
        Assert.True(CertificationRequest.FromFile(System.Text.Encoding.ASCII.GetBytes(PemEncoding.WriteString(label, Fixtures.File("sign.csr")))).IsProven);

    [Fact]
    public void A_file_with_two_requests_or_another_thing_is_refused()
    {
        var one = PemEncoding.WriteString(CertificationRequest.PemLabel, Fixtures.File("sign.csr"));
        var other = PemEncoding.WriteString("CERTIFICATE", Fixtures.File("sign.crt"));

        Assert.Equal(PkiRefusal.RequestMalformed, RefusalOf(() => CertificationRequest.FromFile(System.Text.Encoding.ASCII.GetBytes($"{one}\n{one}"))));
        Assert.Equal(PkiRefusal.RequestMalformed, RefusalOf(() => CertificationRequest.FromFile(System.Text.Encoding.ASCII.GetBytes(other))));
        Assert.Equal(PkiRefusal.RequestMalformed, RefusalOf(() => CertificationRequest.From(Fixtures.File("sign.crt"))));
        Assert.Equal(PkiRefusal.TooLong, RefusalOf(() => CertificationRequest.From(new byte[65 * 1024])));
    }

    [Fact]
    public void A_request_is_signed_with_its_own_key_alone()
    {
        using var key = TestKey.New(PublicKeyKind.Sm2);
        using var other = TestKey.New(PublicKeyKind.Sm2);

        Assert.Throws<ArgumentException>(() => new RequestContent(Subject, key.PublicKey, []).Sign(other.Signer));
    }

    [Fact]
    public void Two_extension_requests_in_one_are_refused() => Assert.Equal(PkiRefusal.RequestMalformed, RefusalOf(() => WithAttributes(writer =>
    {
        foreach (var oid in new[] { Oids.ExtensionRequest, Oids.ExtensionRequestOfMicrosoft })
            Attribute(writer, oid, w => Extension.WriteAll(w, [KeyUsage.Of(KeyUsages.DigitalSignature)]));
    })));

    [Fact]
    public void Every_bit_of_a_request_counts()
    {
        var bytes = Fixtures.File("sign.csr");
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])bytes.Clone();
                changed[i] ^= (byte)(1 << bit);
                Assert.True(Refused.Or(() => !CertificationRequest.From(changed).IsProven), $"byte {i}, bit {bit}");
            }
        }
    }

    private static PkiRefusal RefusalOf(Func<object> read) => Assert.Throws<PkiRefusedException>(read).Refusal;

    private static CertificationRequest Asking(TestKey key) => new RequestContent(
        Subject, key.PublicKey, [KeyUsage.Of(KeyUsages.DigitalSignature), AlternativeName.OfSubject(false, GeneralName.DnsName("a.example"))], "test 1").Sign(key.Signer);

    private static void Attribute(AsnWriter writer, string oid, Action<AsnWriter> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf())
                value(writer);
        }
    }

    private static CertificationRequest WithAttributes(Action<AsnWriter> attributes) => Signed(writer =>
    {
        using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)))
            attributes(writer);
    });

    private static CertificationRequest Signed(Action<AsnWriter> last)
    {
        using var key = TestKey.New(PublicKeyKind.Sm2);
        var info = ScCa.Pki.Asn1.Writing.Sequence(writer =>
        {
            writer.WriteInteger(0);
            writer.WriteEncodedValue(Subject.Encoded.Span);
            writer.WriteEncodedValue(key.PublicKey.SubjectPublicKeyInfo.Span);
            last(writer);
        });
        return CertificationRequest.From(ScCa.Pki.Asn1.SignedBytes.Assemble(info, key.Signer.Algorithm, key.Signer.Sign(info)));
    }
}
