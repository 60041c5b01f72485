using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Application;
using ScCa.Application.Assistant;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Help;
using ScCa.Application.History;
using ScCa.Application.Intake;
using ScCa.Application.Issuing;
using ScCa.Application.Messages;
using ScCa.Application.Status;
using ScCa.Application.Parcels;
using ScCa.Application.Policies;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Reactions;
using ScCa.Application.Staff;
using ScCa.Application.Sweeps;
using ScCa.Application.Texts;
using ScCa.Application.Units;
using ScCa.Application.Views;
using ScCa.Composition.Authority;
using ScCa.Composition.Gateways;
using ScCa.Composition.Health;
using ScCa.Composition.StandIns;
using ScCa.Composition.Working;
using ScCa.Domain.Platforms;
using ScCa.Keys;
using ScCa.Stores.Memory;
using ScCa.Stores.Sqlite;

namespace ScCa.Composition;

/// <summary>The only wiring there is.</summary>
public static class ScCaRegistration
{
    /// <summary>
    /// Adds the whole system. A port that is registered before (an SMS gateway of the embedder's own, say) is kept; a demonstration fills the rest with
    /// stand-ins, anything else is refused at start by <see cref="ScCaStart.CheckScCa"/>.
    /// </summary>
    public static IServiceCollection AddScCa(this IServiceCollection services, Action<ScCaOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ScCaOptions();
        configure(options);
        services.AddSingleton(options);
        services.AddSingleton<DataFolder>();
        services.AddSingleton(new OwnStaffDirectory(services.Any(s => s.ServiceType == typeof(IStaffDirectory))));
        services.AddSingleton<StandInGuard>();
        services.AddSingleton<WorkerState>();
        services.AddSingleton(provider => new HealthReader(provider));
        services.AddAuthorityWatch(options);
        services.TryAddSingleton<IRandomSource, SystemRandomSource>();
        AddStore(services, options);
        services.AddPolicies(options);
        AddApplication(services);
        if (options.Demo)
            services.AddStandIns(options);
        else
            AddReal(services, options);
        services.AddStaff();
        services.AddUnits();
        return services;
    }

    /// <summary>
    /// Adds what reads histories and nothing that writes. The folder is opened for reading alone, beside whatever works on it, and needs no key; a
    /// demonstration's folder is read by its own clock. Ask <see cref="ScCaStart.CheckScCaHistory"/> first.
    /// </summary>
    public static IServiceCollection AddScCaHistory(this IServiceCollection services, Action<ScCaOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ScCaOptions();
        configure(options);
        services.AddHistory(options);
        services.AddPolicies(options);
        services.AddScCaHelp();
        services.AddSingleton<CommandExecutor>();
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<OperatorHelp>();
        return services;
    }

    /// <summary>
    /// Adds what relying parties ask for alone (<see cref="IRevocationServices"/>): status, lists, certificates, timestamps. The history is opened for reading,
    /// beside whatever works on it; of all keys only those that answer are opened, and no secret of the folder's. Ask <see cref="ScCaStart.CheckScCaStatus"/> first.
    /// </summary>
    public static IServiceCollection AddScCaStatus(this IServiceCollection services, Action<ScCaOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ScCaOptions();
        configure(options);
        services.AddHistory(options);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteHistory>().Views);
        services.AddPolicies(options);
        services.AddSingleton<CommandExecutor>();
        services.AddSingleton<ICertificateStatuses, CertificateStatuses>();
        services.AddStatusServices(options);
        services.AddAuthorityWatch(options);
        services.AddSingleton<StatusHealthReader>();
        return services;
    }

    /// <summary>Adds help by the message alone (<see cref="HelpSearch"/>): it needs no data folder. It comes with the other two.</summary>
    public static IServiceCollection AddScCaHelp(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => Texts());
        services.TryAddSingleton(_ => HelpLoader.LoadShipped());
        services.TryAddSingleton<HelpSearch>();
        return services;
    }

    /// <summary>Adds the worker to a host: rounds of reactions, and the nightly sweep.</summary>
    public static IServiceCollection AddScCaWorker(this IServiceCollection services) => services.AddHostedService<WorkerLoop>();

    private static void AddHistory(this IServiceCollection services, ScCaOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<DataFolder>();
        services.AddSingleton(provider => SqliteHistory.Open(
            new SqliteStoreOptions { Folder = provider.GetRequiredService<DataFolder>().Root, NativeLibraryPath = options.SqliteLibrary },
            provider.GetRequiredService<ILogger<SqliteHistory>>()));
        services.AddSingleton(provider => provider.GetRequiredService<SqliteHistory>().Events);
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<DataFolder>() is { IsDemo: true } demo
            ? new DemoClock(SystemClock.Instance, demo.DemoClock)
            : SystemClock.Instance);
    }

    private static void AddAuthorityWatch(this IServiceCollection services, ScCaOptions options) => services.AddSingleton(provider => new AuthorityWatch(
        options.Demo ? provider.GetRequiredService<DataFolder>().DemoAuthority : options.AuthorityFolder?.Folder, provider.GetRequiredService<IClock>()));

    private static void AddStore(IServiceCollection services, ScCaOptions options)
    {
        if (options.Store == StoreKind.Memory)
        {
            services.AddSingleton<MemoryStores>();
            AddPorts<MemoryStores>(services, s => s.Events, s => s.Views, s => s.ReactionCheckpoints, s => s.SubjectKeys, s => s.StaffCredentials, s => s.Materials);
            return;
        }

        services.AddSingleton(provider => SqliteStores.Open(
            new SqliteStoreOptions { Folder = provider.GetRequiredService<DataFolder>().Root, NativeLibraryPath = options.SqliteLibrary },
            provider.GetRequiredService<ILogger<SqliteStores>>()));
        AddPorts<SqliteStores>(services, s => s.Events, s => s.Views, s => s.ReactionCheckpoints, s => s.SubjectKeys, s => s.StaffCredentials, s => s.Materials);
    }

    private static void AddPorts<TStores>(
        IServiceCollection services, Func<TStores, IEventStore> events, Func<TStores, IViewStore> views, Func<TStores, IReactionCheckpoints> checkpoints,
        Func<TStores, ISubjectKeys> subjectKeys, Func<TStores, IStaffCredentials> staffCredentials, Func<TStores, IMaterialStore> materials) where TStores : class
    {
        services.TryAddSingleton(provider => events(provider.GetRequiredService<TStores>()));
        services.TryAddSingleton(provider => views(provider.GetRequiredService<TStores>()));
        services.TryAddSingleton(provider => checkpoints(provider.GetRequiredService<TStores>()));
        services.TryAddSingleton(provider => subjectKeys(provider.GetRequiredService<TStores>()));
        services.TryAddSingleton(provider => staffCredentials(provider.GetRequiredService<TStores>()));
        services.TryAddSingleton(provider => materials(provider.GetRequiredService<TStores>()));
    }

    private static void AddApplication(IServiceCollection services)
    {
        services.AddScCaHelp();
        services.AddCommandDispatch();
        services.AddPrivacy();
        services.AddSingleton<ShownNames>();
        services.AddSingleton<KeptCertificates>();
        services.AddSingleton<Payers>();
        services.AddSingleton<ScanIntake>();
        services.AddSingleton<ScanRefunds>();
        services.AddSingleton<RealPersonIntake>();
        services.AddSingleton<InvoiceIntake>();
        services.AddSingleton<InvoiceReversals>();
        services.AddSingleton<ParcelIntake>();
        services.AddSingleton<GenerationIssuer>();
        services.AddSingleton<MessageSender>();
        services.AddSingleton<KeyChallenges>();

        services.AddSingleton<IView, ProgressView>();
        services.AddSingleton<IView, ReviewQueueView>();
        services.AddSingleton<IView, DueIndexView>();
        services.AddSingleton<IView, TransferMatchView>();
        services.AddSingleton<IView, UnsentMessagesView>();
        services.AddSingleton<IView, CertificateCardView>();
        services.AddSingleton<IView, RefundQueueView>();
        services.AddSingleton<IView, SearchView>();
        services.AddSingleton<IView, FiguresView>();
        services.AddSingleton<IView, BatchView>();
        services.AddSingleton<IView, SubjectCertificatesView>();
        services.AddSingleton<IView, OvertakenView>();
        services.AddSingleton<IView, ParcelView>();
        services.AddSingleton<IView, ReversalQueueView>();
        services.AddSingleton<IView, SerialsView>();
        services.AddSingleton<ICertificateStatuses, CertificateStatuses>();
        services.AddSingleton<ProgressReader>();
        services.AddSingleton<ReviewQueueReader>();
        services.AddSingleton<DueIndexReader>();
        services.AddSingleton<TransferMatchReader>();
        services.AddSingleton<UnsentMessagesReader>();
        services.AddSingleton<CertificateCardReader>();
        services.AddSingleton<RefundQueueReader>();
        services.AddSingleton<SearchReader>();
        services.AddSingleton<FiguresReader>();
        services.AddSingleton<BatchReader>();
        services.AddSingleton<BatchPlaces>();
        services.AddSingleton<SubjectCertificatesReader>();
        services.AddSingleton<OvertakenReader>();
        services.AddSingleton<ParcelReader>();
        services.AddSingleton<ReversalQueueReader>();
        services.AddSingleton<ViewRunner>();
        services.AddSingleton<Freshness>();

        services.AddSingleton<IReaction, MatchTransfers>();
        services.AddSingleton<IReaction, CountClaimedTransfers>();
        services.AddSingleton<IReaction, FulfilApplications>();
        services.AddSingleton<IReaction, RefundEndedApplications>();
        services.AddSingleton<IReaction, PayScansBack>();
        services.AddSingleton<IReaction, RequestInvoices>();
        services.AddSingleton<IReaction, ReverseInvoices>();
        services.AddSingleton<IReaction, FollowParcels>();
        services.AddSingleton<IReaction, RegisterUnits>();
        services.AddSingleton<IReaction, RenameUnits>();
        services.AddSingleton<IReaction, MoveHandlers>();
        services.AddSingleton<IReaction, NoteRoleAccounts>();
        services.AddSingleton<IReaction, NotifyHandlers>();
        services.AddSingleton<IReaction, DeliverMessages>();
        services.AddSingleton<IReaction, FillBatches>();
        services.AddSingleton<IReaction, PostBatchedKeys>();
        services.AddSingleton<IReaction>(provider => ActivatorUtilities.CreateInstance<EraseSubjects>(provider, Keepers(provider)));
        services.AddSingleton<ReactionRunner>();
        services.AddSingleton<BankIntake>();
        services.AddSingleton<WorkCycle>();
        services.AddSingleton(provider => new SingleRound(provider));
        services.AddSingleton<DueLists>();
        services.AddSingleton<WorkerRound>();
        services.AddSingleton<AuthorityTeller>();
        services.AddSingleton<Reminders>();
        services.AddSingleton<ISweep, ExpirySweep>();
        services.AddSingleton<ISweep, OvertakenSweep>();
        services.AddSingleton<ISweep, SealSweep>();
        services.AddSingleton<ISweep, RefundSweep>();
        services.AddSingleton<ISweep, InvoiceSweep>();
        services.AddSingleton<ISweep, ParcelSweep>();
        services.AddSingleton<ISweep, LapseSweep>();
        services.AddSingleton<ISweep, ExpiryReminders>();
        services.AddSingleton<ISweep, GrantReminders>();
        services.AddSingleton<NightlySweep>();

        services.AddSingleton<ApplicationForms>();
        services.AddSingleton<PaperStore>();
        services.AddSingleton<PaperUploads>();
        services.AddSingleton<ScanToPay>();
        services.AddSingleton<RealPersonSteps>();
        services.AddSingleton<SelfServiceHall>();
        services.AddSingleton<CertificateOffers>();
        services.AddSingleton<SealDownloads>();
        services.AddSingleton<PhoneLogin>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<WindowDesk>();
        services.AddSingleton<PaperDesk>();
        services.AddSingleton<RevocationDesk>();
        services.AddSingleton<SearchDesk>();
        services.AddSingleton<FiguresDesk>();
        services.AddSingleton<DispatchDesk>();
        services.AddSingleton<CourierDesk>();
        services.AddSingleton<BatchDesk>();
        services.AddSingleton<FinanceDesk>();
        services.AddSingleton<CertificateFiles>();
        services.AddSingleton<HistoryDesk>();
        services.AddSingleton<PrivacyDesk>();
        services.AddSingleton<CertificateAssistant>();
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<HelpDesk>();
        services.AddSingleton<OperatorHelp>();
    }

    private static void AddPolicies(this IServiceCollection services, ScCaOptions options) => services.TryAddSingleton(_ =>
    {
        try
        {
            return options.PolicyFolder is { } folder ? PolicyLoader.LoadShippedAnd(PolicyFolders.At(folder)) : PolicyLoader.LoadShipped();
        }
        catch (PolicyInvalidException refused)
        {
            throw new StartUpRefusedException([.. refused.Faults.Select(StartUpRefusal.PolicyInvalid)]);
        }
    });

    // Whoever keeps words about people is one of these adapters, or is registered as such by an embedder.
    private static IEnumerable<IForgets> Keepers(IServiceProvider provider) =>
    [
        .. new object?[] { provider.GetService<IBankStatements>(), provider.GetService<ITrackingEvents>(), provider.GetService<ITokenDesk>(), provider.GetService<ISmsGateway>() }
            .OfType<IForgets>().Concat(provider.GetServices<IForgets>()).Distinct(),
    ];

    private static TextCatalog Texts() => new(typeof(PolicyBook).Assembly, typeof(TextCatalog).Assembly);

    private static void AddReal(IServiceCollection services, ScCaOptions options)
    {
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IMasterKey>(provider => new MasterKey(FileMasterSecrets.Open(provider.GetRequiredService<DataFolder>().Root)));
        services.AddGateways(options);
        services.AddAuthority(options);
    }
}
