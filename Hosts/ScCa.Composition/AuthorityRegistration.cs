using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Issuance;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Keys.Tokens;

namespace ScCa.Composition;

/// <summary>The real authority, and who holds its key: an encrypted file, or a token.</summary>
internal static class AuthorityRegistration
{
    public static void AddAuthority(this IServiceCollection services, ScCaOptions options)
    {
        if (options.AuthorityFolder is { } folder)
        {
            services.AddSingleton(provider => OpenedAuthority.Open(folder, provider.GetRequiredService<IClock>()));
            services.TryAddSingleton<ICertificateAuthority>(provider => provider.GetRequiredService<OpenedAuthority>().Authority);
            services.AddRealServices(folder);
        }
        else if (options.Authority is { } files)
        {
            services.TryAddSingleton<ICertificateAuthority>(provider => CertificateAuthority.Open(
                new AuthorityOptions { CertificateFile = files.CertificateFile, KeyFile = files.KeyFile, Password = () => Password.FromFile(files.PasswordFile) },
                provider.GetRequiredService<IClock>()));
        }
        else if (options.AuthorityToken is { } token)
        {
            // The token is the container's: it is closed after the authority that signs with it.
            services.TryAddSingleton(_ => Token.Open(OptionsOf(token)));
            services.TryAddSingleton<ICertificateAuthority>(provider => Over(token, provider));
        }
    }

    private static CertificateAuthority Over(AuthorityToken token, IServiceProvider provider)
    {
        var certificate = CaCertificate.FromFile(token.CertificateFile);
        var key = provider.GetRequiredService<Token>().Key(TokenKeyAddress.Of(token.KeyLabel, token.KeyId));
        try
        {
            return CertificateAuthority.Over(
                [new IssuingAuthority("issuing", certificate, key)], ProfileBook.Defaults, keyManagement: null, provider.GetRequiredService<IClock>());
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static TokenOptions OptionsOf(AuthorityToken token)
    {
        var options = new TokenOptions
        {
            ModuleFile = token.ModuleFile,
            Label = token.Label,
            Serial = token.Serial,
            Pin = () => Password.FromFile(token.PinFile),
            Sm2 = token.MakerFile is { } maker ? Sm2Mechanisms.FromFile(maker) : null,
        };
        return options with
        {
            SessionsMax = token.SessionsMax ?? options.SessionsMax,
            WaitMax = token.WaitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : options.WaitMax,
        };
    }
}
