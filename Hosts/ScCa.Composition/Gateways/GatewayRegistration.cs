using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Gateways.Accounts;
using ScCa.Gateways.Bank;
using ScCa.Gateways.Sms;
using ScCa.Keys;

namespace ScCa.Composition.Gateways;

/// <summary>The real gateways that are configured. What is wrong with one is told by the check at start, when it is first made.</summary>
internal static class GatewayRegistration
{
    public static void AddGateways(this IServiceCollection services, ScCaOptions options)
    {
        if (options.Sms is { } sms)
        {
            services.TryAddSingleton<ISmsGateway>(provider => new HttpSmsGateway(
                sms.ToOptions(), SigningKey(sms.KeyFile), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        }

        if (options.PlatformAccounts is { } accounts)
        {
            services.TryAddSingleton<IPlatformAccounts>(provider => new HttpPlatformAccounts(
                Options(accounts), SigningKey(accounts.KeyFile), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        }

        if (options.BankMappingFile is { } mapping)
        {
            services.TryAddSingleton<IBankStatements>(provider => new StatementFolder(
                provider.GetRequiredService<DataFolder>().Bank, MappingFile.Read(mapping), new Lazy<Payers>(provider.GetRequiredService<Payers>),
                provider.GetRequiredService<ILogger<StatementFolder>>()));
        }

        services.AddPartners(options);
        services.AddWeChat(options);
        if (options.Issuer is { } issuer)
            services.TryAddSingleton(new InvoiceSeller(issuer.Name, issuer.CreditCode));
        if (options.Sender is { } sender)
            services.TryAddSingleton(new CourierSender(new CourierParty(sender.Name, sender.Phone, sender.Address)));
    }

    private static HttpPlatformAccountsOptions Options(PlatformAccountsEndpoint accounts)
    {
        var options = new HttpPlatformAccountsOptions(accounts.Url, accounts.KeyId);
        return accounts.TimeoutSeconds is { } seconds ? options with { Timeout = Duration.FromSeconds(seconds) } : options;
    }

    private static SmsSigningKey SigningKey(string file)
    {
        using var text = Password.FromFile(file);
        return SmsSigningKey.FromBase64(text.Characters);
    }
}
