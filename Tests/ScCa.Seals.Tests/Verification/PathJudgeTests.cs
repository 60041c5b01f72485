using System.Text;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using ScCa.Pki.Paths;
using ScCa.Pki.RevocationLists;
using ScCa.Seals.Verification;
using Xunit;

namespace ScCa.Seals.Tests.Verification;

/// <summary>Judged by the fixtures' own list and response: enc.crt was revoked on 2024-12-31 for a lost key, sign.crt is good, nobody speaks of the root's own revocations.</summary>
public sealed class PathJudgeTests
{
    private static readonly DateTimeOffset Before = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset After = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly PkiCertificate Signer = Certificate("sign.crt");

    private static readonly PkiCertificate Revoked = Certificate("enc.crt");

    private static PathInputs Inputs => PathInputs.Of([Certificate("root.crt")], [Certificate("sub.crt")]);

    private static PathJudge WithList => new(Inputs with { Lists = [RevocationList.From(Fixtures.File("sub.crl"))] }) { Demand = RevocationDemand.SoftFail };

    [Fact]
    public void A_good_certificate_is_trusted_and_not_revoked() =>
        Assert.Equal(new(true, CertificateRevocation.NotRevoked), WithList.Judge(Signer, CertificateRole.Signer, After, []));

    [Fact]
    public void A_revocation_is_told_with_its_time_whether_it_is_past_or_to_come()
    {
        foreach (var at in new[] { Before, After })
        {
            var judgement = WithList.Judge(Revoked, CertificateRole.Signer, at, []);
            Assert.Equal((true, CertificateRevocation.Revoked, true), (judgement.IsTrusted, judgement.Revocation, judgement.IsKeySuspect));
            Assert.Equal(2024, judgement.RevokedAt!.Value.Year);
        }
    }

    [Fact]
    public void An_OCSP_response_tells_as_much()
    {
        var judge = new PathJudge(Inputs with { Responses = [OcspResponse.From(Fixtures.File("ocsp.resp"))] }) { Demand = RevocationDemand.SoftFail };
        var at = new DateTimeOffset(2025, 1, 1, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal(CertificateRevocation.Revoked, judge.Judge(Revoked, CertificateRole.Signer, at, []).Revocation);
        Assert.True(judge.Judge(Signer, CertificateRole.Signer, at, []).IsTrusted);
    }

    [Fact]
    public void Without_evidence_the_revocation_is_unknown_and_the_path_is_trusted_only_as_far_as_is_asked()
    {
        Assert.Equal(new(true, CertificateRevocation.Unknown), new PathJudge(Inputs) { Demand = RevocationDemand.SoftFail }.Judge(Signer, CertificateRole.Signer, After, []));
        Assert.False(new PathJudge(Inputs).Judge(Signer, CertificateRole.Signer, After, []).IsTrusted);
    }

    [Fact]
    public void A_stranger_is_not_trusted_and_what_came_along_only_helps()
    {
        var strange = new PathJudge(PathInputs.Of([SealPki.Root.Certificate], [])) { Demand = RevocationDemand.SoftFail };
        Assert.Equal(new(false, CertificateRevocation.Unknown), strange.Judge(Signer, CertificateRole.Signer, After, [Certificate("sub.crt"), Certificate("root.crt")]));
        var helped = new PathJudge(PathInputs.Of([Certificate("root.crt")], [])) { Demand = RevocationDemand.SoftFail };
        Assert.False(helped.Judge(Signer, CertificateRole.Signer, After, []).IsTrusted);
        Assert.True(helped.Judge(Signer, CertificateRole.Signer, After, [Certificate("sub.crt")]).IsTrusted);
    }

    [Theory]
    [InlineData("sig_v1.dat")]
    [InlineData("sig_v4.dat")]
    [InlineData("sig_v4_ts.dat")]
    [InlineData("sig_v5_ts.dat")]
    public void Signatures_verify_with_real_evidence(string file)
    {
        var document = ProtectedContent.Of(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><demo/>"));
        // The fixtures' timestamps were made for a time one day before the one that the signer says.
        var trust = new SealTrust(WithList, After) { Policy = new SealPolicy { ClockSkewMax = TimeSpan.FromDays(1) } };
        Assert.Empty(SealVerifier.VerifySignature(Fixtures.File(file), document, trust).Failures);
        Assert.Contains(
            SealStep.SignerRevocation,
            SealVerifier.VerifySignature(Fixtures.File(file), document, new SealTrust(new PathJudge(Inputs) { Demand = RevocationDemand.SoftFail }, After)).Failures.Select(f => f.Step));
    }

    private static PkiCertificate Certificate(string file) => PkiCertificate.From(Fixtures.File(file));
}
