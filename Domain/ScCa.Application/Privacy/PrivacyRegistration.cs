using Microsoft.Extensions.DependencyInjection;

namespace ScCa.Application.Privacy;

/// <summary>Registers what seals personal data, and what erases it.</summary>
public static class PrivacyRegistration
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<SubjectVault>();
        services.AddSingleton<LastingSecret>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<Materials>();
        services.AddSingleton<MasterKeyRotation>();
        services.AddSingleton<SubjectStates>();
        services.AddSingleton<PersonLinks>();
        return services;
    }
}
