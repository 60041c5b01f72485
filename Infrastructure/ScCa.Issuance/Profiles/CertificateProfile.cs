using System.Collections.Immutable;
using ScCa.Domain.Platforms;
using ScCa.Issuance.Building;
using ScCa.Issuance.Lints;
using ScCa.Pki;
using ScCa.Pki.Extensions;

namespace ScCa.Issuance.Profiles;

/// <summary>What certificates of one kind say, in its checked form: options go in as they were written, and only what can be issued comes out.</summary>
public sealed class CertificateProfile
{
    // DER of NULL (RFC 6960 §4.2.2.2.1).
    private static readonly byte[] Null = [0x05, 0x00];

    internal CertificateProfile(string name, CertificateRole role) => (Name, Role) = (name, role);

    public string Name { get; }

    public CertificateRole Role { get; }

    public ImmutableArray<HolderKind> Holders { get; internal init; } = [];

    /// <summary>Empty for all.</summary>
    public ImmutableArray<PlatformId> Platforms { get; internal init; } = [];

    public ImmutableArray<AcceptedKey> Keys { get; internal init; } = [];

    /// <summary>Null for the first whose key is of the same kind, or else the first.</summary>
    public string? Issuer { get; internal init; }

    /// <summary>Whether an encryption certificate goes with it.</summary>
    public bool IsPair => Encryption is not null;

    /// <summary>Null for no limit but the issuer's.</summary>
    public int? DaysMax { get; internal init; }

    internal SubjectTemplate Subject { get; init; } = null!;

    internal KeyUses Signing { get; init; } = null!;

    internal KeyUses? Encryption { get; init; }

    internal ImmutableArray<IdentityTemplate> Identities { get; init; } = [];

    internal int? PathLength { get; init; }

    internal Pointers Pointers { get; init; } = null!;

    internal bool IsAuthority => Role is CertificateRole.Root or CertificateRole.Issuing or CertificateRole.Cross;

    internal LintedUses Use => CertificateLints.UseOf(Role);

    public override string ToString() => Name;

    /// <summary>The identity extensions of one subject, one after another.</summary>
    internal byte[] IdentitiesOf(SubjectValues values) =>
        Identities.IsEmpty ? [] : ExtensionBytes.Of(Identities.Select(identity => identity.Fill(values)).OfType<Extension>());

    /// <summary>What stands between the identifiers of the keys and the identities.</summary>
    /// <remarks>
    /// No basicConstraints for who is no authority: its DER would be an empty SEQUENCE, which GmSSL rejects; absent means the same (RFC 5280 §4.2.1.9).
    /// </remarks>
    internal IEnumerable<Extension> UsesOf(bool isEncryption)
    {
        if (IsAuthority)
            yield return new BasicConstraints(IsAuthority: true, PathLength).ToExtension();
        foreach (var extension in (isEncryption ? Encryption! : Signing).ToExtensions())
            yield return extension;
        if (Role == CertificateRole.Ocsp)
            yield return new(Oids.OcspNoCheck, IsCritical: false, Null);
    }
}
