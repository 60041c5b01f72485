using System.Collections.Immutable;
using System.Text.Json;
using ScCa.Domain.Platforms;

namespace ScCa.Issuance.Profiles;

/// <summary>All profiles: those that come with the program, and an operator's in their place or beside them. Unchanging, for any number of threads.</summary>
public sealed class ProfileBook
{
    /// <summary>What holds for every profile that does not say otherwise.</summary>
    public const string SharedFile = "shared.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly ImmutableArray<CertificateProfile> profiles;

    private ProfileBook(ImmutableArray<CertificateProfile> profiles) => this.profiles = profiles;

    /// <summary>What comes with the program, without addresses.</summary>
    public static ProfileBook Defaults { get; } = From([]);

    public IReadOnlyList<CertificateProfile> All => profiles;

    /// <summary>The defaults, and over them the *.json files of a folder.</summary>
    /// <exception cref="AuthorityRefusedException">A file cannot be used; file, place and reason are in the text.</exception>
    public static ProfileBook FromFolder(string folder) =>
        From([.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path)))]);

    /// <summary>The defaults, and over them these files.</summary>
    /// <inheritdoc cref="FromFolder"/>
    public static ProfileBook From(params IReadOnlyList<(string File, string Json)> files)
    {
        var findings = new List<ProfileFinding>();
        var shared = files.Where(file => file.File == SharedFile).Select(file => Read<SharedOptions>(file.File, file.Json, findings)).LastOrDefault() ?? new SharedOptions();
        // By name: the later one stands in the earlier one's place.
        var byName = new Dictionary<string, CertificateProfile>();
        foreach (var (file, json) in Embedded().Concat(files).Where(file => file.File != SharedFile))
        {
            if (Read<ProfileOptions>(file, json, findings) is not { } options)
                continue;
            var checks = new ProfileChecks(file, options, shared);
            if (checks.Check() is { } profile)
                byName[profile.Name] = profile;
            findings.AddRange(checks.Findings);
        }

        findings.AddRange(Ambiguities([.. byName.Values]));
        return findings.Count == 0 ? new([.. byName.Values]) : throw AuthorityRefusals.ProfileInvalid(findings);
    }

    /// <summary>The profile for a holder on a platform who asks with such a key; null where there is none.</summary>
    public CertificateProfile? ForHolder(PlatformId platform, HolderKind kind, AcceptedKey key)
    {
        CertificateProfile? general = null;
        foreach (var profile in profiles)
        {
            if (profile.Role != CertificateRole.Holder || !profile.Holders.Contains(kind) || !profile.Keys.Contains(key))
                continue;
            if (profile.Platforms.Contains(platform))
                return profile;
            if (profile.Platforms.IsEmpty)
                general = profile;
        }

        return general;
    }

    /// <summary>The profile of an authority or one of its offices; null where there is none for such a key.</summary>
    public CertificateProfile? ForRole(CertificateRole role, AcceptedKey key) => profiles.FirstOrDefault(profile => profile.Role == role && profile.Keys.Contains(key));

    // Two profiles for the same holder, platform and key: which would count?
    private static IEnumerable<ProfileFinding> Ambiguities(IReadOnlyList<CertificateProfile> profiles) =>
        from profile in profiles
        from other in profiles
        where string.CompareOrdinal(profile.Name, other.Name) < 0 && profile.Role == other.Role && profile.Keys.Any(key => other.Keys.Contains(key))
            && (profile.Role != CertificateRole.Holder || (profile.Holders.Any(kind => other.Holders.Contains(kind))
                && (profile.Platforms.IsEmpty ? other.Platforms.IsEmpty : profile.Platforms.Any(platform => other.Platforms.Contains(platform)))))
        select new ProfileFinding(other.Name, "keys", $"与模板 {profile.Name} 适用于相同的对象", $"it is for the same as profile {profile.Name}");

    private static T? Read<T>(string file, string json, List<ProfileFinding> findings) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            findings.Add(new(file, e.Path ?? "$", "不是所需的 JSON，或含有未知的成员", "not the JSON that is needed, or with a member that is not known"));
            return null;
        }
    }

    private static IEnumerable<(string File, string Json)> Embedded()
    {
        var assembly = typeof(ProfileBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}
