using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Ocsp;
using ScCa.Pki.Paths;
using ScCa.Pki.RevocationLists;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Paths;

public sealed class OcspRevocationTests : IDisposable
{
    private static readonly DateTimeOffset Now = TestAuthority.Now;

    private readonly TestAuthority root = new(PublicKeyKind.Sm2);
    private readonly TestKey holderKey = TestKey.New(PublicKeyKind.Sm2);
    private readonly TestKey responderKey = TestKey.New(PublicKeyKind.Sm2);
    private readonly PkiCertificate holder;

    public OcspRevocationTests() => holder = root.IssueHolder(holderKey);

    public void Dispose()
    {
        responderKey.Dispose();
        holderKey.Dispose();
        root.Dispose();
    }

    [Theory]
    [InlineData("sign.crt", null)]
    [InlineData("enc.crt", PathFinding.Revoked)]
    public void A_response_that_others_made_tells(string file, PathFinding? finding)
    {
        var inputs = PathInputs.Of([PkiCertificate.From(Fixtures.File("root.crt"))], [PkiCertificate.From(Fixtures.File("sub.crt"))]) with
        {
            Responses = [OcspResponse.From(Fixtures.File("ocsp.resp"))],
        };
        var at = OcspResponse.From(Fixtures.File("ocsp.resp")).Basic!.ProducedAt;

        var result = PathValidator.Validate(PkiCertificate.From(Fixtures.File(file)), inputs, new PathOptions(at) { Revocation = RevocationDemand.SoftFail });

        Assert.Equal(finding, result.FirstFinding?.Finding);
        Assert.Equal(finding is null ? RevocationState.Good : RevocationState.Revoked, result.Revocation[0].State);
    }

    [Fact]
    public void Good_revoked_and_unknown_are_told_apart()
    {
        Require(null, Answered(OcspStatus.Good));
        Require(PathFinding.Revoked, Answered(OcspStatus.Revoked(Now.AddDays(-1), RevocationReason.KeyCompromise)));
        Require(PathFinding.RevocationNotKnownToResponder, Answered(OcspStatus.Unknown));
        Require(PathFinding.RevocationEvidenceAbsent);
    }

    [Fact]
    public void Revoked_after_the_instant_is_good_at_it()
    {
        var result = Validate(Answered(OcspStatus.Revoked(Now.AddDays(2), RevocationReason.Superseded), thisUpdate: Now.AddDays(3)));

        Assert.True(result.IsValid);
        Assert.True(result.Revocation[0].IsRevokedLater);
        Assert.Equal(RevocationReason.Superseded, result.Revocation[0].Reason);
    }

    [Fact]
    public void An_answer_out_of_date_tells_only_what_is_never_taken_back()
    {
        var before = Now.AddDays(-9);
        Require(PathFinding.RevocationEvidenceNotFresh, Answered(OcspStatus.Good, before));
        Require(PathFinding.RevocationEvidenceNotFresh, Answered(OcspStatus.Revoked(before, RevocationReason.CertificateHold), before));
        Require(PathFinding.Revoked, Answered(OcspStatus.Revoked(before, RevocationReason.KeyCompromise), before));
    }

    [Fact]
    public void Who_was_not_authorized_by_the_issuer_is_not_believed()
    {
        using var other = new TestAuthority(PublicKeyKind.Sm2, "Other Root");
        Require(PathFinding.RevocationEvidenceNotAuthentic, Answered(OcspStatus.Good, responder: Responder(other)));
        Require(PathFinding.RevocationEvidenceNotAuthentic, Answered(OcspStatus.Good, responder: Responder(root, Oids.TimeStamping)));
    }

    [Fact]
    public void A_responder_that_is_revoked_itself_is_not_believed()
    {
        var responder = Responder(root, isChecked: true);
        var response = Answered(OcspStatus.Good, responder: responder);
        Require(null, response);

        var list = new RevocationListContent(root.Key.Signer.Algorithm, root.Name, Now.AddDays(-1), Now.AddDays(1), [CrlNumber.Of(1)])
            .Sign(root.Key.Signer, new RevokedEntry(responder.SerialNumber, Now.AddDays(-1)));
        var result = PathValidator.Validate(holder, Inputs(response) with { Lists = [list] }, HardFail);

        // The list knows the holder as good; the response alone would have been refused.
        Assert.True(result.IsValid);
        Assert.Equal(list.ThisUpdate, result.Revocation[0].KnownAsOf);
    }

    [Fact]
    public void Who_says_revoked_is_believed_before_who_says_good()
    {
        var list = new RevocationListContent(root.Key.Signer.Algorithm, root.Name, Now.AddDays(-1), Now.AddDays(1), [CrlNumber.Of(1)]).Sign(root.Key.Signer);
        var revoked = Answered(OcspStatus.Revoked(Now.AddHours(-1)));

        Assert.Equal(PathFinding.Revoked, PathValidator.Validate(holder, Inputs(revoked, Answered(OcspStatus.Good)) with { Lists = [list] }, HardFail).FirstFinding?.Finding);
    }

    [Fact]
    public void A_responder_with_nocheck_and_a_certificate_that_is_never_revoked_are_not_looked_up()
    {
        using var key = TestKey.New(PublicKeyKind.Sm2);
        var brief = root.Issue(TestAuthority.NameOf("Brief"), key.PublicKey, [new Extension(Oids.NoRevocationAvailable, false, new byte[] { 0x05, 0x00 })]);

        Assert.Equal(RevocationState.NotChecked, PathValidator.Validate(Responder(root), Inputs(), HardFail).Revocation[0].State);
        Assert.True(PathValidator.Validate(brief, Inputs(), HardFail).IsValid);
    }

    private static PathOptions HardFail => new(Now) { Revocation = RevocationDemand.HardFail };

    private void Require(PathFinding? finding, params OcspResponse[] responses) => Assert.Equal(finding, Validate(responses).FirstFinding?.Finding);

    private PathResult Validate(params OcspResponse[] responses) => PathValidator.Validate(holder, Inputs(responses), HardFail);

    private PathInputs Inputs(params OcspResponse[] responses) => PathInputs.Of([root.Certificate], []) with { Responses = responses };

    private PkiCertificate Responder(TestAuthority issuer, string purpose = Oids.OcspSigning, bool isChecked = false) => issuer.Issue(
        TestAuthority.NameOf("Responder"), responderKey.PublicKey,
        [
            KeyUsage.Of(KeyUsages.DigitalSignature), ExtendedKeyUsage.Of(false, purpose),
            .. isChecked ? Array.Empty<Extension>() : [new Extension(Oids.OcspNoCheck, false, new byte[] { 0x05, 0x00 })],
        ]);

    private OcspResponse Answered(OcspStatus status, DateTimeOffset? thisUpdate = null, PkiCertificate? responder = null)
    {
        var from = thisUpdate ?? Now.AddHours(-1);
        var id = OcspCertificateId.Of(new OcspIssuer(root.Certificate), holder.SerialNumber, DigestAlgorithm.Sm3);
        var answer = new OcspAnswer(id, status, from, from.AddDays(1));
        return OcspResponse.From(responder is null
            ? new OcspResponseContent(OcspResponderId.ByName(root.Name), from, [answer]).Sign(root.Key.Signer)
            : new OcspResponseContent(OcspResponderId.ByName(responder.Subject), from, [answer]).Sign(responderKey.Signer, responder));
    }
}
