using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using ScCa.Application.Assistant;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Views;
using ScCa.Composition.StandIns.Population;
using ScCa.Domain.Platforms;
using ScCa.Gateways.Accounts;
using ScCa.Gateways.Bank;
using ScCa.Gateways.Courier;
using ScCa.Gateways.Invoices;
using ScCa.Gateways.RealPerson;
using ScCa.Gateways.Sms;
using ScCa.Gateways.Staff;
using ScCa.Gateways.Tokens;
using ScCa.Gateways.WeChat;
using ScCa.Issuance.Demo;
using ScCa.Keys;

namespace ScCa.Composition.StandIns;

/// <summary>Everything a demonstration uses in place of the real thing, below one folder.</summary>
internal static class StandInRegistration
{
    public static void AddStandIns(this IServiceCollection services, ScCaOptions options)
    {
        services.AddSingleton(provider => new DemoClock(
            options.DemoStartsAt is { } start ? new StoppedClock(start) : SystemClock.Instance,
            provider.GetRequiredService<DataFolder>().DemoClock));
        services.TryAddSingleton<IClock>(provider => provider.GetRequiredService<DemoClock>());
        services.TryAddSingleton<IMasterKey>(provider => new MasterKey(MasterSecrets(provider.GetRequiredService<DataFolder>())));

        services.AddSingleton(provider => new LocalSmsOutbox(
            Folder(provider), provider.GetRequiredService<PersonalData>(), provider.GetRequiredService<IClock>()));
        services.AddSingleton(provider => new LocalBank(
            Folder(provider), provider.GetRequiredService<Payers>(), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        services.AddSingleton(provider => new LocalTokenDesk(Folder(provider)));
        services.TryAddSingleton<ISmsGateway>(provider => provider.GetRequiredService<LocalSmsOutbox>());
        services.TryAddSingleton<IBankStatements>(provider => provider.GetRequiredService<LocalBank>());
        services.TryAddSingleton<ITokenDesk>(provider => provider.GetRequiredService<LocalTokenDesk>());
        services.TryAddSingleton<IStaffDirectory, DemoStaff>();
        services.TryAddSingleton<IPlatformAccounts, LocalPlatformAccounts>();
        services.AddPartnerStandIns();
        // Whoever shows the system decides whether the platform issues invoices, or finance records them by hand.
        if (options.Issuer is { } issuer)
            services.TryAddSingleton(new InvoiceSeller(issuer.Name, issuer.CreditCode));
        services.AddSingleton(provider => DemoAuthority.OpenOrCreate(
            provider.GetRequiredService<DataFolder>().DemoAuthority, provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        services.TryAddSingleton<ICertificateAuthority>(provider => provider.GetRequiredService<DemoAuthority>());
        services.AddDemoServices();
        services.AddSingleton<DemoPartners>();
        services.AddSingleton<QuickPartners>();
        services.AddSingleton(provider => OfficeWith<DemoPartners>(provider));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DemoPopulation>(provider, OfficeWith<QuickPartners>(provider)));
        services.AddSingleton(provider => new DemoDesk(
            provider.GetRequiredService<LocalSmsOutbox>(),
            provider.GetRequiredService<LocalBank>(),
            provider.GetRequiredService<LocalTokenDesk>(),
            provider.GetRequiredService<CertificateAssistant>(),
            provider.GetRequiredService<CertificateCardReader>(),
            provider.GetRequiredService<DemoClock>(),
            provider.GetRequiredService<DemoPartners>(),
            Path.Combine(provider.GetRequiredService<DataFolder>().DemoAuthority, DemoAuthority.CertificateFileName)));
    }

    private static void AddPartnerStandIns(this IServiceCollection services)
    {
        services.AddSingleton(provider => new LocalRealPersonChecks(
            Folder(provider), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        services.AddSingleton(provider => new LocalInvoices(Folder(provider), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        services.AddSingleton(provider => new LocalCourier(Folder(provider), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        services.TryAddSingleton(new CourierSender(new CourierParty("演示认证中心鉴证部", "02885336171", "成都市高新区交子大道 333 号中海国际中心 E 座五层 509")));
        services.AddSingleton(provider => new LocalWeChatPayments(provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        services.TryAddSingleton<IWeChatPayments>(provider => provider.GetRequiredService<LocalWeChatPayments>());
        services.AddSingleton(provider => new DemoTill(
            provider.GetRequiredService<LocalWeChatPayments>(), provider.GetRequiredService<ScanIntake>(), provider.GetRequiredService<LocalRealPersonChecks>(),
            provider.GetRequiredService<RealPersonIntake>()));
        services.TryAddSingleton<IRealPersonChecks>(provider => provider.GetRequiredService<LocalRealPersonChecks>());
        services.TryAddSingleton<IInvoices>(provider => provider.GetRequiredService<LocalInvoices>());
        services.TryAddSingleton<ICourier>(provider => provider.GetRequiredService<LocalCourier>());
        services.TryAddSingleton<ITrackingEvents>(provider => provider.GetRequiredService<LocalCourier>());
    }

    private static DemoOffice OfficeWith<TPartners>(IServiceProvider provider) where TPartners : IDemoPartners => new(
        provider.GetRequiredService<CommandExecutor>(), provider.GetRequiredService<ReviewDesk>(), provider.GetRequiredService<WindowDesk>(),
        provider.GetRequiredService<DemoDesk>(), provider.GetRequiredService<TPartners>(), provider.GetRequiredService<PolicyBook>());

    private static string Folder(IServiceProvider provider) => provider.GetRequiredService<DataFolder>().StandIns;

    // A demonstration's folder is its own, so its secret may appear by itself; a real one is made by a person, once.
    private static FileMasterSecrets MasterSecrets(DataFolder folder)
    {
        folder.Create();
        return folder.HasMasterKey ? FileMasterSecrets.Open(folder.Root) : FileMasterSecrets.Create(folder.Root);
    }
}
