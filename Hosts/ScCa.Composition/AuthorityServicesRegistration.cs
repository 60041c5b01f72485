using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Issuing;
using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using ScCa.Application.Sweeps;
using ScCa.Composition.Working;
using ScCa.Issuance;
using ScCa.Issuance.Demo;
using ScCa.Issuance.Journal;
using ScCa.Issuance.Offices;
using ScCa.Issuance.Revocation;
using ScCa.Issuance.Timestamps;
using ScCa.Keys;
using ScCa.Pki.Timestamps;

namespace ScCa.Composition;

/// <summary>What an authority does beside issuing: status, lists, time and seals.</summary>
internal static class AuthorityServicesRegistration
{
    // ITU-T X.660 keeps the arc 2.999 for examples.
    private const string DemoTimestampPolicy = "2.999.1.1";

    private static readonly TimeSpan MachineAccuracy = TimeSpan.FromMilliseconds(100);

    public static void AddDemoServices(this IServiceCollection services)
    {
        services.AddSingleton(provider => new IssuingAuthorities(provider.GetRequiredService<DemoAuthority>().Listed));
        // The ceremony comes first: it makes the folder's files.
        services.AddSingleton(provider =>
        {
            var journal = provider.GetRequiredService<DemoAuthority>().Journal;
            return DemoOffices(provider, journal);
        });
        services.AddServices();
    }

    public static void AddRealServices(this IServiceCollection services, AuthorityFolder folder)
    {
        services.AddTimeServers(folder);
        services.AddSingleton(provider => Offices(folder, provider, provider.GetRequiredService<AuthorityRecords>().Journal));
        services.AddSingleton(provider => new IssuingAuthorities(provider.GetRequiredService<CertificateAuthority>().Listed));
        services.AddServices();
    }

    /// <summary>What relying parties ask for alone: of all keys those that answer them are opened, no issuing authority's and no seal maker's.</summary>
    public static void AddStatusServices(this IServiceCollection services, ScCaOptions options)
    {
        if (options.Demo)
            services.AddSingleton(provider => DemoOffices(provider, journal: null));
        else if (options.AuthorityFolder is { } folder)
        {
            services.AddTimeServers(folder);
            services.AddSingleton(provider => Offices(folder, provider, journal: null));
        }

        services.AddPublicServices();
    }

    private static void AddTimeServers(this IServiceCollection services, AuthorityFolder folder)
    {
        services.AddSingleton(_ => new TimeServers([.. folder.TimeServers.Select(host => new SntpClockSource(host))]));
        if (folder.TimeServers.Count > 0)
            services.AddHostedService(provider => provider.GetRequiredService<TimeServers>());
    }

    private static AuthorityOffices DemoOffices(IServiceProvider provider, SignatureJournal? journal)
    {
        var (folder, clock) = (provider.GetRequiredService<DataFolder>().DemoAuthority, provider.GetRequiredService<IClock>());
        return AuthorityOffices.Open(
            folder, () => Password.FromFile(Path.Combine(folder, DemoAuthority.PasswordFileName)), isDemo: true, clock,
            new TimestampAuthorityOptions(DemoTimestampPolicy) { ClocksMin = 1 }, [new HeldClock(clock, MachineAccuracy)], journal);
    }

    private static AuthorityOffices Offices(AuthorityFolder folder, IServiceProvider provider, SignatureJournal? journal) => AuthorityOffices.Open(
        folder.Folder, () => Password.FromFile(folder.PasswordFile), isDemo: false, provider.GetRequiredService<IClock>(),
        folder.TimestampPolicy is { } policy ? new TimestampAuthorityOptions(policy) : null,
        [new HeldClock(provider.GetRequiredService<IClock>(), MachineAccuracy), .. provider.GetRequiredService<TimeServers>().Sources], journal);

    private static void AddPublicServices(this IServiceCollection services)
    {
        services.AddSingleton(new StatusOptions());
        services.AddSingleton(provider => new RevocationListFolder(provider.GetRequiredService<DataFolder>().RevocationLists));
        services.AddSingleton(provider => new OcspResponder(
            provider.GetRequiredService<AuthorityOffices>().Status, provider.GetRequiredService<ICertificateStatuses>(), provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<StatusOptions>()));
        services.TryAddSingleton<IRevocationServices>(provider => new AuthorityServices(
            provider.GetRequiredService<AuthorityOffices>().Listed, provider.GetRequiredService<AuthorityOffices>().Certificates, provider.GetRequiredService<OcspResponder>(),
            provider.GetRequiredService<RevocationListFolder>(), provider.GetRequiredService<AuthorityOffices>().RootLists,
            provider.GetRequiredService<AuthorityOffices>().Timestamps, provider.GetRequiredService<CommandExecutor>()));
    }

    private static void AddServices(this IServiceCollection services)
    {
        services.AddPublicServices();
        services.TryAddSingleton<IRevocationListPublisher>(provider => new RevocationListIssuer(
            provider.GetRequiredService<IssuingAuthorities>().All, provider.GetRequiredService<ICertificateStatuses>(), provider.GetRequiredService<RevocationListFolder>(),
            provider.GetRequiredService<ICommands>(), provider.GetRequiredService<CommandExecutor>(), provider.GetRequiredService<StatusOptions>()));
        services.TryAddSingleton<ISealMaker>(provider => provider.GetRequiredService<AuthorityOffices>().Seals
            ?? throw new StartUpRefusedException(StartUpRefusal.SealMakerMissing()));
        services.AddSingleton<SealIssuer>();
        services.AddSingleton<IReaction, MakeSeals>();
        services.AddSingleton<IReaction, IssueListsAtOnce>();
        services.AddSingleton<ISweep, RevocationListSweep>();
    }

    /// <summary>The authorities whose lists are issued here.</summary>
    private sealed record IssuingAuthorities(IReadOnlyList<ListedAuthority> All);
}
