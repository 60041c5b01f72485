using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Issuance.KeyManagement;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Signing;
using Xunit;

namespace ScCa.Issuance.Tests;

public sealed class PairTests : IDisposable
{
    private readonly SmallHierarchy hierarchy = new(KeyAlgorithm.Sm2);

    private readonly Sm2PrivateKey holder = Sm2PrivateKey.Generate();

    public void Dispose()
    {
        holder.Dispose();
        hierarchy.Dispose();
    }

    [Fact]
    public async Task A_holder_who_asks_with_SM2_gets_a_pair_under_one_name()
    {
        var (signing, encryption, _) = await Issue();

        Assert.Equal(signing.Subject.Encoded.ToArray(), encryption.Subject.Encoded.ToArray());
        Assert.Equal((signing.NotBefore, signing.NotAfter), (encryption.NotBefore, encryption.NotAfter));
        Assert.Equal(KeyUsages.DigitalSignature | KeyUsages.NonRepudiation, signing.Extensions.KeyUsage);
        Assert.Equal(KeyUsages.KeyEncipherment | KeyUsages.DataEncipherment | KeyUsages.KeyAgreement, encryption.Extensions.KeyUsage);
        Assert.Null(encryption.Extensions.ExtendedKeyUsage);
        Assert.True(signing.IsSignedBy(hierarchy.Issuing.PublicKey));
        Assert.True(encryption.IsSignedBy(hierarchy.Issuing.PublicKey));
        Assert.Equal(holder.PublicKey, signing.PublicKey.Sm2);
        Assert.NotEqual(holder.PublicKey, encryption.PublicKey.Sm2);
        Assert.Equal(Convert.FromHexString(Workshop.EncryptionSerial.Value), encryption.SerialNumber.ToArray().SkipWhile(octet => octet == 0));
    }

    [Fact]
    public async Task Only_the_holders_signature_key_opens_the_envelope_and_what_is_in_it_decrypts()
    {
        var (_, encryption, envelope) = await Issue();
        using var opened = Sm2EnvelopedKey.Open(envelope.Bytes.Span, holder, encryption.PublicKey.Sm2);
        using var other = Sm2PrivateKey.Generate();

        var ciphertext = new byte[Sm2Encryption.CiphertextSizeMax(5)];
        var length = Sm2Encryption.Encrypt(encryption.PublicKey.Sm2!, "hello"u8, ciphertext);
        var plaintext = new byte[5];
        Assert.Equal(5, opened.Decrypt(ciphertext.AsSpan(0, length), plaintext));
        Assert.Equal("hello"u8.ToArray(), plaintext);
        Assert.Throws<Sm2RefusedException>(() => Sm2EnvelopedKey.Open(envelope.Bytes.Span, other));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_in_the_archive()
    {
        var refusal = await Assert.ThrowsAsync<IssuanceRefusedException>(async () => await Prepare(Workshop.Plan(notBefore: Instant.FromUtc(2028, 1, 1, 0, 0))));

        Assert.Equal(["ValidityRunsForwards"], refusal.Findings.Select(finding => finding.Id));
        await Assert.ThrowsAsync<KeyManagementRefusedException>(
            async () => await hierarchy.Archive.Revoke(Workshop.EncryptionSerial, Workshop.Now, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_validity_beyond_the_profiles_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<IssuanceRefusedException>(async () => await Prepare(Workshop.Plan(lastDate: new LocalDate(2037, 1, 5))));

        Assert.Equal(["ValidityTooLong"], refusal.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public async Task Without_key_management_there_are_no_pairs()
    {
        using var workshop = new Workshop();

        var refusal = await Assert.ThrowsAsync<IssuanceRefusedException>(async () => await workshop.Prepare(request: SmallHierarchy.RequestOf(holder)));

        Assert.Equal(["KeyManagementMissing"], refusal.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public async Task The_quick_encoder_writes_what_the_plain_one_writes()
    {
        var (signing, encryption, _) = await Issue();

        foreach (var certificate in new[] { signing, encryption, hierarchy.Root, hierarchy.Issuing, hierarchy.Office(CertificateRole.Ocsp) })
        {
            var plain = new CertificateContent(
                certificate.SerialNumber, certificate.SignatureAlgorithm!, certificate.Issuer, certificate.NotBefore, certificate.NotAfter, certificate.Subject,
                certificate.PublicKey, certificate.Extensions.All).Encode();
            Assert.Equal(Convert.ToHexString(plain), Convert.ToHexString(certificate.ToBeSigned.Span));
        }
    }

    private async Task<(PkiCertificate Signing, PkiCertificate Encryption, Der Envelope)> Issue()
    {
        var pair = await Prepare(Workshop.Plan());
        var cancellation = TestContext.Current.CancellationToken;
        return (
            PkiCertificate.From((await hierarchy.Authority.Sign(pair.Signing, cancellation)).Bytes),
            PkiCertificate.From((await hierarchy.Authority.Sign(pair.Encryption!.Certificate, cancellation)).Bytes), pair.Encryption.EnvelopedKey);
    }

    private ValueTask<PreparedGeneration> Prepare(IssuancePlan plan) => hierarchy.Authority.Prepare(
        plan, Workshop.SubjectOf(plan), new(Workshop.Serial, Workshop.EncryptionSerial), SmallHierarchy.RequestOf(holder), TestContext.Current.CancellationToken);
}
