using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Application.Views;
using Xunit;

namespace ScCa.Application.Tests.Units;

public sealed class RoleAccountCheckTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "U4")]
    public async Task U4_An_account_that_its_platform_confirms_waits_for_the_review_and_is_approved_by_name()
    {
        await using var units = await UnitSystem.WithHandler();

        TestSystem.Value(await units.Declare());
        TestSystem.Value(await units.Hall.DeclareNoRoleAccount(units.NewId(), UnitSystem.Unit, UnitSystem.Platform, "carrier", TestSystem.Phone, Cancellation));
        await units.System.Work();

        var waiting = Assert.Single(TestSystem.Value(await units.Desk.Queue(TestSystem.Reviewer, Cancellation)));
        Assert.Equal((UnitSystem.Unit, TestSystem.HolderName, UnitSystem.Kind, "sc0006"), (waiting.Unit, waiting.UnitName, waiting.Kind, waiting.Account));
        TestSystem.RefusedWith("U4", "RoleAccountNotUnderReview", await units.Desk.ApproveRoleAccount(
            units.NewId(), UnitSystem.Unit, UnitSystem.Platform, UnitSystem.Kind, "another", TestSystem.Reviewer, Cancellation));
        TestSystem.Value(await units.Desk.ApproveRoleAccount(
            units.NewId(), UnitSystem.Unit, UnitSystem.Platform, UnitSystem.Kind, "sc0006", TestSystem.Reviewer, Cancellation));

        Assert.Equal(
            [("carrier", RoleAccountStatus.None, null), (UnitSystem.Kind, RoleAccountStatus.Approved, "sc0006")],
            (await units.Card()).RoleAccounts.Select(a => (a.Kind, a.Status, a.Account)));
        Assert.Empty(TestSystem.Value(await units.Desk.Queue(TestSystem.Reviewer, Cancellation)));
    }

    [Fact, Trait("rule", "U4")]
    public async Task U4_A_rejected_account_shows_its_reason_and_may_be_declared_again()
    {
        await using var units = await UnitSystem.WithHandler();
        TestSystem.Value(await units.Declare());

        TestSystem.RefusedWith("A3", "ReasonMissing", await Reject(units, " "));
        TestSystem.Value(await Reject(units, "账号不属于本单位"));

        Assert.Equal("账号不属于本单位", Assert.Single((await units.Card()).RoleAccounts).Reason);
        TestSystem.Value(await units.Declare("ps0055"));
        Assert.Equal((RoleAccountStatus.Pending, "ps0055", null), Assert.Single((await units.Card()).RoleAccounts) is var a ? (a.Status, a.Account, a.Reason) : default);
        Assert.Equal("ps0055", Assert.Single(TestSystem.Value(await units.Desk.Queue(TestSystem.Reviewer, Cancellation))).Account);
    }

    [Theory, Trait("rule", "U4")]
    [InlineData("sc0006", "wrong", "I20", "RoleAccountNotConfirmed")]
    [InlineData("sc0006", "", "I20", "RoleAccountNotConfirmed")]
    [InlineData("sub-1", "demo-sub-1", "U4", "SubAccountIsNotBound")]
    [InlineData("sub-1", "wrong", "I20", "RoleAccountNotConfirmed")]
    [InlineData("locked-1", "demo-locked-1", "I20", "RoleAccountLocked")]
    public async Task U4_What_the_platform_does_not_confirm_is_not_declared(string account, string password, string rule, string code)
    {
        await using var units = await UnitSystem.WithHandler();

        TestSystem.RefusedWith(rule, code, await units.Declare(account, password));

        Assert.Empty((await units.Card()).RoleAccounts);
    }

    [Fact, Trait("rule", "U4")]
    public async Task U4_The_password_is_wiped_whatever_comes_of_it()
    {
        await using var units = await UnitSystem.WithHandler();
        foreach (var (account, phone) in new[] { ("sc0006", TestSystem.Phone), ("sc0006", TestSystem.Phone), ("sc0006", "nobody"), (" ", TestSystem.Phone) })
        {
            var password = "demo-sc0006".ToCharArray();
            await units.Hall.DeclareRoleAccount(
                new RoleAccountForm(units.NewId(), UnitSystem.Unit, UnitSystem.Platform, UnitSystem.Kind, account), password, phone, Cancellation);
            Assert.All(password, c => Assert.Equal('\0', c));
        }
    }

    [Fact, Trait("rule", "U4")]
    public async Task U4_The_platform_is_asked_once_and_only_where_the_answer_would_be_used()
    {
        var platform = new CountedPlatform();
        await using var units = await UnitSystem.WithHandler(services => services.AddSingleton<IPlatformAccounts>(platform));

        TestSystem.RefusedWith("U2", "UnitUnderAnotherPhone", await units.Declare(phone: UnitSystem.SecondPhone));
        TestSystem.RefusedWith("A5", "RoleAccountKindNotOffered", await units.Declare(kind: "driver"));
        TestSystem.RefusedWith("I20", "RoleAccountNotConfirmed", await units.Declare(password: new string('x', 129)));
        Assert.Equal(0, platform.Asked);

        TestSystem.Value(await units.Declare(commandId: "declare"));
        TestSystem.Value(await units.Declare(commandId: "declare"));
        TestSystem.RefusedWith("U4", "RoleAccountUnderReview", await units.Declare());
        Assert.Equal(1, platform.Asked);
    }

    [Fact, Trait("rule", "U4")]
    public async Task U4_Where_the_platform_cannot_be_asked_nothing_is_declared_and_it_is_said_so()
    {
        var platform = new CountedPlatform();
        await using var units = await UnitSystem.WithHandler(services => services.AddSingleton<IPlatformAccounts>(platform));
        Exception[] failures = [new HttpRequestException("no"), new TimeoutException("no"), new IOException("no")];

        foreach (var failure in failures)
        {
            platform.Failure = failure;
            TestSystem.RefusedWith("I21", "PlatformNotReached", await units.Declare());
        }

        platform.Failure = null;
        foreach (var answer in new[] { new PlatformAccountCheck(PlatformAccountAnswer.Unavailable, null), new(PlatformAccountAnswer.Confirmed, null), new(PlatformAccountAnswer.Confirmed, "") })
        {
            platform.Answer = answer;
            TestSystem.RefusedWith("I21", "PlatformNotReached", await units.Declare());
        }

        Assert.Empty((await units.Card()).RoleAccounts);
    }

    private static Task<Outcome<Application.Units.UnitReceipt>> Reject(UnitSystem units, string reason) => units.Desk.RejectRoleAccount(
        units.NewId(), UnitSystem.Unit, UnitSystem.Platform, UnitSystem.Kind, "sc0006", reason, TestSystem.Reviewer, Cancellation);

    private sealed class CountedPlatform : IPlatformAccounts
    {
        public int Asked { get; private set; }

        public Exception? Failure { get; set; }

        public PlatformAccountCheck Answer { get; set; } = new(PlatformAccountAnswer.Confirmed, "check-1");

        public Task<PlatformAccountCheck> Check(PlatformAccount account, ReadOnlyMemory<char> password, CancellationToken cancellation)
        {
            Asked++;
            return Failure is null ? Task.FromResult(Answer) : Task.FromException<PlatformAccountCheck>(Failure);
        }
    }
}
