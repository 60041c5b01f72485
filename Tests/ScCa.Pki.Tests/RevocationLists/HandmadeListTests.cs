using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.RevocationLists;
using Xunit;

namespace ScCa.Pki.Tests.RevocationLists;

public sealed class HandmadeListTests
{
    private static readonly Extension Indirect = new IssuingDistributionPoint([], IsIndirect: true).ToExtension();

    private static readonly DistinguishedName Alice = TestAuthority.NameOf("Alice"), Bob = TestAuthority.NameOf("Bob");

    [Fact]
    public void An_indirect_list_tells_whose_certificate_each_entry_is_about()
    {
        var list = HandmadeList.Of(1, [(7, []), (7, [HandmadeList.IssuerIs(Alice)]), (8, []), (7, [HandmadeList.IssuerIs(Bob)]), (9, [])], Indirect);

        Assert.NotNull(list.Find([7]));
        Assert.NotNull(list.Find([7], Alice));
        Assert.NotNull(list.Find([7], Bob));
        Assert.NotNull(list.Find([8], Alice));
        Assert.NotNull(list.Find([9], Bob));
        Assert.Null(list.Find([8]));
        Assert.Null(list.Find([8], Bob));
        Assert.Null(list.Find([9], Alice));
        Assert.Equal([null, Alice, Alice, Bob, Bob], list.Entries.Select(entry => entry.CertificateIssuer));
        Assert.False(list.HasUnknownCriticalExtension);
    }

    [Fact]
    public void A_direct_list_that_names_another_issuer_is_not_to_be_used() => Assert.True(HandmadeList.Of(1, [(7, [HandmadeList.IssuerIs(Alice)])]).HasUnknownCriticalExtension);

    [Theory, InlineData(true), InlineData(false)]
    public void What_is_critical_and_not_understood_is_told_and_the_rest_is_passed_over(bool isCritical)
    {
        var unknown = HandmadeList.Of("1.2.3.4", isCritical, writer => writer.WriteNull());

        Assert.Equal(isCritical, HandmadeList.Of(1, [(7, []), (8, [unknown]), (9, [])]).HasUnknownCriticalExtension);
        Assert.Equal(isCritical, HandmadeList.Of(1, null, unknown).HasUnknownCriticalExtension);
    }

    [Fact]
    public void A_list_of_the_first_version_is_read_and_one_without_end_is_never_current()
    {
        var list = HandmadeList.Of(null, [(7, [])]);

        Assert.Equal((1, 1), (list.Version, list.Count));
        Assert.Null(list.NextUpdate);
        Assert.False(list.IsCurrentAt(TestAuthority.Now));
    }

    [Fact]
    public void Entries_may_be_left_empty() => Assert.Equal(0, HandmadeList.Of(1, []).Count);

    public static TheoryData<string, int?, string, string> Malformed => new()
    {
        { "a third version", 2, "", "" },
        { "an entry's extension in the first version", null, "0A0101", "" },
        { "a list's extension in the first version", null, "", "020101" },
        { "reason 7", 1, "0A0107", "" },
        { "reason 11", 1, "0A010B", "" },
        { "a reason of two octets", 1, "0A020001", "" },
        { "a reason that is a number", 1, "020101", "" },
        { "something after the reason", 1, "0A01010500", "" },
        { "a negative number", 1, "", "0201FF" },
        { "a number of 21 octets", 1, "", "0215010000000000000000000000000000000000000000" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void What_the_standard_does_not_allow_is_refused(string what, int? version, string reason, string number)
    {
        Extension[] ofEntry = reason.Length > 0 ? [new(Oids.CrlReason, false, Convert.FromHexString(reason))] : [];
        Extension[] ofList = number.Length > 0 ? [new(Oids.CrlNumber, false, Convert.FromHexString(number))] : [];

        Assert.True(Record.Exception(() => HandmadeList.Of(version, [(7, ofEntry)], ofList)) is PkiRefusedException, what);
    }

    [Fact]
    public void An_entrys_extension_stands_once()
    {
        var reason = HandmadeList.Of(Oids.CrlReason, false, writer => writer.WriteEnumeratedValue(RevocationReason.Superseded));

        Assert.Equal(
            PkiRefusal.RevocationListMalformed, Assert.Throws<PkiRefusedException>(() => HandmadeList.Of(1, [(7, [reason, reason])])).Refusal);
    }
}
