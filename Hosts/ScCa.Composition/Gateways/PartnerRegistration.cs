using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Courier;
using ScCa.Gateways.Invoices;
using ScCa.Gateways.Partners;
using ScCa.Gateways.RealPerson;
using ScCa.Keys;

namespace ScCa.Composition.Gateways;

/// <summary>The partners that are configured. What nobody is configured for is not there; nothing asks for it yet.</summary>
internal static class PartnerRegistration
{
    public static void AddPartners(this IServiceCollection services, ScCaOptions options)
    {
        if (options.RealPerson is { } examiner)
        {
            services.TryAddSingleton<IRealPersonChecks>(provider => new PartnerRealPersonChecks(
                OptionsOf(examiner), SharedKey(examiner), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        }

        if (options.Invoice is { } platform)
        {
            services.TryAddSingleton<IInvoices>(provider => new PartnerInvoices(
                OptionsOf(platform), SharedKey(platform), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
        }

        if (options.Courier is { } courier)
        {
            services.TryAddSingleton<ICourier>(provider => new PartnerCourier(
                OptionsOf(courier), SharedKey(courier), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IRandomSource>()));
            services.TryAddSingleton<ITrackingEvents>(provider => new TrackingFolder(
                provider.GetRequiredService<DataFolder>().Courier, provider.GetRequiredService<ILogger<TrackingFolder>>()));
        }
    }

    private static PartnerOptions OptionsOf(PartnerService service)
    {
        var options = new PartnerOptions(service.Url, service.KeyId);
        return service.TimeoutSeconds is { } seconds ? options with { Timeout = Duration.FromSeconds(seconds) } : options;
    }

    private static PartnerKey SharedKey(PartnerService service)
    {
        using var text = Password.FromFile(service.KeyFile);
        return PartnerKey.FromBase64(text.Characters);
    }
}
