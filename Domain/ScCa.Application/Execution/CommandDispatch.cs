using Microsoft.Extensions.DependencyInjection;

namespace ScCa.Application.Execution;

/// <summary>Registers <see cref="ICommands"/>; what dispatches behind it is nobody else's concern.</summary>
public static class CommandDispatch
{
    public static IServiceCollection AddCommandDispatch(this IServiceCollection services)
    {
        services.AddSingleton<CommandExecutor>();
        MediatRCommands.Register(services);
        return services;
    }
}
