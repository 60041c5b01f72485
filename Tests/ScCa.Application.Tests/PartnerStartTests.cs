using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Composition;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests;

/// <summary>Which partners a host starts with.</summary>
public sealed class PartnerStartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scca-partner-tests-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_demonstration_has_a_stand_in_for_every_partner()
    {
        await using var system = TestSystem.Create();
        object[] partners = [system.Get<IRealPersonChecks>(), system.Get<IInvoices>(), system.Get<ICourier>(), system.Get<ITrackingEvents>()];

        Assert.Equal(
            ["real-person check", "e-invoice platform", "courier", "courier"], partners.Select(partner => Assert.IsType<IStandIn>(partner, exactMatch: false).StandsInFor.En));
        var label = await system.Get<ICourier>().CreateLabel(
            new CourierOrder("parcel-1", new CourierParty("a", "b", "c"), new CourierParty("d", "e", "f")), Cancellation);
        Assert.True(label.IsDone);
    }

    [Fact]
    public async Task A_real_host_starts_without_partners_but_never_with_stand_ins()
    {
        Assert.DoesNotContain(await Refusals(_ => { }), code => code is "ST13" or "ST14" or "ST15");

        var refused = await Refusals(services => services.AddSingleton<ICourier, Pretended>().AddSingleton<IInvoices, Pretended>().AddSingleton<IRealPersonChecks, Pretended>());

        Assert.Superset(new HashSet<string> { "ST13", "ST14", "ST15" }, refused.ToHashSet());
    }

    [Theory]
    [InlineData("https://partner.example/api/", 32, false)]
    [InlineData("https://partner.example/api", 32, true)]
    [InlineData("http://partner.example/api/", 32, true)]
    [InlineData("https://partner.example/api/", 31, true)]
    public async Task A_configured_partner_is_made_at_start_and_refused_by_its_own_code(string url, int keyOctets, bool isRefused)
    {
        var key = Path.Combine(folder, "partner.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[keyOctets]), Cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        foreach (var (section, code) in new[] { ("RealPerson", "ST13"), ("Invoice", "ST14"), ("Courier", "ST15") })
        {
            var settings = Settings((section, "Url", url), (section, "KeyId", "scca"), (section, "KeyFile", key), (section, "TimeoutSeconds", "3"));
            Assert.Equal(isRefused, (await Refusals(_ => { }, settings)).Contains(code));
        }
    }

    [Theory]
    [InlineData("Url")]
    [InlineData("KeyId")]
    [InlineData("KeyFile")]
    [InlineData("TimeoutSeconds")]
    public void A_partner_that_is_configured_in_part_is_refused_by_the_setting(string setting)
    {
        foreach (var (section, code) in new[] { ("RealPerson", "ST13"), ("Invoice", "ST14"), ("Courier", "ST15") })
        {
            var settings = Settings((section, "Url", "https://partner.example/"), (section, "KeyId", "scca"), (section, "KeyFile", "key"), (section, setting, setting == "TimeoutSeconds" ? "soon" : ""));

            var refusal = Assert.Single(Assert.Throws<StartUpRefusedException>(() => new ScCaOptions().ReadFrom(settings)).Refusals);

            Assert.Equal(code, refusal.Code);
            Assert.Contains($"{section}:{setting}", refusal.ZhCn, StringComparison.Ordinal);
            Assert.Contains($"{section}:{setting}", refusal.En, StringComparison.Ordinal);
        }
    }

    private async Task<string[]> Refusals(Action<IServiceCollection> register, IConfiguration? settings = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IClock>(FakeClock.FromUtc(2026, 1, 5, 1));
        register(services);
        services.AddScCa(o =>
        {
            o.Store = StoreKind.Memory;
            o.DataFolder = Path.Combine(folder, "data");
            if (settings is not null)
                o.ReadFrom(settings);
        });
        await using var provider = services.BuildServiceProvider();
        return [.. (await Assert.ThrowsAsync<StartUpRefusedException>(() => provider.CheckScCa(Cancellation))).Refusals.Select(refusal => refusal.Code)];
    }

    private static ConfigurationManager Settings(params (string Section, string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (section, name, value) in settings)
            configuration[$"{section}:{name}"] = value;
        return configuration;
    }

    private sealed class Pretended : ICourier, IInvoices, IRealPersonChecks, IStandIn
    {
        public (string ZhCn, string En) StandsInFor => ("替身", "stand-in");

        public Task<GatewayResult<CourierLabel>> CreateLabel(CourierOrder order, CancellationToken cancellation) => throw new NotSupportedException();

        public CallbackOutcome<TrackingReport> ReadPush(CallbackHeaders headers, ReadOnlySpan<byte> body) => throw new NotSupportedException();

        public Task<GatewayResult<Invoice>> Request(InvoiceRequest request, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<GatewayResult<Invoice>> RequestReversal(InvoiceReversal reversal, CancellationToken cancellation) => throw new NotSupportedException();

        Task<GatewayResult<Invoice>> IInvoices.Find(string number, CancellationToken cancellation) => throw new NotSupportedException();

        CallbackOutcome<Invoice> IInvoices.ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body) => throw new NotSupportedException();

        public Task<GatewayResult<Uri>> Begin(RealPersonCheck check, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<GatewayResult<RealPersonOutcome>> Find(string number, CancellationToken cancellation) => throw new NotSupportedException();

        public CallbackOutcome<RealPersonOutcome> ReadCallback(CallbackHeaders headers, ReadOnlySpan<byte> body) => throw new NotSupportedException();
    }
}
