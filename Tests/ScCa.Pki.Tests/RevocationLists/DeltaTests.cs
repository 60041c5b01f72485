using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.RevocationLists;
using Xunit;

namespace ScCa.Pki.Tests.RevocationLists;

public sealed class DeltaTests : IDisposable
{
    private readonly TestAuthority authority = new(PublicKeyKind.Sm2);

    public void Dispose() => authority.Dispose();

    [Fact]
    public void A_delta_adds_changes_and_removes()
    {
        var complete = TestList.Numbered(authority, 10, TestList.Entry(1), TestList.Entry(2, RevocationReason.CertificateHold), TestList.Entry(3, RevocationReason.CertificateHold));
        var delta = TestList.Delta(
            authority, 12, 9, TestList.Entry(2, RevocationReason.RemoveFromCrl), TestList.Entry(3, RevocationReason.KeyCompromise), TestList.Entry(4, RevocationReason.Superseded));

        var merged = MergedRevocationList.Of(complete, delta);

        Assert.True(delta.IsDelta);
        Assert.Equal(9, delta.BaseNumber);
        Assert.True(delta.Extensions.Find(Oids.DeltaCrlIndicator)!.IsCritical);
        Assert.NotNull(merged.Find([1]));
        Assert.Null(merged.Find([2]));
        Assert.Equal(RevocationReason.KeyCompromise, merged.Find([3])!.Value.Reason);
        Assert.Equal(RevocationReason.Superseded, merged.Find([4])!.Value.Reason);
        Assert.Null(merged.Find([5]));
        Assert.Equal([1, 3, 4], merged.Entries.Select(entry => entry.SerialNumber.Span[0]));
        Assert.True(merged.IsSignedBy(authority.Key.PublicKey));
    }

    [Theory, InlineData(8, 9, 12, DeltaFit.BaseTooOld), InlineData(9, 9, 12, DeltaFit.Fits), InlineData(11, 9, 12, DeltaFit.Fits), InlineData(12, 9, 12, DeltaFit.NotNewer), InlineData(13, 9, 12, DeltaFit.NotNewer)]
    public void Only_a_delta_that_joins_on_and_goes_on_fits(int completeNumber, int baseNumber, int deltaNumber, DeltaFit fit) =>
        Assert.Equal(fit, MergedRevocationList.FitOf(TestList.Numbered(authority, completeNumber), TestList.Delta(authority, deltaNumber, baseNumber)));

    [Fact]
    public void What_is_complete_where_a_delta_should_be_does_not_fit_nor_the_other_way_round()
    {
        var (complete, delta) = (TestList.Numbered(authority, 1), TestList.Delta(authority, 2, 1));

        Assert.Equal(DeltaFit.IsNoDelta, MergedRevocationList.FitOf(complete, TestList.Numbered(authority, 2)));
        Assert.Equal(DeltaFit.BaseIsDelta, MergedRevocationList.FitOf(delta, delta));
        Assert.Equal(DeltaFit.NotNumbered, MergedRevocationList.FitOf(TestList.Of(authority, []), delta));
        Assert.Throws<ArgumentException>(() => MergedRevocationList.Of(complete, complete));
    }

    [Fact]
    public void Another_issuers_scopes_or_keys_delta_does_not_fit()
    {
        using var other = new TestAuthority(PublicKeyKind.Sm2, "Another Root");
        using var namesake = new TestAuthority(PublicKeyKind.Sm2);
        var complete = TestList.Numbered(authority, 1);
        var part = new IssuingDistributionPoint([GeneralName.Uri("http://crl.example/1.crl")]).ToExtension();

        Assert.Equal(DeltaFit.AnotherIssuer, MergedRevocationList.FitOf(complete, TestList.Delta(other, 2, 1)));
        Assert.Equal(DeltaFit.AnotherKey, MergedRevocationList.FitOf(complete, TestList.Delta(namesake, 2, 1)));
        Assert.Equal(DeltaFit.AnotherScope, MergedRevocationList.FitOf(complete, TestList.Of(authority, [CrlNumber.Of(2), CrlNumber.OfBase(1), part])));
        Assert.Equal(
            DeltaFit.Fits, MergedRevocationList.FitOf(TestList.Of(authority, [CrlNumber.Of(1), part]), TestList.Of(authority, [CrlNumber.Of(2), CrlNumber.OfBase(1), part])));
    }
}
