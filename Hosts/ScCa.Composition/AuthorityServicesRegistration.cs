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
using ScCa.Issuance.Issuing;
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
        services.AddSingleton(provider =>
        {
            // The ceremony comes first: it makes the folder's files.
            var (authority, folder, clock) = (provider.GetRequiredService<DemoAuthority>(), provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<IClock>());
            return AuthorityOffices.Open(
                folder.DemoAuthority, () => Password.FromFile(Path.Combine(folder.DemoAuthority, DemoAuthority.PasswordFileName)), isDemo: true, clock,
                new TimestampAuthorityOptions(DemoTimestampPolicy) { ClocksMin = 1 }, [new HeldClock(clock, MachineAccuracy)], authority.Journal);
        });
        services.AddServices();
    }

    public static void AddRealServices(this IServiceCollection services, AuthorityFolder folder)
    {
        services.AddSingleton(_ => new TimeServers([.. folder.TimeServers.Select(host => new SntpClockSource(host))]));
        if (folder.TimeServers.Count > 0)
            services.AddHostedService(provider => provider.GetRequiredService<TimeServers>());
        services.AddSingleton(provider => AuthorityOffices.Open(
            folder.Folder, () => Password.FromFile(folder.PasswordFile), isDemo: false, provider.GetRequiredService<IClock>(),
            folder.TimestampPolicy is { } policy ? new TimestampAuthorityOptions(policy) : null,
            [new HeldClock(provider.GetRequiredService<IClock>(), MachineAccuracy), .. provider.GetRequiredService<TimeServers>().Sources],
            provider.GetRequiredService<AuthorityRecords>().Journal));
        services.AddSingleton(provider => new IssuingAuthorities(provider.GetRequiredService<CertificateAuthority>().Listed));
        services.AddServices();
    }

    private static void AddServices(this IServiceCollection services)
    {
        services.AddSingleton(new StatusOptions());
        services.AddSingleton(provider => new RevocationListFolder(provider.GetRequiredService<DataFolder>().RevocationLists));
        services.AddSingleton(provider => new OcspResponder(
            provider.GetRequiredService<AuthorityOffices>().Status, provider.GetRequiredService<ICertificateStatuses>(), provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<StatusOptions>()));
        services.TryAddSingleton<IRevocationListPublisher>(provider => new RevocationListIssuer(
            provider.GetRequiredService<IssuingAuthorities>().All, provider.GetRequiredService<ICertificateStatuses>(), provider.GetRequiredService<RevocationListFolder>(),
            provider.GetRequiredService<ICommands>(), provider.GetRequiredService<CommandExecutor>(), provider.GetRequiredService<StatusOptions>()));
        services.TryAddSingleton<IRevocationServices>(provider => new AuthorityServices(
            provider.GetRequiredService<IssuingAuthorities>().Issuers, provider.GetRequiredService<AuthorityOffices>().Certificates, provider.GetRequiredService<OcspResponder>(),
            provider.GetRequiredService<RevocationListFolder>(), provider.GetRequiredService<AuthorityOffices>().RootLists, provider.GetRequiredService<AuthorityOffices>().Timestamps, provider.GetRequiredService<CommandExecutor>()));
        services.TryAddSingleton<ISealMaker>(provider => provider.GetRequiredService<AuthorityOffices>().Seals
            ?? throw new StartUpRefusedException(StartUpRefusal.SealMakerMissing()));
        services.AddSingleton<SealIssuer>();
        services.AddSingleton<IReaction, MakeSeals>();
        services.AddSingleton<IReaction, IssueListsAtOnce>();
        services.AddSingleton<ISweep, RevocationListSweep>();
    }

    /// <summary>The authorities whose lists are issued here.</summary>
    private sealed record IssuingAuthorities(IReadOnlyList<ListedAuthority> All)
    {
        public IReadOnlyList<IssuingAuthority> Issuers => [.. All.Select(authority => authority.Issuer)];
    }
}
