using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Composition;
using ScCa.Composition.StandIns;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests;

/// <summary>The whole system as it is wired in a host, on the memory store, under a clock of the test's own; a test may put its own adapters in.</summary>
internal sealed class TestSystem : IAsyncDisposable
{
    public const string HolderName = "四川锦绣招标代理有限公司";
    public const string CreditCode = "91510100MA61UX2K5A";
    public const string HandlerName = "王小梅";
    public const string PostalAddress = "成都市高新区天府大道 1 号 2 栋 301";
    public const string Phone = "13812345678";
    public const string Reviewer = "demo-reviewer";
    public const string Accountant = "demo-finance";
    public const string Dispatcher = "demo-dispatch";

    private readonly string folder;
    private readonly bool isStored;
    private readonly ServiceProvider services;

    private TestSystem(Action<IServiceCollection> replace, Action<IServiceCollection> afterwards, string? storedIn)
    {
        isStored = storedIn is not null;
        folder = storedIn ?? Directory.CreateTempSubdirectory("scca-application-tests-").FullName;
        if (!isStored)
            DemoFolder.CopyTo(Path.Combine(folder, "demo-ca"));
        Till = new Till(Clock);
        var added = new ServiceCollection();
        added.AddLogging();
        added.AddSingleton<IClock>(Clock);
        replace(added);
        added.TryAddSingleton<IStaffDirectory, TestStaff>();
        added.TryAddSingleton<IWeChatPayments>(Till);
        added.AddScCa(o =>
        {
            o.Demo = true;
            o.Store = isStored ? StoreKind.Sqlite : StoreKind.Memory;
            o.DataFolder = folder;
        });
        afterwards(added);
        services = added.BuildServiceProvider();
    }

    /// <summary>Where the stand-ins keep their files, and whatever else is written.</summary>
    public string Folder => folder;

    // 5 January 2026, 09:00 in Shanghai.
    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 1, 5, 1);

    public Till Till { get; }

    public SelfServiceHall Hall => Get<SelfServiceHall>();

    public ReviewDesk Review => Get<ReviewDesk>();

    public DemoDesk Demo => Get<DemoDesk>();

    public IEventStore Events => Get<IEventStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TestSystem Create(Action<IServiceCollection>? replace = null, Action<IServiceCollection>? afterwards = null) =>
        new(replace ?? (_ => { }), afterwards ?? (_ => { }), storedIn: null);

    /// <summary>The same on the embedded store, in a folder that outlives it.</summary>
    public static TestSystem StoredIn(string folder, Action<IServiceCollection>? replace = null) => new(replace ?? (_ => { }), _ => { }, folder);

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public IServiceProvider Services => services;

    public IEnumerable<T> All<T>() where T : notnull => services.GetServices<T>();

    public Task<int> Work() => Get<WorkCycle>().Run(Cancellation);

    public Task<Certificate> State(string certificate) => Get<CommandExecutor>().State<Certificate>(certificate, Cancellation);

    public async Task<string[]> EventNames(string certificate) =>
        [.. (await Get<CommandExecutor>().Events<Certificate>(certificate, Cancellation)).Select(e => e.Body.GetType().Name)];

    public static ApplyForm Application(string commandId = "apply-1", string holderName = HolderName, int termYears = 1, string phone = Phone) =>
        new(commandId, "gov-procurement", "supplier", holderName, CreditCode, termYears, HandlerName, phone, PostalAddress);

    public async Task<string> Applied(string commandId = "apply-1", string holderName = HolderName, int termYears = 1, string phone = Phone)
    {
        var receipt = Value(await Hall.Apply(Application(commandId, holderName, termYears, phone), Cancellation));
        await Work();
        return receipt.Certificate;
    }

    public async Task Approve(string certificate, int application)
    {
        var finding = (await State(certificate)).Open?.Request.SealPictures > 0 ? nameof(SealPictureFinding.NumberLegible) : null;
        Value(await Review.Approve($"approve-{certificate}-{application}", certificate, application, finding, Reviewer, Cancellation));
        await Papers(certificate, application);
        await Work();
    }

    /// <summary>The applicant gives every paper that is still needed, and the reviewer finds them in order; nothing happens where none is.</summary>
    public async Task Papers(string certificate, int application)
    {
        if ((await State(certificate)).Open is not { AreMaterialsComplete: false } open)
            return;
        foreach (var material in open.MaterialsToGive.ToList())
        {
            await Do(new ProvideMaterial(
                new CommandId($"give-{certificate}-{application}-{material}"), new CertificateId(certificate), application, material, DigestOf(material.Value),
                open.Handler.PhoneIndex, null, Clock.GetCurrentInstant()));
        }

        Value(await Review.CompleteMaterials($"papers-{certificate}-{application}", certificate, application, Reviewer, Cancellation));
    }

    /// <summary>Executes a command that has no desk of its own; a refusal fails the test.</summary>
    public async Task Do<TState>(Command<TState> command) where TState : IEventSourced<TState>
    {
        if (await Get<ICommands>().Execute(command, CommandContext.System("test"), Cancellation) is Answer<TState>.Refused(var refusal))
            throw new TestFailedException($"Refused: {refusal.Rule} {refusal.Code}");
    }

    public static Digest DigestOf(string what) => Digest.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what))));

    public async Task Transfer(long yuan, string payer = HolderName)
    {
        await Demo.Transfer(payer, yuan * 100, Cancellation);
        await Work();
    }

    /// <summary>The applicant asks for the code of what is missing and somebody pays it; the notice comes.</summary>
    public async Task Scan(string certificate, int application)
    {
        Value(await Get<ScanToPay>().Code(certificate, application, Phone, Cancellation));
        var (headers, body) = Till.Pay(ScanOrders.Number(certificate, application));
        Assert.Null(await Get<ScanIntake>().Notice(headers, body, Cancellation));
        await Work();
    }

    /// <summary>Issued on 5 January 2026 for a year: valid until 5 January 2027.</summary>
    public async Task<string> Issued()
    {
        var certificate = await Applied();
        await Approve(certificate, 1);
        await Transfer(300);
        return certificate;
    }

    /// <summary>Issued, and on 1 December 2026 granted a renewal until 5 January 2028.</summary>
    public async Task<string> Granted()
    {
        var certificate = await Issued();
        Clock.Set(Instant.FromUtc(2026, 12, 1, 1, 0));
        Value(await Renew(certificate));
        await Work();
        await Approve(certificate, 2);
        await Transfer(200);
        return certificate;
    }

    public static string CertificateOf(string applyCommandId) => ApplicationForms.NewCertificate(new CommandId(applyCommandId)).Value;

    public Task<Outcome<ApplicationReceipt>> Renew(string certificate, string commandId = "renew-1", int termYears = 1, bool withKey = true) =>
        Operate(certificate, nameof(Operation.Renew), withKey, form => form with { CommandId = commandId, TermYears = termYears });

    /// <summary>Handed in online by the applicant, the present key at hand unless it is said not to be.</summary>
    public async Task<Outcome<ApplicationReceipt>> Operate(
        string certificate, string operation, bool withKey = true, Func<OperationForm, OperationForm>? change = null) =>
        await Hall.Operate(await Form(certificate, operation, withKey, change), Cancellation);

    /// <summary>Taken in at a window by the clerk.</summary>
    public async Task<Outcome<ApplicationReceipt>> AtWindow(
        string certificate, string operation, bool withKey = true, Func<OperationForm, OperationForm>? change = null) =>
        await Get<WindowDesk>().Operate(await Form(certificate, operation, withKey, f => Changed(f with { Channel = nameof(Channel.Window) }, change)), TestStaff.Clerk, Cancellation);

    private async Task<OperationForm> Form(string certificate, string operation, bool withKey, Func<OperationForm, OperationForm>? change)
    {
        var signed = withKey ? await Demo.SignFor(certificate, operation, Cancellation) : null;
        var form = new OperationForm($"{operation.ToLowerInvariant()}-{certificate}", certificate, operation, HandlerName, Phone)
        {
            Challenge = signed?.Challenge,
            Signature = signed?.Signature ?? default,
        };
        return Changed(form, change);
    }

    private static OperationForm Changed(OperationForm form, Func<OperationForm, OperationForm>? change) => change?.Invoke(form) ?? form;

    public static T Value<T>(Outcome<T> outcome) where T : class => outcome.IsRefused
        ? throw new TestFailedException($"Refused: {outcome.Refusal}")
        : outcome.Value;

    public static void RefusedWith<T>(string rule, string code, Outcome<T> outcome) where T : class
    {
        Assert.True(outcome.IsRefused, "It was accepted.");
        Assert.Equal((rule, code), (outcome.Refusal!.Rule, outcome.Refusal.Code));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (!isStored)
            Directory.Delete(folder, recursive: true);
    }
}
