using NodaTime;
using ScCa.Application.Help;
using Xunit;

namespace ScCa.Application.Tests.Help;

public sealed class HelpDeskTests
{
    private const string KeyNotFound = "未检测到 KEY 或者您的更新/变更业务正在办理，请到进度查询进行查看";
    private const string Expired = "检测到您的证书已过期，无法使用";
    private const string AnotherPhone = "13987654321";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_alone_is_answered_with_causes_remedies_and_contacts_in_both_languages()
    {
        await using var system = TestSystem.Create();

        var answer = TestSystem.Value(system.Get<HelpSearch>().Search("插件异常", null));

        var result = Assert.Single(answer.Results);
        Assert.Equal(("hrss-plug-in", "插件异常", 1.0), (result.Topic.Id, result.Topic.Symptom, result.Score));
        Assert.Equal(["assistant-outdated", "browser-unsupported"], result.Causes.Select(c => c.Check));
        Assert.Equal("400-028-1130", result.Causes[0].Contact.Details.ZhCn[3..15]);
        Assert.False(answer.IsOfAnotherPlatform);
    }

    [Fact]
    public async Task What_is_not_known_is_said_and_the_service_line_given()
    {
        await using var system = TestSystem.Create();

        var answer = TestSystem.Value(await system.Get<HelpDesk>().Search("今天天气真好", null, null, null, Cancellation));

        Assert.Empty(answer.Results);
        Assert.Equal("scca", answer.ServiceLine.Id);
    }

    [Fact]
    public async Task A_message_of_another_platform_is_found_and_said_to_be()
    {
        await using var system = TestSystem.Create();

        var answer = TestSystem.Value(system.Get<HelpSearch>().Search("插件异常", "gov-procurement"));

        Assert.True(answer.IsOfAnotherPlatform);
        Assert.Equal("hrss", Assert.Single(answer.Results[0].Topic.Platforms).Id);
        Assert.False(TestSystem.Value(system.Get<HelpSearch>().Search("今天天气真好", "gov-procurement")).IsOfAnotherPlatform);
    }

    [Fact, Trait("rule", "I5")]
    public async Task A_platform_that_there_is_not_is_refused_I5()
    {
        await using var system = TestSystem.Create();

        TestSystem.RefusedWith("I5", "ChoiceUnknown", system.Get<HelpSearch>().Search("插件异常", "nowhere"));
    }

    [Fact, Trait("rule", "A2")]
    public async Task An_open_application_is_established_and_without_one_excluded_A2()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();

        Assert.Equal(["application-open!", "key-not-read"], await Causes(system, KeyNotFound, certificate));

        await system.Approve(certificate, 1);
        await system.Transfer(300);
        Assert.Equal(["key-not-read"], await Causes(system, KeyNotFound, certificate));
    }

    [Fact, Trait("rule", "A1")]
    public async Task An_application_made_under_another_phone_is_told_to_a_phone_that_has_handled_the_certificate_A1()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();
        system.Clock.Set(Instant.FromUtc(2026, 12, 1, 1, 0));
        TestSystem.Value(await system.Renew(certificate));
        await system.Work();

        Assert.Equal(["application-open!", "key-not-read"], await Causes(system, KeyNotFound, certificate));

        // As it reads where the renewal is another phone's: the applicant of old is sent there.
        var other = await system.Hall.Withdraw("withdraw", certificate, 2, TestSystem.Phone, withRefund: false, Cancellation);
        TestSystem.Value(other);
        await system.Work();
        TestSystem.Value(await system.Operate(
            certificate, "Renew", change: form => form with { CommandId = "renew-2", HandlerName = "李小兰", Phone = AnotherPhone }));
        await system.Work();
        Assert.Equal(["another-phone!", "key-not-read"], await Causes(system, KeyNotFound, certificate));
        Assert.Equal(["application-open!", "key-not-read"], await Causes(system, KeyNotFound, certificate, AnotherPhone));
    }

    [Fact, Trait("rule", "A1")]
    public async Task A_phone_that_has_not_handled_the_certificate_is_helped_by_the_message_alone_A1()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();

        var answer = TestSystem.Value(await system.Get<HelpDesk>().Search(KeyNotFound, null, certificate, AnotherPhone, Cancellation));

        Assert.Equal("ApplicationUnderAnotherPhone", answer.CertificateNotRead!.Code);
        Assert.DoesNotContain(answer.Results[0].Causes, c => c.IsEstablished);
        Assert.Equal(3, answer.Results[0].Causes.Length);
        Assert.Null(TestSystem.Value(await system.Get<HelpDesk>().Search(KeyNotFound, null, certificate, null, Cancellation)).CertificateNotRead);
    }

    [Fact, Trait("rule", "C9")]
    public async Task Whether_it_has_expired_comes_from_notAfter_and_no_sweep_is_waited_for_C9()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();

        Assert.Equal(["expired-in-another-container!"], await Causes(system, Expired, certificate));

        system.Clock.Set(Instant.FromUtc(2027, 1, 5, 15, 59));
        Assert.Equal(["expired-in-another-container!"], await Causes(system, Expired, certificate));
        system.Clock.Set(Instant.FromUtc(2027, 1, 5, 16, 0));
        Assert.Equal(["certificate-expired!", "expired-in-another-container"], await Causes(system, Expired, certificate));
    }

    [Fact, Trait("rule", "C5")]
    public async Task A_granted_renewal_waits_to_be_written_C5()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Granted();
        string[] asHolder = await Causes(system, Expired, certificate);

        Assert.Equal(["expired-in-another-container!", "renewal-not-written!"], asHolder);
        Assert.Equal(asHolder, Ids(TestSystem.Value(await Operator(system).Search(Expired, null, certificate, Cancellation))));
    }

    [Fact]
    public async Task An_operator_asks_about_any_certificate_and_is_told_of_one_that_there_is_not()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();

        Assert.Equal(
            ["application-open!", "another-phone", "key-not-read"],
            Ids(TestSystem.Value(await Operator(system).Search(KeyNotFound, null, certificate, Cancellation))));
        Assert.Equal("CertificateUnknown", (await Operator(system).Search(KeyNotFound, null, "c-none", Cancellation)).Refusal?.Code);
    }

    private static OperatorHelp Operator(TestSystem system) => system.Get<OperatorHelp>();

    private static async Task<string[]> Causes(TestSystem system, string message, string certificate, string phone = TestSystem.Phone)
    {
        var answer = TestSystem.Value(await system.Get<HelpDesk>().Search(message, null, certificate, phone, Cancellation));
        Assert.Null(answer.CertificateNotRead);
        return Ids(answer);
    }

    // An established cause wears an exclamation mark.
    private static string[] Ids(HelpAnswer answer) => [.. answer.Results[0].Causes.Select(c => c.Id + (c.IsEstablished ? "!" : ""))];
}
