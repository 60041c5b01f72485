namespace ScCa.Composition.Authority;

/// <summary>A ceremony that is to be held, or gone on with.</summary>
/// <param name="Folder">Where certificates and keys go.</param>
/// <param name="PasswordFile">The keys' password: the first line of a file that only its owner may read.</param>
/// <param name="Organization">The authority's registered name.</param>
/// <param name="Name">What its certificates are called, before what each is.</param>
/// <param name="Algorithms">Some of <see cref="CeremonyOperations.AlgorithmNames"/>.</param>
/// <param name="DataFolder">Where the key archive is, or is to be.</param>
public sealed record CeremonyOrder(string Folder, string PasswordFile, string Organization, string Name, IReadOnlyList<string> Algorithms, string DataFolder)
{
    /// <summary>Without it no key archive is founded.</summary>
    public ArchiveOrder? Archive { get; init; }
}

/// <summary>A key archive that is to be founded where there is none.</summary>
/// <param name="SharesFolder">Where each custodian's share is written to.</param>
public sealed record ArchiveOrder(string SharesFolder, IReadOnlyList<string> Custodians, int Threshold);

/// <summary>A custodian's share, in a file that is to be handed to him and kept nowhere else.</summary>
public sealed record ShareHandedOut(string Custodian, int Number, string File);

/// <summary>What a ceremony came to.</summary>
/// <param name="Made">The names of certificates that this run has made; the others were there.</param>
/// <param name="RootKeys">Files of roots' keys, to be taken offline.</param>
/// <param name="ArchiveFolder">Where the key archive is; null where there is none.</param>
/// <param name="Shares">Empty where this run founded no archive.</param>
public sealed record CeremonyReport(
    AuthorityShown Authority, IReadOnlyList<string> Made, IReadOnlyList<string> RootKeys, string? ArchiveFolder, IReadOnlyList<ShareHandedOut> Shares);
