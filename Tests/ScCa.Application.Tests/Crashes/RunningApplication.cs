using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Application.Events;
using ScCa.Application.Intake;
using ScCa.Application.Policies;
using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using ScCa.Application.Sweeps;
using ScCa.Application.Texts;
using ScCa.Composition;
using ScCa.Domain.Platforms;
using ScCa.Domain.Staff;
using ScCa.Issuance.Demo;
using ScCa.Issuance.Journal;

namespace ScCa.Application.Tests.Crashes;

/// <summary>A process: the whole application as it is wired in a host, over a world that outlives it. It knows nothing but what that world holds.</summary>
internal sealed class RunningApplication : IAsyncDisposable
{
    public const string First = "boss-1";
    public const string Second = "boss-2";

    // Read-only data that every process would read anew to the same end.
    private static readonly PolicyBook Policies = PolicyLoader.LoadShipped();
    private static readonly TextCatalog Texts = new(typeof(PolicyBook).Assembly, typeof(TextCatalog).Assembly);

    private readonly ServiceProvider services;

    public RunningApplication(OutsideWorld world, Action<IServiceCollection>? defect)
    {
        var added = new ServiceCollection();
        added.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new DefectsSeen(world)));
        AddPorts(added, world);
        added.AddScCa(o =>
        {
            o.Demo = true;
            o.Store = StoreKind.Memory;
            o.DataFolder = world.Real?.Folder ?? "nothing-is-written-here";
        });
        if (world.Real is { } real)
            AddPerils(added, real, world.Perils);
        defect?.Invoke(added);
        Wrapping.Each<IReaction>(added, reaction => new WatchedReaction(reaction, world.Perils));
        Wrapping.Each<ISweep>(added, sweep => new WatchedSweep(sweep, world.Perils));
        services = added.BuildServiceProvider();
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public IEnumerable<T> All<T>() where T : notnull => services.GetServices<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static void AddPorts(ServiceCollection added, OutsideWorld world)
    {
        var perils = world.Perils;
        added.AddSingleton(Policies);
        added.AddSingleton(Texts);
        added.AddSingleton<IClock>(world.Clock);
        added.AddSingleton<IRandomSource>(world.Random);
        added.AddSingleton<IMasterKey>(world.Master);
        added.AddSingleton<IEventStore>(new PerilousEvents(world.Stores.Events, perils));
        added.AddSingleton<IViewStore>(new PerilousViews(world.Stores.Views, perils));
        added.AddSingleton<IReactionCheckpoints>(world.Checkpoints);
        added.AddSingleton<ISubjectKeys>(new PerilousVault(world.Stores.SubjectKeys, perils));
        added.AddSingleton<IMaterialStore>(new PerilousMaterials(world.Stores.Materials, perils));
        added.AddSingleton(world.Stores.StaffCredentials);
        added.AddSingleton<IStaffDirectory, Everybody>();
        added.AddSingleton<ISmsGateway>(world.Sms);
        added.AddSingleton<IBankStatements>(provider => new BankStatements(world.Bank, provider.GetRequiredService<Payers>(), perils));
        added.AddSingleton<IWeChatPayments>(new PerilousTill(world.Till, perils));
        added.AddSingleton<IInvoices>(world.Invoices);
        added.AddSingleton(new InvoiceSeller("演示认证中心", TestSystem.CreditCode));
        added.AddSingleton<ICourier>(world.Courier);
        added.AddSingleton<ITrackingEvents>(world.Courier);
        added.AddSingleton<IRealPersonChecks>(world.Examiner);
        added.AddSingleton<IForgets>(world.Words);
        if (world.Real is not null)
            return;
        added.AddSingleton<ICertificateAuthority>(world.Authority);
        added.AddSingleton<ITokenDesk>(world.Keys);
        added.AddSingleton<ISealMaker>(world.Seals);
        added.AddSingleton<IRevocationListPublisher>(world.Lists);
    }

    private static void AddPerils(ServiceCollection added, RealOffices real, Perils perils)
    {
        Wrapping.Each<ICertificateAuthority>(added, (services, authority) => new PerilousAuthority(authority, perils, real.Signed, () => Journal(services)));
        Wrapping.Each<ISealMaker>(added, (services, maker) => new PerilousSealMaker(maker, perils, real.SealsSigned, () => Journal(services)));
        Wrapping.Each<ITokenDesk>(added, desk => new PerilousTokenDesk(desk, perils));
    }

    private static SignatureJournal Journal(IServiceProvider services) => services.GetRequiredService<DemoAuthority>().Journal;

    private sealed class WatchedReaction(IReaction real, Perils perils) : IReaction
    {
        public string Name => real.Name;

        public async Task React(RecordedEvent happened, CancellationToken cancellation)
        {
            perils.Step = real.GetType().Name;
            try
            {
                await real.React(happened, cancellation);
            }
            finally
            {
                perils.Step = null;
            }
        }
    }

    private sealed class WatchedSweep(ISweep real, Perils perils) : ISweep
    {
        public string Name => real.Name;

        public async Task<int> Run(Instant asOf, CancellationToken cancellation)
        {
            perils.Step = real.GetType().Name;
            try
            {
                return await real.Run(asOf, cancellation);
            }
            finally
            {
                perils.Step = null;
            }
        }
    }

    /// <summary>Two people who may do everything: what takes two is done by both.</summary>
    private sealed class Everybody : IStaffDirectory
    {
        private static readonly IReadOnlyList<StaffMember> Both = [new(First, "甲", [.. Enum.GetValues<StaffRole>()]), new(Second, "乙", [.. Enum.GetValues<StaffRole>()])];

        public ValueTask<IReadOnlyList<StaffMember>> All(CancellationToken cancellation) => new(Both);

        public ValueTask<StaffMember?> Find(string id, CancellationToken cancellation) => new(Both.FirstOrDefault(member => member.Id == id));
    }

    /// <summary>A reaction that fails is tried again for ever: what it failed of is told by the log alone.</summary>
    private sealed class DefectsSeen(OutsideWorld world) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null and not CrashException)
                world.Defect ??= exception;
        }

        public void Dispose()
        {
        }
    }
}
