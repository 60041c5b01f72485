using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Staff;
using ScCa.Application.Tests.Staff;
using ScCa.Domain.Staff;
using Xunit;

namespace ScCa.Application.Tests.BackOffice;

public sealed class StaffDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Names_of_staff_are_in_no_event_and_read_at_the_desk()
    {
        await using var office = await Office.Open();

        var accounts = TestSystem.Value(await office.Desk.Accounts(Office.Admin1, Cancellation));

        Assert.Equal([("admin-1", "张一"), ("admin-2", "王二")], accounts.Select(row => (row.Account, row.Name)));
        foreach (var stored in await office.System.Events.ReadAll(0, 100, Cancellation))
        {
            var body = System.Text.Encoding.UTF8.GetString(stored.Body.Span);
            Assert.DoesNotContain("张一", body, StringComparison.Ordinal);
            Assert.DoesNotContain("王二", body, StringComparison.Ordinal);
            Assert.DoesNotContain(office.FirstCode, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("rule", "F4")]
    public async Task F4_A_second_administrator_confirms_what_the_first_asked_for()
    {
        await using var office = await Office.Open();
        await office.Member("qian");
        TestSystem.Value(await office.Desk.Grant("g", "qian", nameof(StaffRole.CaOperator), Office.Admin1, Cancellation));
        var waiting = TestSystem.Value(await office.Desk.Accounts(Office.Admin2, Cancellation)).Single(row => row.Account == "qian");
        Assert.Empty(waiting.Roles);
        Assert.Equal([new RequestedRole("CaOperator", Office.Admin1)], waiting.Requests);

        TestSystem.RefusedWith(
            "F4", "SecondAdministratorNeeded", await office.Desk.Confirm("c1", "qian", nameof(StaffRole.CaOperator), Office.Admin1, Cancellation));
        TestSystem.Value(await office.Desk.Confirm("c2", "qian", nameof(StaffRole.CaOperator), Office.Admin2, Cancellation));

        Assert.True((await office.State()).Find(new("qian"))!.Holds(StaffRole.CaOperator));
    }

    [Fact]
    [Trait("rule", "F5")]
    public async Task F5_Three_administrators_who_strip_and_close_each_other_at_once_leave_two()
    {
        foreach (var round in Enumerable.Range(0, 4))
        {
            await using var office = await Office.Open();
            await office.Member("admin-3", StaffRole.Administrator);
            string[] all = [Office.Admin1, Office.Admin2, "admin-3"];

            var changes = all.SelectMany(by => all.Where(other => other != by).Select(other => (By: by, Other: other)))
                .Select((pair, n) => Task.Run(
                    () => round % 2 == 0
                        ? office.Desk.Withdraw($"w{n}", pair.Other, nameof(StaffRole.Administrator), pair.By, Cancellation)
                        : office.Desk.Close($"c{n}", pair.Other, pair.By, Cancellation),
                    Cancellation));
            var outcomes = await Task.WhenAll(changes);

            Assert.Single(outcomes, outcome => !outcome.IsRefused);
            Assert.Equal(2, (await office.State()).Administrators);
        }
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_A_form_sent_twice_makes_one_code_and_one_that_got_lost_in_between_is_made_by_the_repeat()
    {
        await using var office = await Office.Open();
        var first = TestSystem.Value(await office.Desk.Open("open-li", "li", "李", Office.Admin1, Cancellation));

        Assert.NotNull(first.Code);
        Assert.Null(TestSystem.Value(await office.Desk.Open("open-li", "li", "李", Office.Admin1, Cancellation)).Code);

        // As after a crash between the event and the code.
        var credentials = office.System.Get<IStaffCredentials>();
        Assert.True(await credentials.Replace("li", await credentials.Find("li", Cancellation), null, Cancellation));
        var again = TestSystem.Value(await office.Desk.Open("open-li", "li", "李", Office.Admin1, Cancellation)).Code;
        TestSystem.Value(await office.SignIn.Enrol("li", again, Office.Passphrase, Cancellation));
    }

    [Fact]
    [Trait("rule", "F1")]
    public async Task F1_Closing_an_account_destroys_what_its_holder_signed_in_with()
    {
        await using var office = await Office.Open();
        await office.Enrolled("li", StaffRole.Finance);

        TestSystem.Value(await office.Desk.Close("close", "li", Office.Admin2, Cancellation));

        Assert.Null(await office.System.Get<IStaffCredentials>().Find("li", Cancellation));
        TestSystem.RefusedWith("F7", "SignInFailed", await office.SignIn.SignIn("li", Office.Passphrase, Cancellation));
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_A_new_code_ends_the_old_passphrase_and_for_an_administrator_it_is_made_at_the_server()
    {
        await using var office = await Office.Open();
        await office.Enrolled("li", StaffRole.Finance);

        var code = TestSystem.Value(await office.Desk.IssueCode("code", "li", Office.Admin1, Cancellation)).Code;
        TestSystem.RefusedWith("F7", "SignInFailed", await office.SignIn.SignIn("li", Office.Passphrase, Cancellation));
        TestSystem.Value(await office.SignIn.Enrol("li", code, "another long passphrase", Cancellation));

        TestSystem.RefusedWith("F4", "EnrolmentOnlyAtTheServer", await office.Desk.IssueCode("code-2", Office.Admin2, Office.Admin1, Cancellation));
        var atTheServer = TestSystem.Value(await office.System.Get<StaffSetUp>().IssueCode("code-3", Office.Admin2, Cancellation)).Code;
        TestSystem.Value(await office.SignIn.Enrol(Office.Admin2, atTheServer, Office.Passphrase, Cancellation));
    }

    [Theory]
    [InlineData("", "李", "I6", "IdMalformed")]
    [InlineData("li 1", "李", "I6", "IdMalformed")]
    [InlineData("li", " ", "I14", "StaffNameMalformed")]
    [InlineData("li", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "I14", "StaffNameMalformed")]
    public async Task What_is_typed_wrong_is_told_and_opens_nothing(string account, string name, string rule, string code)
    {
        await using var office = await Office.Open();

        TestSystem.RefusedWith(rule, code, await office.Desk.Open("open", account, name, Office.Admin1, Cancellation));

        Assert.Equal(2, (await office.State()).Accounts.Count);
    }

    [Theory]
    [InlineData("judge")]
    [InlineData("reviewer")]
    [InlineData("0")]
    [InlineData(null)]
    public async Task A_role_that_there_is_not_is_refused_by_its_field(string? role)
    {
        await using var office = await Office.Open();
        await office.Member("li");

        TestSystem.RefusedWith("I5", "ChoiceUnknown", await office.Desk.Grant("grant", "li", role, Office.Admin1, Cancellation));
    }

    [Fact]
    [Trait("rule", "F5")]
    public async Task F5_Set_up_appoints_one_first_administrator_and_says_so_to_a_second()
    {
        await using var office = await Office.Open();
        var setUp = office.System.Get<StaffSetUp>();

        Assert.True(await setUp.HasAdministrator(Cancellation));
        TestSystem.RefusedWith("F5", "FirstAdministratorAlreadyAppointed", await setUp.AppointFirst("somebody", "某人", Cancellation));
        // The same again, as after a crash: the code that was perhaps never shown is made anew.
        var again = TestSystem.Value(await setUp.AppointFirst(Office.Admin1, "张一", Cancellation)).Code;
        Assert.NotEqual(office.FirstCode, again);
        TestSystem.RefusedWith("F6", "EnrolmentCodeWrong", await office.SignIn.Enrol(Office.Admin1, office.FirstCode, Office.Passphrase, Cancellation));
        TestSystem.Value(await office.SignIn.Enrol(Office.Admin1, again, Office.Passphrase, Cancellation));
    }

    [Fact]
    [Trait("rule", "C12")]
    public async Task C12_Who_changed_a_role_stands_with_the_event()
    {
        await using var office = await Office.Open();
        await office.Member("li", StaffRole.Finance);

        var events = await office.System.Get<CommandExecutor>().Events<StaffDirectory>(StaffDirectory.StreamKey, Cancellation);

        Assert.Equal("system:console", events[0].Metadata.Actor);
        Assert.Equal(("GrantStaffRole", "staff:admin-1"), (events[^1].Metadata.Command, events[^1].Metadata.Actor));
    }
}
