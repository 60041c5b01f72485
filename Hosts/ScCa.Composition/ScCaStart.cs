using Microsoft.Extensions.DependencyInjection;
using ScCa.Composition.StandIns;
using ScCa.Keys;

namespace ScCa.Composition;

/// <summary>What a host does before anything else.</summary>
public static class ScCaStart
{
    /// <summary>Refuses to start on what is missing or only stands in, naming each; marks a demonstration's folder as one.</summary>
    /// <exception cref="StartUpRefusedException">Something is missing, or a stand-in or demonstration key would be used for real.</exception>
    public static void CheckScCa(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.GetRequiredService<StandInGuard>().Check();
        var (options, folder) = (services.GetRequiredService<ScCaOptions>(), services.GetRequiredService<DataFolder>());
        if (!options.Demo || options.Store == StoreKind.Memory)
            return;
        folder.Create();
        File.WriteAllText(folder.DemoMark, "Nothing below this folder is real: it belongs to a demonstration.\n此目录为演示数据，均非真实。\n");
    }

    /// <summary>Sets a data folder up for real business: makes its master key, once.</summary>
    /// <returns>The file that was made.</returns>
    public static string InitDataFolder(ScCaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = new DataFolder(options);
        folder.Create();
        using var secret = FileMasterSecret.Create(folder.MasterKey);
        return folder.MasterKey;
    }
}
