using ScCa.Application.Ports;
using ScCa.Application.Staff;
using ScCa.Domain.Staff;
using Xunit;

namespace ScCa.Application.Tests.Staff;

public sealed class StaffSessionsTests
{
    private const string Account = "li";
    private const string Another = "another long passphrase";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ends => ["passphrase", "code", "role", "close"];

    [Theory, MemberData(nameof(Ends))]
    [Trait("rule", "F8")]
    public async Task F8_A_session_ends_with_what_it_was_begun_by_and_nobody_elses_does(string how)
    {
        await using var office = await Office.Open();
        await office.Enrolled(Account, StaffRole.Finance);
        await office.Enrolled("qian", StaffRole.Finance);
        var sessions = office.System.Get<StaffSessions>();
        var (session, other) = (await SignIn(office, Account), await SignIn(office, "qian"));
        Assert.True(await sessions.IsOpen(Account, session.Stamp, Cancellation));

        await End(office, how);

        Assert.False(await sessions.IsOpen(Account, session.Stamp, Cancellation));
        Assert.True(await sessions.IsOpen("qian", other.Stamp, Cancellation));
    }

    [Fact]
    [Trait("rule", "F8")]
    public async Task F8_Whoever_sets_another_passphrase_goes_on_and_a_role_that_is_granted_again_revives_nothing()
    {
        await using var office = await Office.Open();
        await office.Enrolled(Account, StaffRole.Finance);
        var sessions = office.System.Get<StaffSessions>();
        var before = await SignIn(office, Account);

        var changed = TestSystem.Value(await office.SignIn.ChangePassphrase(Account, Office.Passphrase, Another, Cancellation));
        Assert.True(await sessions.IsOpen(Account, changed.Stamp, Cancellation));
        Assert.False(await sessions.IsOpen(Account, before.Stamp, Cancellation));

        TestSystem.Value(await office.Desk.Withdraw(office.NewId(), Account, nameof(StaffRole.Finance), Office.Admin2, Cancellation));
        TestSystem.Value(await office.Desk.Grant(office.NewId(), Account, nameof(StaffRole.Finance), Office.Admin2, Cancellation));
        Assert.False(await sessions.IsOpen(Account, changed.Stamp, Cancellation));
    }

    [Fact]
    [Trait("rule", "F8")]
    public async Task F8_A_role_granted_or_a_request_turned_down_ends_no_session_and_asking_writes_nothing()
    {
        await using var office = await Office.Open();
        await office.Enrolled(Account, StaffRole.Finance);
        var sessions = office.System.Get<StaffSessions>();
        var session = await SignIn(office, Account);

        TestSystem.Value(await office.Desk.Grant(office.NewId(), Account, nameof(StaffRole.Dispatch), Office.Admin1, Cancellation));
        TestSystem.Value(await office.Desk.Grant(office.NewId(), Account, nameof(StaffRole.CaOperator), Office.Admin1, Cancellation));
        TestSystem.Value(await office.Desk.Withdraw(office.NewId(), Account, nameof(StaffRole.CaOperator), Office.Admin1, Cancellation));
        var (position, record) = (await office.System.Events.LastPosition(Cancellation), await Record(office));

        Assert.True(await sessions.IsOpen(Account, session.Stamp, Cancellation));
        Assert.Equal(session.Stamp, (await sessions.Begin(Account, Cancellation))?.Stamp);
        Assert.Equal(position, await office.System.Events.LastPosition(Cancellation));
        Assert.Equal(record, await Record(office));
    }

    [Theory]
    [Trait("rule", "F8")]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("不是账号")]
    public async Task F8_Who_is_not_there_has_no_session(string account)
    {
        await using var office = await Office.Open();
        await office.Enrolled(Account);
        var stamp = (await SignIn(office, Account)).Stamp;
        var sessions = office.System.Get<StaffSessions>();

        Assert.False(await sessions.IsOpen(account, stamp, Cancellation));
        Assert.Null(await sessions.Begin(account, Cancellation));
        Assert.False(await sessions.IsOpen(Account, "", Cancellation));
        Assert.False(await sessions.IsOpen(Account, stamp[..^1], Cancellation));
        Assert.False(await sessions.IsOpen(Office.Admin1, stamp, Cancellation));
    }

    private static async Task End(Office office, string how)
    {
        switch (how)
        {
            case "passphrase":
                TestSystem.Value(await office.SignIn.ChangePassphrase(Account, Office.Passphrase, Another, Cancellation));
                break;
            case "code":
                TestSystem.Value(await office.Desk.IssueCode(office.NewId(), Account, Office.Admin1, Cancellation));
                break;
            case "role":
                TestSystem.Value(await office.Desk.Withdraw(office.NewId(), Account, nameof(StaffRole.Finance), Office.Admin1, Cancellation));
                break;
            default:
                TestSystem.Value(await office.Desk.Close(office.NewId(), Account, Office.Admin1, Cancellation));
                break;
        }
    }

    private static async Task<StaffSession> SignIn(Office office, string account) =>
        TestSystem.Value(await office.SignIn.SignIn(account, Office.Passphrase, Cancellation));

    private static async Task<string> Record(Office office) =>
        Convert.ToHexString((await office.System.Get<IStaffCredentials>().Find(Account, Cancellation))!.Value.Span);
}
