using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Issuance;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Journal;
using ScCa.Issuance.Offices;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Keys.Tokens;

namespace ScCa.Composition;

/// <summary>The real authority, and who holds its key: an encrypted file, or a token.</summary>
internal static class AuthorityRegistration
{
    public static void AddAuthority(this IServiceCollection services, ScCaOptions options)
    {
        // The container's: they are closed after the authority that writes in them.
        services.TryAddSingleton(provider => AuthorityRecords.Open(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<IClock>()));
        if (options.AuthorityFolder is { } folder)
        {
            services.AddSingleton(provider => Over(folder, provider));
            services.TryAddSingleton<ICertificateAuthority>(provider => provider.GetRequiredService<CertificateAuthority>());
            services.AddRealServices(folder);
        }
        else if (options.Authority is { } files)
        {
            services.TryAddSingleton<ICertificateAuthority>(provider => Open(files, provider));
        }
        else if (options.AuthorityToken is { } token)
        {
            // The token is the container's: it is closed after the authority that signs with it.
            services.TryAddSingleton(_ => Token.Open(OptionsOf(token)));
            services.TryAddSingleton<ICertificateAuthority>(provider => Over(token, provider));
        }
    }

    private static CertificateAuthority Open(AuthorityFiles files, IServiceProvider provider)
    {
        var records = provider.GetRequiredService<AuthorityRecords>();
        var options = new AuthorityOptions
        {
            CertificateFile = files.CertificateFile,
            KeyFile = files.KeyFile,
            Password = () => Password.FromFile(files.PasswordFile),
            Profiles = records.Profiles,
            Journal = records.Journal,
            KeyManagement = records.KeyManagement,
        };
        return CertificateAuthority.Open(options, provider.GetRequiredService<IClock>());
    }

    // Every issuing authority whose key is in the folder; the root's is none of them, wherever it is.
    private static CertificateAuthority Over(AuthorityFolder folder, IServiceProvider provider)
    {
        var records = provider.GetRequiredService<AuthorityRecords>();
        List<IssuingAuthority> issuers = [];
        try
        {
            foreach (var algorithm in AuthorityOffices.Algorithms.Where(algorithm => File.Exists(HierarchyFiles.KeyFile(folder.Folder, CertificateRole.Issuing, algorithm))))
                issuers.Add(Issuing(folder, algorithm, records.Journal));
            if (issuers.Count == 0)
                throw new StartUpRefusedException(StartUpRefusal.IssuingKeyMissing(folder.Folder));
            return CertificateAuthority.Over(issuers, records.Profiles, records.KeyManagement, provider.GetRequiredService<IClock>());
        }
        catch
        {
            issuers.ForEach(issuer => issuer.Dispose());
            throw;
        }
    }

    private static IssuingAuthority Issuing(AuthorityFolder folder, KeyAlgorithm algorithm, SignatureJournal journal)
    {
        using var password = Password.FromFile(folder.PasswordFile);
        var key = FileKey.Open(HierarchyFiles.KeyFile(folder.Folder, CertificateRole.Issuing, algorithm), password.Characters);
        try
        {
            var certificate = CaCertificate.FromFile(HierarchyFiles.CertificateFile(folder.Folder, CertificateRole.Issuing, algorithm));
            return new IssuingAuthority(HierarchyFiles.NameOf(CertificateRole.Issuing, algorithm), certificate, key, journal);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static CertificateAuthority Over(AuthorityToken token, IServiceProvider provider)
    {
        var records = provider.GetRequiredService<AuthorityRecords>();
        var certificate = CaCertificate.FromFile(token.CertificateFile);
        var key = provider.GetRequiredService<Token>().Key(TokenKeyAddress.Of(token.KeyLabel, token.KeyId));
        try
        {
            return CertificateAuthority.Over(
                [new IssuingAuthority("issuing", certificate, key, records.Journal)], records.Profiles, records.KeyManagement, provider.GetRequiredService<IClock>());
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
