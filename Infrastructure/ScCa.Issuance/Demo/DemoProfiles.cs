using ScCa.Issuance.Profiles;

namespace ScCa.Issuance.Demo;

/// <summary>The profiles of authorities and offices, with the mark of a demonstration in every name.</summary>
internal static class DemoProfiles
{
    private const string Subject = $$"""["C=CN", "O={organization}", "OU={{DemoMark.OrganizationalUnit}}", "CN={commonName}"]""";

    private const string Authority = """{"keyUsage": ["keyCertSign", "cRLSign"]}""";

    public static ProfileBook Book { get; } = ProfileBook.From(
        ("root.json", $$"""{"name": "root", "role": "root", "keys": ["sm2", "p-256"], "subject": {{Subject}}, "signing": {{Authority}}}"""),
        ("issuing.json", $$"""{"name": "issuing", "role": "issuing", "keys": ["sm2", "p-256"], "subject": {{Subject}}, "signing": {{Authority}}, "pathLength": 0}"""));
}
