using System.Collections.Immutable;
using ScCa.Domain.Platforms;
using ScCa.Issuance.Building;

namespace ScCa.Issuance.Profiles;

/// <summary>Turns one file's options into a profile, or into everything that is wrong with them.</summary>
internal sealed class ProfileChecks(string file, ProfileOptions options, SharedOptions shared)
{
    private readonly List<ProfileFinding> findings = [];

    public IReadOnlyList<ProfileFinding> Findings => findings;

    /// <summary>Null where there are findings.</summary>
    public CertificateProfile? Check()
    {
        var role = RoleOf(options.Role);
        if (role is null)
            Tell("role", "需要 holder、root、issuing、cross、ocsp、timestamp 或 seal-maker", "one of holder, root, issuing, cross, ocsp, timestamp and seal-maker is needed");
        if (options.Name is not { Length: > 0 })
            Tell("name", "需要名称", "a name is needed");
        var profile = new CertificateProfile(options.Name ?? "", role ?? CertificateRole.Holder)
        {
            Holders = Holders(role),
            Platforms = Platforms(),
            Keys = Keys(),
            Issuer = options.Issuer,
            Subject = Subject()!,
            Signing = Uses(options.Signing, "signing")!,
            Encryption = options.Pair ? Uses(options.Encryption, "encryption") : null,
            Identities = Identities(),
            PathLength = options.PathLength,
            DaysMax = options.DaysMax,
            Pointers = Pointers.From(options, shared, Tell),
        };
        CheckTogether(role);
        return findings.Count == 0 ? profile : null;
    }

    private void CheckTogether(CertificateRole? role)
    {
        if (options.Pair && (role != CertificateRole.Holder || !Keys().All(key => key.Kind == Pki.Algorithms.PublicKeyKind.Sm2)))
            Tell("pair", "只有 SM2 的持有人证书可以成对", "only holders' certificates with SM2 come in pairs");
        if (!options.Pair && options.Encryption is not null)
            Tell("encryption", "没有成对证书，不需要此项", "without a pair there is no use for it");
        if (options.PathLength is < 0 || (options.PathLength is not null && role is not (CertificateRole.Root or CertificateRole.Issuing or CertificateRole.Cross)))
            Tell("pathLength", "只用于 CA，且不能为负数", "it is for authorities, and not negative");
        if (options.DaysMax is < 1)
            Tell("daysMax", "必须为正数", "it is a positive number");
    }

    private ImmutableArray<HolderKind> Holders(CertificateRole? role)
    {
        var read = (options.Holders ?? []).Select(HolderOf).ToList();
        if (read.Contains(null))
            Tell($"holders[{read.IndexOf(null)}]", "需要 unit、individual 或 expert", "one of unit, individual and expert is needed");
        if (role == CertificateRole.Holder == (read.Count == 0))
            Tell("holders", "持有人证书需要此项，其他证书不需要", "holders' profiles need it, and the others have none");
        return [.. read.OfType<HolderKind>()];
    }

    private ImmutableArray<PlatformId> Platforms()
    {
        var platforms = ImmutableArray.CreateBuilder<PlatformId>();
        for (var i = 0; i < (options.Platforms?.Count ?? 0); i++)
        {
            try
            {
                platforms.Add(PlatformId.Parse(options.Platforms![i]));
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                Tell($"platforms[{i}]", "不是平台的标识", "it is no platform's id");
            }
        }

        return platforms.ToImmutable();
    }

    private ImmutableArray<AcceptedKey> Keys()
    {
        var read = (options.Keys ?? []).Select(AcceptedKey.TryParse).ToList();
        if (read.Count == 0 || read.Contains(null))
            Tell("keys", "需要 sm2、p-256、rsa-2048、rsa-3072 或 rsa-4096", "some of sm2, p-256, rsa-2048, rsa-3072 and rsa-4096 are needed");
        return [.. read.OfType<AcceptedKey>()];
    }

    private SubjectTemplate? Subject()
    {
        if (options.Subject is not { Count: > 0 } lines)
        {
            Tell("subject", "需要主体名称的模板", "a template of the subject is needed");
            return null;
        }

        var subject = SubjectTemplate.TryParse(lines, out var wrong);
        if (subject is null)
            Tell($"subject[{wrong}]", "需要“C、ST、L、O、OU、CN、serialNumber、UID=值”，可用 {commonName}、{organization}、{creditCode}、{uniqueId}",
                "one of C, ST, L, O, OU, CN, serialNumber and UID with = and a value is needed; {commonName}, {organization}, {creditCode} and {uniqueId} may stand in it");
        return subject;
    }

    private KeyUses? Uses(UsesOptions? uses, string path)
    {
        if (uses is null)
        {
            Tell(path, "缺少密钥用途", "the uses of the key are missing");
            return null;
        }

        var read = KeyUses.TryFrom(uses, out var member);
        if (read is null)
            Tell($"{path}.{member}", "缺少，或含有未知的用途", "missing, or with a use that is not known");
        return read;
    }

    private ImmutableArray<IdentityTemplate> Identities()
    {
        var identities = ImmutableArray.CreateBuilder<IdentityTemplate>();
        foreach (var (oid, value) in options.Identities ?? ImmutableDictionary<string, string>.Empty)
        {
            if (IdentityTemplate.TryParse(oid, value) is { } identity)
                identities.Add(identity);
            else
                Tell($"identities.{oid}", "不是已知的身份标识扩展，或值的模板有误", "not an identity extension that is known, or its value's template is wrong");
        }

        return identities.ToImmutable();
    }

    private void Tell(string path, string zhCn, string en) => findings.Add(new(file, path, zhCn, en));

    private static CertificateRole? RoleOf(string? text) => text switch
    {
        "holder" => CertificateRole.Holder,
        "root" => CertificateRole.Root,
        "issuing" => CertificateRole.Issuing,
        "cross" => CertificateRole.Cross,
        "ocsp" => CertificateRole.Ocsp,
        "timestamp" => CertificateRole.Timestamp,
        "seal-maker" => CertificateRole.SealMaker,
        _ => null,
    };

    private static HolderKind? HolderOf(string text) => text switch
    {
        "unit" => HolderKind.Unit,
        "individual" => HolderKind.Individual,
        "expert" => HolderKind.Expert,
        _ => null,
    };
}
