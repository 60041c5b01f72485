using System.Reflection;
using ScCa.Application.BackOffice;
using ScCa.Application.Hall;
using ScCa.Application.Tests.Staff;
using ScCa.Domain.Staff;
using Xunit;

namespace ScCa.Application.Tests.BackOffice;

public sealed class PermissionsTests(OneOfEach everybody) : IClassFixture<OneOfEach>
{
    private static readonly MethodInfo[] Methods =
    [
        .. typeof(ReviewDesk).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(ReviewDesk).Namespace && type.Name.EndsWith("Desk", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Actions => [.. Methods.Select(Name)];

    [Fact]
    [Trait("rule", "F2")]
    public void F2_Every_public_method_of_the_back_office_has_its_line_in_the_table_and_no_line_is_left_over()
    {
        Assert.Superset(
            new HashSet<string> { "ReviewDesk", "DispatchDesk", "BatchDesk", "FinanceDesk", "HistoryDesk", "StaffDesk", "UnitDesk", "WindowDesk", "RevocationDesk", "SearchDesk", "FiguresDesk", "PrivacyDesk" },
            Methods.Select(m => m.DeclaringType!.Name).ToHashSet());
        Assert.Equal(Permissions.All.Keys.Order(StringComparer.Ordinal), Methods.Select(Name).Order(StringComparer.Ordinal));
        Assert.All(Permissions.All, row => Assert.NotEmpty(row.Value));
    }

    [Fact]
    [Trait("rule", "F2")]
    public void F2_The_auditor_changes_nothing_and_an_administrator_sees_nothing_of_the_business()
    {
        string[] seen =
        [
            "ReviewDesk.Queue", "ReviewDesk.Papers", "DispatchDesk.Queue", "BatchDesk.Days", "BatchDesk.Batch", "CourierDesk.Returned", "FinanceDesk.Reversals", "FinanceDesk.Unmatched",
            "FinanceDesk.Refunds", "FinanceDesk.Invoices",
            "HistoryDesk.Read", "SearchDesk.Find", "FiguresDesk.Between", "FiguresDesk.UnusedGrants", "FiguresDesk.ExpiringSoon", "StaffDesk.Accounts", "UnitDesk.Queue",
            "UnitDesk.Card", "PrivacyDesk.Find",
        ];

        Assert.Equal(
            seen.Order(StringComparer.Ordinal),
            Permissions.All.Where(row => row.Value.Contains(StaffRole.Auditor)).Select(row => row.Key).Order(StringComparer.Ordinal));
        Assert.All(
            Permissions.All.Where(row => row.Value.Contains(StaffRole.Administrator)),
            row => Assert.Contains(row.Key.Split('.')[0], (string[])["StaffDesk", "PrivacyDesk"]));
    }

    // Asked of the desks themselves, not of the table: a method that forgets to ask answers something else to those who may not.
    [Theory, MemberData(nameof(Actions))]
    [Trait("rule", "F2")]
    public async Task F2_A_desk_lets_in_exactly_the_roles_of_its_line(string action)
    {
        var office = everybody.Office;
        var permitted = Permissions.All[action];
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var refusal = await Refusal(office, action, OneOfEach.Account(role));
            Assert.True(permitted.Contains(role) != (refusal?.Code == "NotPermitted"), $"{action} by {role}: {refusal}");
        }

        foreach (var nobody in new[] { OneOfEach.WithoutRole, "not-there", "", "不是账号" })
        {
            var refusal = await Refusal(office, action, nobody);
            Assert.Equal(("F2", "NotPermitted", $"@StaffRole.{permitted[0]}"), (refusal?.Rule, refusal?.Code, refusal?.Facts["role"]));
        }
    }

    [Fact]
    [Trait("rule", "F2")]
    public async Task F2_A_role_withdrawn_no_longer_counts_from_the_next_request_on_nor_does_a_closed_account()
    {
        await using var office = await Office.Open();
        await office.Member("li", StaffRole.Finance);
        await office.Member("zhao", StaffRole.Finance);
        var desk = office.System.Get<FinanceDesk>();
        TestSystem.Value(await desk.Unmatched("li", Cancellation));
        TestSystem.Value(await desk.Unmatched("zhao", Cancellation));

        TestSystem.Value(await office.Desk.Withdraw(office.NewId(), "li", nameof(StaffRole.Finance), Office.Admin2, Cancellation));
        TestSystem.Value(await office.Desk.Close(office.NewId(), "zhao", Office.Admin2, Cancellation));

        TestSystem.RefusedWith("F2", "NotPermitted", await desk.Unmatched("li", Cancellation));
        TestSystem.RefusedWith("F2", "NotPermitted", await desk.Unmatched("zhao", Cancellation));
    }

    [Fact]
    [Trait("rule", "F2")]
    public async Task F2_The_refusal_says_which_role_is_needed_in_both_languages()
    {
        var refusal = (await everybody.Office.System.Get<DispatchDesk>().Queue(Office.Admin1, Cancellation)).Refusal!;

        Assert.Contains("寄送员", refusal.ZhCn, StringComparison.Ordinal);
        Assert.Contains("dispatch", refusal.En, StringComparison.Ordinal);
    }

    private static async Task<RefusalText?> Refusal(Office office, string action, string staff)
    {
        var method = Methods.Single(m => Name(m) == action);
        var desk = typeof(TestSystem).GetMethod(nameof(TestSystem.Get))!.MakeGenericMethod(method.DeclaringType!).Invoke(office.System, null);
        object?[] arguments = [.. method.GetParameters().Select(parameter => Argument(parameter, staff, office))];
        Assert.Contains(method.GetParameters(), parameter => parameter.Name == "staff");
        var answer = (Task)method.Invoke(desk, arguments)!;
        await answer;
        var outcome = answer.GetType().GetProperty("Result")!.GetValue(answer)!;
        return (RefusalText?)outcome.GetType().GetProperty("Refusal")!.GetValue(outcome);
    }

    private static object? Argument(ParameterInfo parameter, string staff, Office office) => parameter switch
    {
        { Name: "staff" } => staff,
        { Name: "commandId" } => office.NewId(),
        { ParameterType: var type } when type == typeof(CancellationToken) => Cancellation,
        { ParameterType: var type } when type == typeof(string) => "x-1",
        { ParameterType: var type } when type == typeof(ApplyForm) => TestSystem.Application(office.NewId()),
        { ParameterType: var type } when type == typeof(OperationForm) => new OperationForm(office.NewId(), "c-1", "Renew", TestSystem.HandlerName, TestSystem.Phone),
        { ParameterType.IsValueType: true } => Activator.CreateInstance(parameter.ParameterType),
        _ => null,
    };

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
