using ScCa.Pki.Algorithms;
using ScCa.Pki.Asn1;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.RevocationLists;
using Xunit;

namespace ScCa.Pki.Tests.RevocationLists;

public sealed class CoverageTests : IDisposable
{
    private const string First = "http://crl.example/1.crl";
    private const string Second = "http://crl.example/2.crl";

    private const ReasonFlags Every = (ReasonFlags)0x1FE;

    private readonly TestAuthority authority = new(PublicKeyKind.Sm2);
    private readonly TestKey key = TestKey.New(PublicKeyKind.Sm2);

    public void Dispose()
    {
        authority.Dispose();
        key.Dispose();
    }

    [Fact]
    public void A_complete_list_covers_all_of_its_issuers_certificates_and_no_others()
    {
        using var other = new TestAuthority(PublicKeyKind.Sm2, "Another Root");
        var list = TestList.Numbered(authority, 1);

        Assert.Equal(Every, list.ReasonsCoveredFor(Holder()));
        Assert.Equal(Every, list.ReasonsCoveredFor(Holder(DistributionPoint.Of(First))));
        Assert.Equal(Every, list.ReasonsCoveredFor(authority.Certificate));
        Assert.Equal(ReasonFlags.None, list.ReasonsCoveredFor(other.Certificate));
    }

    [Fact]
    public void A_part_covers_the_certificates_that_point_to_it()
    {
        var part = Partial(new([GeneralName.Uri(First), GeneralName.Uri("ldap://crl.example/1")]));

        Assert.Equal(Every, part.ReasonsCoveredFor(Holder(DistributionPoint.Of(First))));
        Assert.Equal(Every, part.ReasonsCoveredFor(Holder(DistributionPoint.Of(Second, First))));
        Assert.Equal(ReasonFlags.None, part.ReasonsCoveredFor(Holder(DistributionPoint.Of(Second))));
        Assert.Equal(ReasonFlags.None, part.ReasonsCoveredFor(Holder()));
    }

    [Fact]
    public void A_certificate_without_points_has_one_named_as_its_issuer() =>
        Assert.Equal(Every, Partial(new([GeneralName.DirectoryName(authority.Name)])).ReasonsCoveredFor(Holder()));

    [Fact]
    public void A_list_about_authorities_or_holders_alone_covers_only_them()
    {
        var (holders, authorities, attributes) = (
            Partial(new([], OnlyContainsUserCerts: true)), Partial(new([], OnlyContainsCaCerts: true)), Partial(new([], OnlyContainsAttributeCerts: true)));

        Assert.Equal((Every, ReasonFlags.None), (holders.ReasonsCoveredFor(Holder()), holders.ReasonsCoveredFor(authority.Certificate)));
        Assert.Equal((ReasonFlags.None, Every), (authorities.ReasonsCoveredFor(Holder()), authorities.ReasonsCoveredFor(authority.Certificate)));
        Assert.Equal(ReasonFlags.None, attributes.ReasonsCoveredFor(Holder()) | attributes.ReasonsCoveredFor(authority.Certificate));
    }

    [Fact]
    public void Some_reasons_are_all_that_is_covered_where_list_or_point_says_so()
    {
        var some = Partial(new([], OnlySomeReasons: ReasonFlags.KeyCompromise | ReasonFlags.CaCompromise));
        var point = Point(ReasonFlags.KeyCompromise | ReasonFlags.Superseded, issuer: null);

        Assert.Equal(ReasonFlags.KeyCompromise | ReasonFlags.CaCompromise, some.ReasonsCoveredFor(Holder()));
        Assert.Equal(ReasonFlags.KeyCompromise, some.ReasonsCoveredFor(Holder(point)));
        Assert.Equal(ReasonFlags.KeyCompromise | ReasonFlags.Superseded, TestList.Numbered(authority, 1).ReasonsCoveredFor(Holder(point)));
    }

    [Fact]
    public void An_indirect_list_covers_the_certificates_that_name_its_issuer()
    {
        using var other = new TestAuthority(PublicKeyKind.Sm2, "List Issuer");
        var holder = Holder(Point(null, other.Name));
        var indirect = TestList.Of(other, [new IssuingDistributionPoint([], IsIndirect: true).ToExtension()]);

        Assert.Equal(Every, indirect.ReasonsCoveredFor(holder));
        Assert.Equal(ReasonFlags.None, TestList.Of(other, []).ReasonsCoveredFor(holder));
        Assert.Equal(ReasonFlags.None, indirect.ReasonsCoveredFor(Holder()));
    }

    [Fact]
    public void The_scope_comes_back_as_it_was_written_and_is_critical()
    {
        var scope = new IssuingDistributionPoint([GeneralName.Uri(First)], default, false, true, ReasonFlags.KeyCompromise, true);

        var read = new ExtensionList([scope.ToExtension()]).IssuingDistributionPoint!;

        Assert.True(scope.ToExtension().IsCritical);
        Assert.Equal((First, true, ReasonFlags.KeyCompromise, true), (read.FullName[0].Text, read.OnlyContainsCaCerts, read.OnlySomeReasons, read.IsIndirect));
        Assert.False(read.OnlyContainsUserCerts || read.OnlyContainsAttributeCerts);
    }

    [Fact]
    public void A_list_cannot_be_only_about_two_kinds() => Assert.Equal(
        PkiRefusal.ExtensionMalformed,
        Assert.Throws<PkiRefusedException>(() => Partial(new([], OnlyContainsUserCerts: true, OnlyContainsCaCerts: true))).Refusal);

    private RevocationList Partial(IssuingDistributionPoint scope) => TestList.Of(authority, [CrlNumber.Of(1), scope.ToExtension()]);

    private PkiCertificate Holder(params IReadOnlyList<Extension> extensions) => authority.Issue(TestAuthority.NameOf("四川测试有限公司"), key.PublicKey, extensions);

    private static Extension Point(ReasonFlags? reasons, DistinguishedName? issuer) => new(Oids.CrlDistributionPoints, false, Writing.Sequence(writer =>
    {
        using (writer.PushSequence())
        {
            if (reasons is { } flags)
                writer.WriteNamedBitList(flags, Reading.Context(1));
            if (issuer is null)
                return;
            using (writer.PushSequence(Reading.Context(2)))
                writer.WriteEncoded(GeneralName.DirectoryName(issuer).Encoded);
        }
    }));
}
