using System.Text.Json;
using NodaTime;
using ScCa.Application.Policies;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Policies;

/// <summary>What the files that ship say, read against the published rules.</summary>
public sealed class ShippedPoliciesTests
{
    private static readonly PolicyBook Book = PolicyLoader.LoadShipped();

    [Fact, Trait("rule", "A5")]
    public void A5_Five_platforms_ship_and_the_calendars_that_were_announced()
    {
        Assert.Equal(
            [
                "gov-procurement 1 2020-01-01", "gov-procurement 2 2024-01-01", "hrss 1 2020-01-01", "hrss 2 2026-01-01", "pharma-procurement 1 2025-01-24",
                "public-resources 1 2023-08-15", "public-resources 2 2025-01-01", "rural-property 1 2020-01-01",
            ],
            Book.Policies.Select(p => $"{p.Id} {p.Version} {p.EffectiveFrom:uuuu-MM-dd}"));
        Assert.Equal([true, true, true, false], new[] { 2024, 2025, 2026, 2027 }.Select(Book.Calendar.Knows));
        Assert.False(Book.Calendar.IsWorkingDay(new LocalDate(2026, 10, 7)));
        Assert.True(Book.Calendar.IsWorkingDay(new LocalDate(2026, 10, 10)));
    }

    [Fact, Trait("rule", "A5")]
    public void A5_Where_a_units_social_insurance_is_is_asked_on_one_platform_and_is_the_province_or_one_of_its_prefectures()
    {
        var asking = Assert.Single(Book.Policies, p => p.Region is not null);
        Assert.Equal(("hrss", 2, 22), (asking.Id.Value, asking.Version, asking.Region!.Choices.Length));
        Assert.Equal(["省本级", "成都市"], asking.Region.Choices.Take(2).Select(c => c.Name.ZhCn));
    }

    /// <summary>A version that ships unlisted would be passed over. Whoever ships a new one adds the line that is missing here.</summary>
    [Fact, Trait("rule", "A5")]
    public void A5_Every_version_that_ships_is_published()
    {
        var report = PolicyReport.On(null);

        Assert.Empty(report.Faults);
        Assert.Empty(report.Versions.Where(v => !v.Published).Select(v => JsonSerializer.Serialize(new { platform = v.Platform, version = v.Version, digest = v.Digest })));
    }

    [Fact]
    public void A_file_is_named_after_its_platform_and_version() => Assert.All(
        PolicyReport.On(null).Versions, v => Assert.Equal($"Platforms/Policies/{v.Platform}.{v.Version}.json", v.File));

    [Fact, Trait("rule", "S3")]
    public void S3_Legacy_seals_were_made_until_the_national_standard_took_their_place()
    {
        Assert.Equal(
            [SealFormat.GmT0031V2014, SealFormat.GbT38540V2020, SealFormat.GmT0031V2014, SealFormat.GbT38540V2020],
            new[] { ("gov-procurement", 2023), ("gov-procurement", 2024), ("public-resources", 2024), ("public-resources", 2025) }
                .Select(at => Book.InEffect(new PlatformId(at.Item1), new LocalDate(at.Item2, 6, 1))!.Seals.Format));
        // Nothing else changed with it.
        foreach (var platform in new[] { "gov-procurement", "public-resources" })
        {
            var files = new[] { 1, 2 }.Select(v => File.ReadAllLines(Repository.At("Domain", "ScCa.Domain", "Platforms", "Policies", $"{platform}.{v}.json"))).ToArray();
            Assert.Equal(3, files[0].Zip(files[1]).Count(lines => lines.First != lines.Second));
        }
    }

    /// <summary>S1, S8: how each platform ties seals to certificates.</summary>
    [Theory, Trait("rule", "S1")]
    [InlineData("hrss", SealCoupling.None)]
    [InlineData("gov-procurement", SealCoupling.Optional)]
    [InlineData("public-resources", SealCoupling.None)]
    [InlineData("pharma-procurement", SealCoupling.Coupled)]
    [InlineData("rural-property", SealCoupling.Coupled)]
    public void S1_S8_Certificate_and_seal_are_one_where_the_platform_says_so(string platform, SealCoupling coupling) =>
        Assert.All(Book.Policies.Where(p => p.Id.Value == platform), policy => Assert.Equal(coupling, policy.Seals.Coupling));

    [Fact, Trait("rule", "C2")]
    public void C2_Terms_are_one_year_and_for_government_procurement_two_as_well() => Assert.All(
        Book.Policies, policy => Assert.Equal(policy.Id.Value == "gov-procurement" ? ["P1Y", "P2Y"] : ["P1Y"], policy.Terms.Select(t => t.Value)));

    [Theory, Trait("rule", "A5")]
    [InlineData("hrss", "机关事业单位:unit 企业:unit 社会组织:unit 其他单位:unit")]
    [InlineData("gov-procurement", "采购人:unit 采购人代表:unit 采购人监督:unit 供应商:unit 代理机构:unit 评标专家:expert")]
    [InlineData("public-resources", "四川省政府政务服务和公共资源交易服务中心（未列出的市、州选此项）:unit 成都市公共资源交易服务中心:unit")]
    [InlineData("pharma-procurement", "企业机构:unit")]
    [InlineData("rural-property", "企业/机构:unit 个人:individual+unit")]
    public void A5_Roles_are_those_of_the_platform(string platform, string roles) => Assert.All(
        Book.Policies.Where(p => p.Id.Value == platform),
        policy => Assert.Equal(roles.Split(' '), policy.Roles.Select(r => $"{r.Name.ZhCn}:{PolicyWord.Of(r.Holder)}{(r.BelongsToUnit ? "+unit" : "")}")));

    [Fact]
    public void Pharma_procurement_binds_eight_kinds_of_role_accounts_and_nobody_else_any()
    {
        Assert.Equal(
            ["药品生产", "药品配送", "耗材国内生产", "耗材境外", "耗材配送", "试剂国内生产", "试剂境外", "试剂配送"],
            Latest("pharma-procurement").RoleAccounts.Select(r => r.Name.ZhCn));
        Assert.All(Book.Policies.Where(p => p.Id.Value != "pharma-procurement"), policy => Assert.Empty(policy.RoleAccounts));
    }

    [Theory]
    [InlineData("wt.scca.com.cn", "gov-procurement hrss pharma-procurement public-resources")]
    [InlineData("数字证书业务办理入口", "pharma-procurement public-resources")]
    [InlineData("公共资源交易服务中心专区", "public-resources")]
    [InlineData("政府采购", "gov-procurement pharma-procurement")]
    [InlineData("https://bss.scca.com.cn:8088/selfservice/govIndex", "gov-procurement")]
    [InlineData("https://bss.scca.com.cn:8088/selfservice/ljsIndex", "rural-property")]
    public void A_platform_is_found_by_every_name_of_its_entry(string entry, string platforms) => Assert.Equal(
        platforms.Split(' '), Book.Policies.Where(p => p.Entries.Contains(entry)).Select(p => p.Id.Value).Distinct());

    [Fact]
    public void Forms_are_offered_where_the_platform_publishes_them()
    {
        Assert.All(Latest("gov-procurement").Materials, m => Assert.Equal("https://www.scca.com.cn/News_Show_theId_1365.html", m.Download));
        Assert.Equal("https://www.scca.com.cn/serviceSupport_tag_download.html", Latest("pharma-procurement").Materials[0].Download);
        Assert.Contains("610041", Latest("hrss").PostTo!.ZhCn, StringComparison.Ordinal);
        Assert.Equal(
            ["gov-procurement", "hrss"],
            Book.Policies.Where(p => p.WindowList is "https://www.scca.com.cn/certificate_tag_serviceNetwork_sort_5.html").Select(p => p.Id.Value).Distinct());
    }

    private static PlatformPolicy Latest(string platform) => Book.Policies.Last(p => p.Id.Value == platform);
}
