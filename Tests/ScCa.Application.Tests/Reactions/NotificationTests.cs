using NodaTime;
using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Reactions;

public sealed class NotificationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A4")]
    public async Task A_whole_life_is_told_step_by_step_in_the_words_of_each_operation_and_each_once()
    {
        await using var system = Create();
        await system.WholeLife();
        foreach (var reaction in system.All<IReaction>())
            await system.Get<IReactionCheckpoints>().Save(reaction.Name, 0, Cancellation);
        await system.Work();

        string[] expected =
        [
            "新办申请已审核通过，应缴 300.00 元", "新办申请款项已齐", "已签发，有效期至 2027-01-05",
            "申请签章申请已审核通过，应缴 100.00 元", "申请签章申请款项已齐", "申请签章已办结",
            "解锁申请已审核通过", "解锁权限已开通", "口令已重置为初始口令",
            "更新申请已审核通过，应缴 200.00 元", "更新申请款项已齐", "更新已办妥，更新权限已开通，有效期至 2028-01-05", "更新已办结",
            "签章续期申请款项已齐", "签章续期已办结",
            "变更申请已审核通过，请登录自助网厅完成下一步", "变更已办妥，更新权限已开通，有效期至 2028-01-05", "变更已办结",
            "补办申请已审核通过，应缴 50.00 元", "补办申请款项已齐", "已签发，有效期至 2028-01-05",
            "吊销申请已审核通过，请登录自助网厅完成下一步", "数字证书及其印章已吊销",
        ];
        var told = (await system.Demo.Outbox(Cancellation)).Reverse().Select(m => m.Text).ToList();
        Assert.Equal(expected.Length, told.Count);
        Assert.All(expected.Zip(told), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.All(told, text => Assert.DoesNotContain("{", text, StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "A1")]
    public async Task Whoever_handles_it_now_is_told_and_the_former_handler_no_more()
    {
        const string other = "13987654321";
        await using var system = Create();
        var certificate = await system.Applied();
        Value(await system.Get<Application.BackOffice.WindowDesk>().ChangeHandler("change", certificate, "李小兰", other, TestStaff.Clerk, Cancellation));
        await system.Work();

        await system.Approve(certificate, 1);
        await system.Transfer(300);

        Assert.Equal([other, other, other, other], (await system.Demo.Outbox(Cancellation)).Select(m => m.Phone));
    }

    [Fact, Trait("rule", "W1")]
    public async Task A_booked_visit_is_kept_to_the_minute_shown_and_told_and_outside_the_hours_refused_with_the_next_opening()
    {
        await using var system = Create();
        var form = TestSystem.Application() with
        {
            Platform = "pharma-procurement", Role = "enterprise-unit", Channel = "Window", Window = "chengnan", SealPictures = [DigestOf("picture").Value],
        };
        var certificate = Value(await system.Hall.Apply(form, Cancellation)).Certificate;

        var late = await system.Hall.BookVisit("book-0", certificate, 1, "chengnan", new LocalDateTime(2026, 1, 6, 17, 30), Phone, Cancellation);
        RefusedWith("W1", "WindowClosed", late);
        Assert.Equal("2026-01-07 09:00", late.Refusal!.Facts["nextOpening"]);
        RefusedWith("W1", "WindowNotKnown", await system.Hall.BookVisit("book-0", certificate, 1, "nowhere", new LocalDateTime(2026, 1, 6, 9, 30), Phone, Cancellation));
        RefusedWith("I5", "ChoiceUnknown", await system.Hall.BookVisit("book-0", certificate, 1, "no window", new LocalDateTime(2026, 1, 6, 9, 30), Phone, Cancellation));
        RefusedWith("W1", "VisitInThePast", await system.Hall.BookVisit("book-0", certificate, 1, "chengnan", new LocalDateTime(2026, 1, 5, 8, 0), Phone, Cancellation));
        Value(await system.Hall.BookVisit("book-1", certificate, 1, "chengnan", new LocalDateTime(2026, 1, 6, 9, 30), Phone, Cancellation));
        await system.Work();

        Assert.Equal(new LocalDateTime(2026, 1, 6, 9, 30), (await system.State(certificate)).Open!.Visit!.At);
        Assert.Equal(new LocalDateTime(2026, 1, 6, 9, 30), Value(await system.Hall.ProgressOf(certificate, 1, Phone, Cancellation)).Visit);
        Assert.Contains(await system.Demo.Outbox(Cancellation), m => m.Text.Contains("窗口预约成功：2026-01-06 09:30", StringComparison.Ordinal));
    }
}
