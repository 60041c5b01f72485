using ScCa.Application.Ports;
using ScCa.Keys;
using ScCa.Pki.Certificates;
using ScCa.Signing;
using ScCa.Testing;
using Xunit;

namespace ScCa.Issuance.Tests;

/// <summary>What openssl makes of a pair, hop by hop.</summary>
public sealed class OpenSslSm2Tests
{
    [Fact]
    public async Task Openssl_verifies_both_certificates_of_a_pair()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var hierarchy = new SmallHierarchy(KeyAlgorithm.Sm2);
        using var holder = Sm2PrivateKey.Generate();
        var (plan, cancellation) = (Workshop.Plan(), TestContext.Current.CancellationToken);
        var pair = await hierarchy.Authority.Prepare(
            plan, Workshop.SubjectOf(plan), new(Workshop.Serial, Workshop.EncryptionSerial), SmallHierarchy.RequestOf(holder), cancellation);
        using var openssl = new OpenSsl();
        openssl.Write("issuing.pem", hierarchy.Issuing.ToPem());

        foreach (var prepared in new PreparedCertificate[] { pair.Signing, pair.Encryption!.Certificate })
        {
            openssl.Write("holder.pem", PkiCertificate.From((await hierarchy.Authority.Sign(prepared, cancellation)).Bytes).ToPem());
            var (exitCode, text) = openssl.Run(
                "verify", "-vfyopt", OpenSsl.Sm2Identity, "-partial_chain", "-x509_strict", "-attime", "1780000000", "-CAfile", "issuing.pem", "holder.pem");
            Assert.True(exitCode == 0, text);
        }
    }
}
