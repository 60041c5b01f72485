using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

[Collection(HallCollection.Name)]
public sealed class UnitPagesTests(RunningHall hall)
{
    private const string Holder = "成都单位（示范）有限公司";

    [Fact]
    [Trait("rule", "U2")]
    [Trait("rule", "U4")]
    [Trait("rule", "A11")]
    public async Task A_unit_is_seen_by_its_handler_who_authorises_another_binds_the_certificate_and_declares_an_account()
    {
        using var handler = new Visitor(hall.Address);
        using var second = new Visitor(hall.Address);
        var secondPhone = Phones.Next();
        var (certificate, unit) = await Issued(handler, "91510100MA6UNT001M");
        await second.LogIn(secondPhone);
        Assert.DoesNotContain(unit, (await second.Get("/units")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await second.Get(unit)).Status);
        Assert.Contains(unit, (await handler.Get("/units")).Html, StringComparison.Ordinal);

        var page = await handler.Get(unit);
        Assert.Contains("陈示范", page.Html, StringComparison.Ordinal);
        var refused = await handler.Submit(page, "handler=Authorize", ("HandlerName", "李小兰"), ("Phone", "139"), ("Certificate", certificate));
        Assert.Contains("data-rule=\"I1\"", refused.Html, StringComparison.Ordinal);
        var authorised = await handler.Submit(page, "handler=Authorize", ("HandlerName", "李小兰"), ("Phone", secondPhone), ("Certificate", certificate));
        Assert.Equal(unit, authorised.Location);
        await second.Until(unit.ToLowerInvariant(), "李小兰");

        var bound = await handler.Submit(await handler.Get(unit), "handler=Bind", ("Entry", "gov-procurement/supplier"), ("Certificate", certificate));
        Assert.Equal(unit, bound.Location);
        page = await second.Until(unit, "handler=Unbind");
        var wrongEntry = await handler.Submit(await handler.Get(unit), "handler=Bind", ("Entry", "gov-procurement/agency"), ("Certificate", certificate));
        Assert.Contains("data-rule=\"A11\"", wrongEntry.Html, StringComparison.Ordinal);
        Assert.Equal($"{unit}#bindings", (await second.Submit(page, "handler=Unbind")).Location);

        var accounts = $"{unit}/accounts";
        const string Kind = "drug-production";
        var wrong = await second.Submit(await second.Get(accounts), $"account-{Kind}", ("Account", "sc0006"), ("Password", "wrong-password"));
        Assert.Contains("data-rule=\"I20\"", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-password", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(accounts, (await second.Submit(await second.Get(accounts), $"account-{Kind}", ("Account", "sc0006"), ("Password", "demo-sc0006"))).Location);
        await handler.Until(accounts, "sc0006");
        await second.Submit(await second.Get(accounts), "handler=Apply");
        await second.Submit(await second.Until(accounts, "handler=Settings"), "handler=Settings");
        Assert.DoesNotContain("handler=Settings", (await second.Get(accounts)).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "U2")]
    public async Task A_handler_with_another_phone_takes_along_what_he_handles()
    {
        using var former = new Visitor(hall.Address);
        using var present = new Visitor(hall.Address);
        var formerPhone = Phones.Next();
        var (certificate, unit) = await Issued(former, "91510100MA6UNT002Q", formerPhone);
        await present.LogIn(Phones.Next());
        var form = await present.Get("/units/move");

        var unproven = await present.Submit(form, "CreditCode", ("CreditCode", unit.Split('/')[2]), ("Phone", formerPhone), ("HandlerName", "陈示范"), ("Certificate", "c-none"));
        Assert.Contains("id=\"Certificate-refused\"", unproven.Html, StringComparison.Ordinal);
        var moved = await present.Submit(
            form, "CreditCode", ("CreditCode", unit.Split('/')[2]), ("Phone", formerPhone), ("HandlerName", "陈示范"), ("Certificate", certificate));

        Assert.Equal(unit, moved.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await former.Get(unit)).Status);
        await present.Until($"/certificates/{certificate}", Holder);
    }

    /// <summary>A certificate on its key, and the address of its unit.</summary>
    private static async Task<(string Certificate, string Unit)> Issued(Visitor applicant, string creditCode, string? phone = null)
    {
        using var reviewer = new Visitor(applicant.Address);
        await applicant.LogIn(phone ?? Phones.Next());
        await reviewer.LogInStaff("demo-reviewer");
        var holder = $"{Holder}{creditCode[^3..^1]}";
        var applied = await applicant.Submit(await applicant.Get(Applying.Page), "CommandId", Applying.Fields(holder, "陈示范", creditCode));
        Assert.Equal(HttpStatusCode.Redirect, applied.Status);
        var progress = applied.Location!;
        await reviewer.Approve(progress);
        await applicant.GivePapers(progress);
        await reviewer.CompletePapers(progress);
        await applicant.Transfer(holder, "300.00");
        await applicant.Until(progress, "等待寄送");
        var unit = Regex.Match((await applicant.Until("/units", creditCode)).Html, "href=\"(/units/[0-9A-Z]{18})\"").Groups[1].Value;
        return (Applying.CertificateIn(progress), unit);
    }
}
