using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Policies;
using ScCa.Application.Reactions;
using ScCa.Application.Units;
using ScCa.Application.Views;
using ScCa.Domain.Platforms;
using ScCa.Domain.Units;
using ScCa.Gateways.Tokens;
using Xunit;

namespace ScCa.Application.Tests.Units;

/// <summary>The whole system with one issued certificate, its platform given role accounts, and a window clerk beside the demonstration's staff.</summary>
internal sealed class UnitSystem : IAsyncDisposable
{
    public const string Unit = TestSystem.CreditCode;
    public const string Platform = "gov-procurement";
    public const string Kind = "maker";
    public const string Clerk = TestStaff.Clerk;
    public const string SecondPhone = "13987654321";

    private int commands;

    private UnitSystem(TestSystem system, string certificate) => (System, Certificate) = (system, certificate);

    public TestSystem System { get; }

    public string Certificate { get; }

    public UnitHall Hall => System.Get<UnitHall>();

    public UnitDesk Desk => System.Get<UnitDesk>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<UnitSystem> Create(Action<IServiceCollection>? more = null)
    {
        // A unit that nobody has registered yet: the review of its first certificate would.
        var system = TestSystem.Create(
            services =>
            {
                services.AddSingleton(WithRoleAccounts());
                more?.Invoke(services);
            },
            services => services.Remove(services.Single(s => s.ImplementationType == typeof(RegisterUnits))));
        return new UnitSystem(system, await system.Issued());
    }

    /// <summary>Registered by its key, the phone of <see cref="TestSystem"/> authorised by it.</summary>
    public static async Task<UnitSystem> WithHandler(Action<IServiceCollection>? more = null)
    {
        var units = await Create(more);
        TestSystem.Value(await units.Hall.Register(units.NewId(), units.Signed(UnitHall.ToRegister), TestSystem.Phone, Cancellation));
        TestSystem.Value(await units.Authorize(TestSystem.Phone));
        await units.System.Work();
        return units;
    }

    public string NewId() => $"unit-command-{++commands}";

    public SignedForUnit Signed(params string[] purpose) => SignedBy(Certificate, purpose);

    public SignedForUnit SignedBy(string certificate, params string[] purpose)
    {
        var challenge = Hall.Challenge(certificate);
        var text = Encoding.UTF8.GetBytes(UnitProofs.ToSign(challenge, purpose));
        return new SignedForUnit(certificate, challenge, System.Get<LocalTokenDesk>().SignChallenge(certificate, 1, text));
    }

    public Task<Outcome<UnitReceipt>> Authorize(string phone, string? commandId = null) => Hall.AuthorizeHandler(
        commandId ?? NewId(), Unit, TestSystem.HandlerName, phone, Signed(UnitHall.ToAuthorize, Unit, phone), TestSystem.Phone, Cancellation);

    public Task<Outcome<UnitReceipt>> Declare(
        string account = "sc0006", string? password = null, string phone = TestSystem.Phone, string? commandId = null, string kind = Kind) => Hall.DeclareRoleAccount(
        new RoleAccountForm(commandId ?? NewId(), Unit, Platform, kind, account), (password ?? $"demo-{account}").ToCharArray(), phone, Cancellation);

    public async Task<UnitCard> Card()
    {
        await System.Work();
        return TestSystem.Value(await Hall.Card(Unit, TestSystem.Phone, Cancellation));
    }

    public async Task<RegisteredUnit> State() => (RegisteredUnit)await System.Get<CommandExecutor>().State<Unit>(Unit, Cancellation);

    public ValueTask DisposeAsync() => System.DisposeAsync();

    private static PolicyBook WithRoleAccounts()
    {
        var shipped = PolicyLoader.LoadShipped();
        return new PolicyBook([.. shipped.Policies.Select(p => p.Id.Value == Platform ? p with { RoleAccounts = [Account(Kind), Account("carrier")] } : p)], shipped.Calendar);
    }

    private static RoleAccountPolicy Account(string kind) => new(new RoleAccountKindId(kind), new LocalizedText(kind, kind));
}
