using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Staff;
using ScCa.Domain.Staff;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Staff;

/// <summary>The system with its own staff directory in place of the demonstration's, set up with two administrators.</summary>
internal sealed class Office : IAsyncDisposable
{
    public const string Admin1 = "admin-1";
    public const string Admin2 = "admin-2";
    public const string Passphrase = "correct horse battery";

    private int commands;

    private Office(Action<IServiceCollection>? more) => System = TestSystem.Create(services =>
    {
        services.AddSingleton<IStaffDirectory>(provider => provider.GetRequiredService<StaffRegister>());
        more?.Invoke(services);
    });

    public TestSystem System { get; }

    public StaffDesk Desk => System.Get<StaffDesk>();

    public StaffSignIn SignIn => System.Get<StaffSignIn>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The code of the first administrator, who has not used it yet.</summary>
    public string FirstCode { get; private set; } = "";

    public static async Task<Office> Open(Action<IServiceCollection>? more = null)
    {
        var office = new Office(more);
        office.FirstCode = TestSystem.Value(await office.System.Get<StaffSetUp>().AppointFirst(Admin1, "张一", Cancellation)).Code;
        TestSystem.Value(await office.Desk.Open("open-admin-2", Admin2, "王二", Admin1, Cancellation));
        TestSystem.Value(await office.Desk.Grant("grant-admin-2", Admin2, nameof(StaffRole.Administrator), Admin1, Cancellation));
        return office;
    }

    /// <summary>Opens an account with this role, confirmed where that is needed; answers with its code.</summary>
    public async Task<string> Member(string account, StaffRole? role = null)
    {
        var code = TestSystem.Value(await Desk.Open(NewId(), account, $"姓名 {account}", Admin1, Cancellation)).Code;
        if (role is { } granted)
        {
            TestSystem.Value(await Desk.Grant(NewId(), account, granted.ToString(), Admin1, Cancellation));
            if (granted is StaffRole.Administrator or StaffRole.CaOperator)
                TestSystem.Value(await Desk.Confirm(NewId(), account, granted.ToString(), Admin2, Cancellation));
        }

        return code ?? throw new TestFailedException("No code was made.");
    }

    public async Task Enrolled(string account, StaffRole? role = null) =>
        TestSystem.Value(await SignIn.Enrol(account, await Member(account, role), Passphrase, Cancellation));

    public Task<StaffDirectory> State() => System.Get<CommandExecutor>().State<StaffDirectory>(StaffDirectory.StreamKey, Cancellation);

    public string NewId() => $"command-{Interlocked.Increment(ref commands)}";

    public ValueTask DisposeAsync() => System.DisposeAsync();
}
