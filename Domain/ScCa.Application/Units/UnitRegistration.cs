using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Assistant;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Units;

/// <summary>Registers what units do in the hall and what is done for them at the desk.</summary>
public static class UnitRegistration
{
    /// <summary>Role accounts can be declared where an <see cref="IPlatformAccounts"/> is registered; everything else needs none.</summary>
    public static IServiceCollection AddUnits(this IServiceCollection services)
    {
        services.AddSingleton<IView, UnitCardView>();
        services.AddSingleton<UnitCardReader>();
        services.AddSingleton(provider => new UnitOffice(
            provider.GetRequiredService<ICommands>(), provider.GetRequiredService<CommandExecutor>(), provider.GetRequiredService<PersonalData>(),
            provider.GetRequiredService<UnitCardReader>(), provider.GetRequiredService<PolicyBook>(), provider.GetRequiredService<TextCatalog>(),
            provider.GetRequiredService<IClock>()));
        services.AddSingleton(provider => new UnitProofs(
            provider.GetRequiredService<KeyChallenges>(), provider.GetRequiredService<CommandExecutor>(), provider.GetRequiredService<IClock>()));
        services.AddSingleton(provider => new RoleAccountChecks(provider.GetService<IPlatformAccounts>()));
        services.AddSingleton(provider => new UnitHall(
            provider.GetRequiredService<UnitOffice>(), provider.GetRequiredService<UnitProofs>(), provider.GetRequiredService<RoleAccountChecks>(),
            provider.GetRequiredService<UnitCardReader>(), provider.GetRequiredService<KeyChallenges>()));
        services.AddSingleton(provider => new UnitDesk(
            provider.GetRequiredService<StaffGate>(), provider.GetRequiredService<UnitOffice>(), provider.GetRequiredService<UnitCardReader>()));
        return services;
    }
}
