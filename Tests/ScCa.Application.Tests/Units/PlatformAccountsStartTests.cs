using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ScCa.Application.Ports;
using ScCa.Composition;
using ScCa.Gateways.Accounts;
using Xunit;

namespace ScCa.Application.Tests.Units;

public sealed class PlatformAccountsStartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_check_of_platform_accounts_a_host_may_start_but_not_on_a_stand_in_for_it()
    {
        Assert.DoesNotContain("ST16", await Refusals(_ => { }));
        Assert.Contains("ST16", await Refusals(services => services.AddSingleton<IPlatformAccounts, LocalPlatformAccounts>()));
    }

    [Fact]
    public async Task A_key_file_that_is_not_there_is_told_at_start()
    {
        var settings = Settings(("Url", "https://accounts.example/check"), ("KeyId", "scca"), ("KeyFile", "not-there.key"), ("TimeoutSeconds", "7"));

        Assert.Contains("ST16", await Refusals(_ => { }, options => options.ReadFrom(settings)));
    }

    [Fact]
    public void Settings_are_read_whole_or_refused_by_name()
    {
        var options = new ScCaOptions();
        options.ReadFrom(Settings(("Url", "https://accounts.example/check"), ("KeyId", "scca"), ("KeyFile", "accounts.key"), ("TimeoutSeconds", "7")));
        Assert.Equal(new PlatformAccountsEndpoint(new Uri("https://accounts.example/check"), "scca", "accounts.key") { TimeoutSeconds = 7 }, options.PlatformAccounts);

        Refuses("PlatformAccounts:KeyFile", ("Url", "https://accounts.example/check"), ("KeyId", "scca"));
        Refuses("PlatformAccounts:Url", ("KeyId", "scca"), ("KeyFile", "accounts.key"));
        Refuses("PlatformAccounts:TimeoutSeconds", ("Url", "https://a.example/"), ("KeyId", "scca"), ("KeyFile", "accounts.key"), ("TimeoutSeconds", "soon"));
    }

    private static void Refuses(string setting, params (string Name, string Value)[] settings)
    {
        var refused = Assert.Throws<StartUpRefusedException>(() => new ScCaOptions().ReadFrom(Settings(settings)));
        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal("ST16", refusal.Code);
        Assert.Contains(setting, refusal.En, StringComparison.Ordinal);
        Assert.Contains(setting, refusal.ZhCn, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"PlatformAccounts:{s.Name}", (string?)s.Value))).Build();

    // Much else is missing too: what matters is whether this is among it.
    private static async Task<string[]> Refusals(Action<IServiceCollection> add, Action<ScCaOptions>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("scca-start-tests-").FullName;
        try
        {
            var services = new ServiceCollection();
            services.AddLogging();
            add(services);
            services.AddScCa(options =>
            {
                options.Store = StoreKind.Memory;
                options.DataFolder = folder;
                configure?.Invoke(options);
            });
            await using var provider = services.BuildServiceProvider();
            var refused = await Assert.ThrowsAsync<StartUpRefusedException>(() => provider.CheckScCa(Cancellation));
            return [.. refused.Refusals.Select(r => r.Code)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
