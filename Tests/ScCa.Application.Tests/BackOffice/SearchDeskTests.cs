using ScCa.Application.BackOffice;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.BackOffice;

public sealed class SearchDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A7")]
    public async Task A_certificate_is_found_by_each_of_its_whole_facts_and_by_no_part_of_one()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        await system.ChangeGranted(certificate, 2);
        var serial = (await system.Held(certificate)).Current.Serial.Value;

        foreach (var whole in new[]
        {
            certificate, HolderName, " 四川锦绣招标代理有限公司 ", TestLives.NewName, CreditCode, CreditCode.ToLowerInvariant(), Phone, "+86 138-1234-5678", serial, serial.ToLowerInvariant(),
        })
        {
            Assert.Equal([certificate], (await Found(system, whole)).Select(c => c.Certificate));
        }

        foreach (var part in new[] { HolderName[..4], CreditCode[..17], Phone[..10], serial[..^1], certificate[..^1], HandlerName, "%", "*" })
            Assert.Empty(await Found(system, part));
    }

    [Fact, Trait("rule", "A7")]
    public async Task An_expert_is_found_by_his_name_and_number_and_the_search_keeps_neither()
    {
        await using var system = Create();
        var certificate = await system.IssuedToExpert();

        Assert.Equal(certificate, Assert.Single(await Found(system, TestLives.ExpertNumber)).Certificate);
        var card = Assert.Single(await Found(system, TestLives.ExpertName));
        Assert.Equal((certificate, TestLives.ExpertName), (card.Certificate, card.HolderName));
    }

    [Fact, Trait("rule", "A1")]
    public async Task A_phone_that_handles_it_now_finds_it_too()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        Value(await system.Get<WindowDesk>().ChangeHandler("change-1", certificate, "李小兰", "13987654321", TestStaff.Clerk, Cancellation));
        await system.Work();

        Assert.Equal([certificate], (await Found(system, "13987654321")).Select(c => c.Certificate));
    }

    [Theory, Trait("rule", "I19")]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("x", 201)]
    public async Task A_search_for_nothing_or_for_a_novel_is_refused(string? text, int times = 1)
    {
        await using var system = Create();
        var sought = text is null ? null : string.Concat(Enumerable.Repeat(text, times));

        RefusedWith("I19", "SearchTextMalformed", await system.Get<SearchDesk>().Find(sought, Reviewer, Cancellation));
    }

    private static async Task<IReadOnlyList<Application.Views.CertificateCard>> Found(TestSystem system, string text) =>
        Value(await system.Get<SearchDesk>().Find(text, Reviewer, Cancellation));
}
