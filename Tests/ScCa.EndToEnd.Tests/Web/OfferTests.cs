using System.Net;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed class OfferTests(RunningHall hall)
{
    [Theory]
    [Trait("rule", "A5")]
    [InlineData("人社", "hrss")]
    [InlineData("govIndex", "gov-procurement")]
    [InlineData("公共资源交易服务中心专区", "public-resources")]
    [InlineData("药械平台", "pharma-procurement")]
    [InlineData("ljsIndex", "rural-property")]
    public async Task A5_each_platform_has_one_entry_found_by_what_people_call_it(string name, string platform)
    {
        using var visitor = new Visitor(hall.Address);

        var page = await visitor.Get($"/?q={Uri.EscapeDataString(name)}");

        Assert.Equal([$"/apply/{platform}"], System.Text.RegularExpressions.Regex.Matches(page.Html, "/apply/[a-z-]+").Select(m => m.Value));
    }

    [Theory]
    [Trait("rule", "A5")]
    [InlineData("/apply/hrss", "enterprise", "PersonName", false)]
    [InlineData("/apply/gov-procurement?kind=Expert", "expert", "HolderName", false)]
    [InlineData("/apply/gov-procurement?kind=Expert", "expert", "IdNumber", true)]
    [InlineData("/apply/public-resources", "province-centre", "SealPictures", false)]
    [InlineData("/apply/pharma-procurement", "enterprise-unit", "SealPictures", true)]
    [InlineData("/apply/rural-property?kind=Individual", "individual", "HolderName", true)]
    [InlineData("/apply/rural-property?kind=Martian", "unit", "IdNumber", false)]
    public async Task A5_a_form_asks_what_its_kind_of_holder_needs_and_nothing_else(string path, string role, string field, bool isAsked)
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());

        var page = await visitor.Get(path);

        Assert.Contains($"name=\"Role\" value=\"{role}\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(isAsked, page.Html.Contains($"name=\"{field}\"", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("rule", "S1")]
    public async Task S1_where_certificate_and_seal_go_together_the_picture_is_missed_at_its_field()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());

        var refused = await visitor.Submit(
            await visitor.Get("/apply/rural-property"), "CommandId", Applying.Fields("成都农交有限公司", "李四", role: "unit"));

        Assert.Contains("data-rule=\"S1\" data-code=\"OneSealComesWithTheCertificate\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#SealPictures\">", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "P1")]
    public async Task An_expert_applies_under_his_own_name_and_pays_for_each_seal()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());
        var form = await visitor.Get("/apply/gov-procurement?kind=Expert");

        var applied = await visitor.SubmitFiles(
            form, "CommandId", "SealPictures", [Files.Picture, Files.Picture], ("Role", "expert"), ("PersonName", "测评示"), ("IdNumber", "11010519491231002X"),
            ("TermYears", "1"), ("HandlerName", "李四"), ("PostalAddress", Applying.PostalAddress));

        var progress = await visitor.Follow(applied);
        Assert.Contains("测评示", progress.Html, StringComparison.Ordinal);
        Assert.Contains("200.00 元", progress.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231002X", progress.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G5_a_file_that_is_no_picture_is_refused_whatever_it_is_called()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());

        var refused = await visitor.SubmitFiles(
            await visitor.Get(Applying.Page), "CommandId", "SealPictures", [Files.Neither], Applying.Fields("成都假图有限公司", "李四"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("data-rule=\"G5\" data-code=\"FileUnreadable\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#SealPictures\">", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"成都假图有限公司\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_too_large_to_be_read_is_answered_as_that()
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());

        var answered = await visitor.Submit(await visitor.Get("/progress"), "/logout", ("Padding", new string('x', 80_000)));

        Assert.Equal(HttpStatusCode.BadRequest, answered.Status);
        Assert.Contains("提交的内容太大", answered.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("Renew")]
    [InlineData("elsewhere")]
    public async Task What_is_no_operation_has_no_page(string operation)
    {
        using var visitor = new Visitor(hall.Address);
        await visitor.LogIn(Phones.Next());

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/certificates/c-1/{operation}")).Status);
    }
}
