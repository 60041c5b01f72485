using ScCa.Issuance.Journal;
using ScCa.Issuance.KeyManagement;
using ScCa.Issuance.Profiles;
using ScCa.Keys;

namespace ScCa.Issuance;

/// <summary>Where the real authority's certificate and key lie.</summary>
public sealed record AuthorityOptions
{
    /// <summary>What profiles call it.</summary>
    public string Name { get; init; } = "issuing";

    /// <summary>PEM or DER.</summary>
    public required string CertificateFile { get; init; }

    /// <summary>Encrypted PKCS#8, PEM, mode 0600.</summary>
    public required string KeyFile { get; init; }

    /// <summary>Gives the password of the key file when it is needed; it is wiped right after.</summary>
    public required Func<Password> Password { get; init; }

    public ProfileBook Profiles { get; init; } = ProfileBook.Defaults;

    /// <summary>Where each signature is on record before it is made; null where nobody keeps one.</summary>
    public SignatureJournal? Journal { get; init; }

    /// <summary>Null where no pairs of certificates are issued.</summary>
    public IKeyManagement? KeyManagement { get; init; }
}
