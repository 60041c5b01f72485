using Microsoft.Extensions.Configuration;

namespace ScCa.Composition;

/// <summary>Reads what a host is started with from its configuration: <c>Data</c>, <c>SqliteLibrary</c> and <c>Authority</c> with its three files.</summary>
public static class ScCaSettings
{
    /// <summary>Environment variables of this beginning are settings: <c>SCCA_DATA</c>, <c>SCCA_AUTHORITY__KEYFILE</c>.</summary>
    public const string EnvironmentPrefix = "SCCA_";

    /// <summary>Takes over every setting that is there and leaves the others as they are.</summary>
    /// <exception cref="StartUpRefusedException">The authority is configured in part.</exception>
    public static void ReadFrom(this ScCaOptions options, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Data"] is { Length: > 0 } folder)
            options.DataFolder = folder;
        if (configuration["SqliteLibrary"] is { Length: > 0 } library)
            options.SqliteLibrary = library;
        options.Authority = Authority(configuration.GetSection("Authority")) ?? options.Authority;
    }

    private static AuthorityFiles? Authority(IConfigurationSection section) => section.Exists()
        ? new AuthorityFiles(Required(section, "CertificateFile"), Required(section, "KeyFile"), Required(section, "PasswordFile"))
        : null;

    private static string Required(IConfigurationSection section, string name) => section[name] is { Length: > 0 } value
        ? value
        : throw new StartUpRefusedException(StartUpRefusal.AuthorityIncomplete($"{section.Path}:{name}"));
}
