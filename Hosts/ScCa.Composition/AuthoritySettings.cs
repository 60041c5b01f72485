using Microsoft.Extensions.Configuration;

namespace ScCa.Composition;

/// <summary>Reads which key the authority signs with: <c>Authority</c> with its three files, or with its certificate and a <c>Token</c>.</summary>
public static class AuthoritySettings
{
    private const int SessionsMax = 1000;

    private const int WaitSecondsMax = 600;

    // CKA_ID is short; a longer text is not one.
    private const int KeyIdDigitsMax = 128;

    /// <summary>Takes the authority over where one is configured.</summary>
    /// <exception cref="StartUpRefusedException">It is configured in part or twice, or a value cannot be read.</exception>
    public static void ReadAuthorityFrom(this ScCaOptions options, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Authority");
        if (!section.Exists())
            return;
        var token = section.GetSection("Token");
        if (section["Folder"] is { Length: > 0 } folder)
        {
            if (token.Exists() || section["KeyFile"] is not null)
                throw new StartUpRefusedException(StartUpRefusal.AuthorityTwice());
            options.AuthorityFolder = new AuthorityFolder(folder, ScCaSettings.Required(section, "PasswordFile", StartUpRefusal.AuthorityIncomplete))
            {
                TimestampPolicy = Optional(section, "TimestampPolicy"),
                TimeServers = [.. section.GetSection("TimeServers").GetChildren().Select(server => server.Value).OfType<string>()],
            };
        }
        else if (!token.Exists())
            (options.Authority, options.AuthorityToken) = (Files(section), null);
        else if (section["KeyFile"] is null && section["PasswordFile"] is null)
            (options.Authority, options.AuthorityToken) = (null, Token(section, token));
        else
            throw new StartUpRefusedException(StartUpRefusal.AuthorityTwice());
    }

    private static AuthorityFiles Files(IConfigurationSection section) => new(
        ScCaSettings.Required(section, "CertificateFile", StartUpRefusal.AuthorityIncomplete),
        ScCaSettings.Required(section, "KeyFile", StartUpRefusal.AuthorityIncomplete),
        ScCaSettings.Required(section, "PasswordFile", StartUpRefusal.AuthorityIncomplete));

    private static AuthorityToken Token(IConfigurationSection section, IConfigurationSection token)
    {
        var read = new AuthorityToken(
            ScCaSettings.Required(section, "CertificateFile", StartUpRefusal.AuthorityIncomplete),
            ScCaSettings.Required(token, "ModuleFile", StartUpRefusal.AuthorityIncomplete),
            ScCaSettings.Required(token, "PinFile", StartUpRefusal.AuthorityIncomplete))
        {
            Label = Optional(token, "Label"),
            Serial = Optional(token, "Serial"),
            KeyLabel = Optional(token, "KeyLabel"),
            KeyId = Optional(token, "KeyId"),
            MakerFile = Optional(token, "MakerFile"),
            SessionsMax = Number(token, "SessionsMax", SessionsMax),
            WaitSeconds = Number(token, "WaitSeconds", WaitSecondsMax),
        };
        if (read.Label is null && read.Serial is null)
            throw new StartUpRefusedException(StartUpRefusal.AuthorityIncomplete($"{token.Path}:Label"));
        if (read.KeyLabel is null && read.KeyId is null)
            throw new StartUpRefusedException(StartUpRefusal.AuthorityIncomplete($"{token.Path}:KeyLabel"));
        return read.KeyId is null || IsKeyId(read.KeyId) ? read : throw new StartUpRefusedException(StartUpRefusal.AuthorityUnreadable($"{token.Path}:KeyId"));
    }

    private static string? Optional(IConfigurationSection section, string name) => section[name] is { Length: > 0 } value ? value : null;

    private static int? Number(IConfigurationSection section, string name, int most) => ScCaSettings.Number(section, name, StartUpRefusal.AuthorityUnreadable) switch
    {
        null => null,
        var number when number >= 1 && number <= most => number,
        _ => throw new StartUpRefusedException(StartUpRefusal.AuthorityUnreadable($"{section.Path}:{name}")),
    };

    private static bool IsKeyId(string text) => text.Length <= KeyIdDigitsMax && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
}
