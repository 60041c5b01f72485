using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Paths;
using ScCa.Pki.RevocationLists;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Paths;

public sealed class FixturePathTests
{
    private static readonly PathOptions In2026 = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static readonly PathInputs Inputs = PathInputs.Of([Certificate("root.crt")], [Certificate("sub.crt")]);

    [Theory]
    [InlineData("root.crt", 1), InlineData("sub.crt", 1), InlineData("sign.crt", 2), InlineData("enc.crt", 2), InlineData("maker.crt", 2), InlineData("ocsp.crt", 2)]
    [InlineData("tsa.crt", 2), InlineData("sign_nullparams.crt", 2)]
    public void What_others_issued_is_valid_up_to_the_root(string file, int length)
    {
        var result = PathValidator.Validate(Certificate(file), Inputs, In2026);

        Assert.Empty(result.Findings);
        Assert.Equal(length, result.Path.Count);
        Assert.Equal(Certificate("root.crt"), result.Anchor!.Certificate);
    }

    [Fact]
    public void A_signature_under_the_empty_identity_is_told_as_such()
    {
        var finding = Assert.Single(PathValidator.Validate(Certificate("sign_emptyid.crt"), Inputs, In2026).Findings);

        Assert.Equal((PathStep.Signature, 0, PathFinding.SignedWithEmptyId), (finding.Step, finding.Depth, finding.Finding));
        Assert.Contains("signed with empty ID", finding.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tsa.crt", Oids.TimeStamping, true, null)]
    [InlineData("ocsp.crt", Oids.OcspSigning, true, null)]
    [InlineData("ocsp.crt", Oids.TimeStamping, false, PathFinding.PurposeMissing)]
    [InlineData("sign.crt", Oids.TimeStamping, false, null)]
    [InlineData("sign.crt", Oids.TimeStamping, true, PathFinding.PurposeMissing)]
    public void A_purpose_can_be_demanded_and_be_wanted_by_name(string file, string purpose, bool isToBeNamed, PathFinding? finding) =>
        Assert.Equal(finding, PathValidator.Validate(Certificate(file), Inputs, In2026 with { Purpose = purpose, IsPurposeToBeNamed = isToBeNamed }).FirstFinding?.Finding);

    [Theory]
    [InlineData("sign.crt", null)]
    [InlineData("enc.crt", PathFinding.KeyUsageMissing)]
    public void An_encryption_certificate_signs_nothing(string file, PathFinding? finding) =>
        Assert.Equal(finding, PathValidator.Validate(Certificate(file), Inputs, In2026 with { KeyUsage = KeyUsages.DigitalSignature }).FirstFinding?.Finding);

    [Fact]
    public void A_name_and_a_key_are_an_anchor_too()
    {
        var sub = Certificate("sub.crt");
        var result = PathValidator.Validate(Certificate("sign.crt"), new PathInputs([TrustAnchor.Of(sub.Subject, sub.PublicKey)], []), In2026);

        Assert.True(result.IsValid);
        Assert.Single(result.Path);
    }

    [Fact]
    public void Without_the_intermediate_certificate_its_issuer_is_what_is_missing()
    {
        var result = PathValidator.Validate(Certificate("sign.crt"), Inputs with { Intermediates = [] }, In2026);

        Assert.Equal((PathFinding.IssuerNotFound, 0), (result.FirstFinding!.Finding!.Value, result.FirstFinding.Depth));
        Assert.Null(result.Anchor);
    }

    [Theory]
    [InlineData("enc.crt", RevocationState.Revoked), InlineData("sign.crt", RevocationState.Good), InlineData("tsa.crt", RevocationState.Good)]
    public void The_list_says_which_one_is_revoked(string file, RevocationState state)
    {
        var inputs = Inputs with { Lists = [RevocationList.From(Fixtures.File("sub.crl"))] };
        var result = PathValidator.Validate(Certificate(file), inputs, In2026 with { Revocation = RevocationDemand.SoftFail });

        Assert.Equal(state, result.Revocation[0].State);
        Assert.Equal(state is RevocationState.Revoked ? PathFinding.Revoked : null, result.FirstFinding?.Finding);
        // Nobody gave the root's list.
        Assert.Equal(RevocationState.Unknown, result.Revocation[1].State);
    }

    [Fact]
    public void Revoked_after_the_signing_time_it_was_good_then_and_the_caller_learns_when_and_why()
    {
        var inputs = Inputs with { Lists = [RevocationList.From(Fixtures.File("sub.crl"))] };
        var result = PathValidator.Validate(Certificate("enc.crt"), inputs, new PathOptions(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero)) { Revocation = RevocationDemand.SoftFail });

        Assert.True(result.IsValid);
        Assert.True(result.Revocation[0].IsRevokedLater);
        Assert.Equal((new DateTimeOffset(2024, 12, 31, 0, 0, 0, TimeSpan.Zero), RevocationReason.KeyCompromise), (result.Revocation[0].RevokedAt, result.Revocation[0].Reason));
    }

    private static PkiCertificate Certificate(string file) => PkiCertificate.From(Fixtures.File(file));
}
