using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Composition.Authority;
using ScCa.Composition.Health;
using ScCa.Composition.Working;
using Xunit;

namespace ScCa.Application.Tests.Status;

/// <summary>What people have to see to in the authority's folder is told by the hosts that run on it.</summary>
public sealed class AuthorityWatchTests
{
    private static readonly string[] Responders = ["ocsp-p256", "ocsp-sm2"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, null)]
    [InlineData(340, "expires-soon")]
    [InlineData(366, "expired")]
    public async Task A_responders_certificate_that_runs_out_is_told_a_month_ahead_and_counts_once_it_has(int days, string? remark)
    {
        await using var system = TestSystem.Create();
        system.Clock.Advance(Duration.FromDays(days));

        var remarks = system.Get<AuthorityWatch>().Look();

        Assert.Equal(
            remark is null ? [] : Responders.Select(office => new AuthorityRemark(office, remark)),
            remarks.Where(r => Responders.Contains(r.Office)).OrderBy(r => r.Office, StringComparer.Ordinal));
        Assert.All(remarks, r => Assert.Equal(r.Remark is "expired" or "list-expired", r.IsUrgent));
        Assert.Equal(remarks.Select(r => $"{r.Office}: {r.Remark}"), (await system.Get<HealthReader>().Read(Cancellation)).Remarks);
    }

    [Fact]
    public async Task A_worker_tells_it_once_a_day_and_as_an_error_what_relying_parties_refuse_by_now()
    {
        var log = new KeptLog();
        await using var system = TestSystem.Create(services => services.AddSingleton<ILogger<AuthorityTeller>>(log));
        system.Clock.Advance(Duration.FromDays(340));
        var round = system.Get<WorkerRound>();

        await round.Run(Cancellation);
        await round.Run(Cancellation);

        Assert.Equal([LogLevel.Warning], log.Of("ocsp-sm2 expires-soon"));
        system.Clock.Advance(Duration.FromDays(26));
        await round.Run(Cancellation);
        Assert.Equal([LogLevel.Error], log.Of("ocsp-sm2 expired"));
    }

    private sealed class KeptLog : ILogger<AuthorityTeller>
    {
        private readonly List<(LogLevel Level, string Text)> lines = [];

        public IEnumerable<LogLevel> Of(string text) => lines.Where(line => line.Text.Contains(text, StringComparison.Ordinal)).Select(line => line.Level);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add((logLevel, formatter(state, exception)));
    }
}
