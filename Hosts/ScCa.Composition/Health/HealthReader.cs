using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using ScCa.Application.Views;
using ScCa.Composition.Authority;
using ScCa.Composition.Working;
using ScCa.Stores.Sqlite;

namespace ScCa.Composition.Health;

/// <summary>Looks at the parts and says how they are; it names no person and no secret.</summary>
public sealed class HealthReader
{
    private const string Ready = "ready";

    private readonly IServiceProvider services;

    internal HealthReader(IServiceProvider services) => this.services = services;

    public async Task<HealthReport> Read(CancellationToken cancellation)
    {
        var last = await services.GetRequiredService<IEventStore>().LastPosition(cancellation).ConfigureAwait(false);
        var reached = await services.GetRequiredService<ViewRunner>().ReachedByAll(cancellation).ConfigureAwait(false);
        var blocked = services.GetRequiredService<ReactionRunner>().Blocked
            .Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Reaction} at position {b.Position}, {b.Failures} attempts")).ToImmutableArray();
        var worker = services.GetRequiredService<WorkerState>().IsLeading ? "running" : "standby";
        var authority = await Authority(cancellation).ConfigureAwait(false);
        var remarks = services.GetRequiredService<AuthorityWatch>().Look();
        // A demonstration's clock is moved by years; its certificates are none.
        var isSound = services.GetRequiredService<ScCaOptions>().Demo || !remarks.Any(remark => remark.IsUrgent);
        return new HealthReport(
            blocked.IsEmpty && authority == Ready && isSound ? "healthy" : "degraded", await Store(cancellation).ConfigureAwait(false), worker, authority, last,
            last - reached, blocked, StandIns(), [.. remarks.Select(remark => remark.ToString())]);
    }

    private async Task<string> Authority(CancellationToken cancellation) =>
        (await services.GetRequiredService<ICertificateAuthority>().WhyNotReady(cancellation).ConfigureAwait(false))?.Code ?? Ready;

    private async Task<string> Store(CancellationToken cancellation) => services.GetService<SqliteStores>() is { } sqlite
        ? $"sqlite {(await sqlite.State(cancellation).ConfigureAwait(false)).SqliteVersion}"
        : "memory";

    private ImmutableArray<string> StandIns()
    {
        Type[] ports = [typeof(ISmsGateway), typeof(IBankStatements), typeof(ICertificateAuthority), typeof(ITokenDesk), typeof(IStaffDirectory), typeof(IPlatformAccounts)];
        return [.. ports.Select(services.GetService).OfType<IStandIn>().Select(s => s.StandsInFor.En)];
    }
}
