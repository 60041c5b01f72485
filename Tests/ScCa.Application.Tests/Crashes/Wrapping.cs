using Microsoft.Extensions.DependencyInjection;

namespace ScCa.Application.Tests.Crashes;

/// <summary>Puts something of a test's own around what is registered.</summary>
internal static class Wrapping
{
    public static void Each<T>(IServiceCollection added, Func<T, T> wrap) where T : class => Each<T>(added, (_, real) => wrap(real));

    public static void Each<T>(IServiceCollection added, Func<IServiceProvider, T, T> wrap) where T : class
    {
        for (var i = 0; i < added.Count; i++)
        {
            if (added[i] is { } known && known.ServiceType == typeof(T))
            {
                added[i] = ServiceDescriptor.Singleton(provider => wrap(
                    provider, (T)(known.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, known.ImplementationType!))));
            }
        }
    }
}
