using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Application.Texts;

namespace ScCa.Application.Staff;

/// <summary>Registers who works in the back office: the directory, the gate before the desks, sign-in and set-up.</summary>
public static class StaffRegistration
{
    /// <summary>A directory that is registered before is kept.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddSingleton<StaffRegister>();
        services.TryAddSingleton<IStaffDirectory>(provider => provider.GetRequiredService<StaffRegister>());
        services.AddSingleton<StaffGate>();
        services.AddSingleton<SecretHashing>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<EnrolmentCodes>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton(provider => new StaffSignIn(
            provider.GetRequiredService<IStaffDirectory>(), provider.GetRequiredService<IStaffCredentials>(), provider.GetRequiredService<StaffSessions>(),
            provider.GetRequiredService<SecretHashing>(), provider.GetRequiredService<SignInThrottle>(), provider.GetRequiredService<TextCatalog>(),
            provider.GetRequiredService<IClock>(), provider.GetRequiredService<ILogger<StaffSignIn>>()));
        services.AddSingleton(provider => new StaffSetUp(
            provider.GetRequiredService<ICommands>(), provider.GetRequiredService<StaffRegister>(), provider.GetRequiredService<PersonalData>(),
            provider.GetRequiredService<EnrolmentCodes>(), provider.GetRequiredService<TextCatalog>(), provider.GetRequiredService<IClock>()));
        services.AddSingleton(provider => new StaffDesk(
            provider.GetRequiredService<StaffGate>(), provider.GetRequiredService<ICommands>(), provider.GetRequiredService<StaffRegister>(),
            provider.GetRequiredService<IStaffCredentials>(), provider.GetRequiredService<EnrolmentCodes>(), provider.GetRequiredService<PersonalData>(),
            provider.GetRequiredService<TextCatalog>(), provider.GetRequiredService<IClock>()));
        return services;
    }
}
