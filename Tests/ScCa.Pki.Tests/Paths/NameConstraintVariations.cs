using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Paths;
using static ScCa.Pki.Names.GeneralName;

namespace ScCa.Pki.Tests.Paths;

/// <summary>Names of each form, permitted and excluded: every row is a name, a constraint, and where the name lies.</summary>
internal static class NameConstraintVariations
{
    private static readonly GeneralName Registered = ReadOf([0x88, 0x03, 0x2A, 0x03, 0x04]);

    private static readonly GeneralName OtherNameOfSomebody = ReadOf([0xA0, 0x0A, 0x06, 0x03, 0x2A, 0x03, 0x04, 0xA0, 0x03, 0x0C, 0x01, 0x41]);

    private static readonly (GeneralName Name, GeneralName Root, bool IsInside)[] Rows =
    [
        (DnsName("a.example.com"), DnsName("example.com"), true),
        (DnsName("EXAMPLE.com"), DnsName("example.COM"), true),
        (DnsName("badexample.com"), DnsName("example.com"), false),
        (DnsName("example.com"), DnsName(".example.com"), false),
        (DnsName("a.b.example.com"), DnsName(".example.com"), true),
        (DnsName("com"), DnsName("example.com"), false),
        (DnsName("example.org"), DnsName(""), true),
        (EmailAddress("li@example.com"), EmailAddress("example.com"), true),
        (EmailAddress("li@EXAMPLE.com"), EmailAddress("li@example.com"), true),
        (EmailAddress("Li@example.com"), EmailAddress("li@example.com"), false),
        (EmailAddress("li@mail.example.com"), EmailAddress("example.com"), false),
        (EmailAddress("li@mail.example.com"), EmailAddress(".example.com"), true),
        (EmailAddress("li@example.com"), EmailAddress(".example.com"), false),
        (Uri("https://www.example.com/a?b"), Uri("www.example.com"), true),
        (Uri("https://www.example.com:8080/"), Uri(".example.com"), true),
        (Uri("https://example.com/"), Uri(".example.com"), false),
        (Uri("https://www.example.com.evil.org/"), Uri(".example.com"), false),
        (IpAddress(new byte[] { 10, 1, 2, 3 }), IpAddress(new byte[] { 10, 1, 0, 0, 255, 255, 0, 0 }), true),
        (IpAddress(new byte[] { 10, 2, 2, 3 }), IpAddress(new byte[] { 10, 1, 0, 0, 255, 255, 0, 0 }), false),
        (IpAddress(new byte[16]), IpAddress(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 }), false),
        (IpAddress(new byte[16]), IpAddress(new byte[32]), true),
        (DirectoryName(PathPlans.NameOf("Alias")), DirectoryName(DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.OrganizationName, "测试"))), true),
        (DirectoryName(DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.OrganizationName, "Others"))), DirectoryName(DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.OrganizationName, "测试"))), false),
    ];

    public static IEnumerable<PathVariation> All =>
    [
        .. Rows.Select(row => Permitting(row.Name, row.Root, row.IsInside)),
        .. Rows.Where(row => row.Name.Kind != GeneralNameKind.DirectoryName).Select(row => Excluding(row.Name, row.Root, row.IsInside)),
        new("a constrained form that is not compared", Constrained(Registered, [Registered], []), PathStep.NameConstraints, PathFinding.NameFormNotComparable, 51) { AuthoritiesMin = 1 },
        new("an excluded form that is not compared", Constrained(OtherNameOfSomebody, [], [OtherNameOfSomebody]), PathStep.NameConstraints, PathFinding.NameFormNotComparable, 51) { AuthoritiesMin = 1 },
        new("a name that cannot be compared", Constrained(Uri("mailto:li"), [Uri("example.com")], []), PathStep.NameConstraints, PathFinding.NameFormNotComparable, 53) { AuthoritiesMin = 1 },
        PathVariation.Good("a form that is not constrained", (plan, random) => Constrain(plan, random, DnsName("example.com"), [EmailAddress("example.org")], [Uri("example.com")]), 1),
        new("a subject of another organization", OtherOrganization, PathStep.NameConstraints, PathFinding.NameNotPermitted, 47) { AuthoritiesMin = 1 },
        new("a subject of an excluded organization", ExcludedOrganization, PathStep.NameConstraints, PathFinding.NameExcluded, 48) { AuthoritiesMin = 1 },
        new("an address in the subject that is not permitted", AddressInSubject, PathStep.NameConstraints, PathFinding.NameNotPermitted, 47) { AuthoritiesMin = 1 },
        new("an authority of another organization", AuthorityOfOthers, PathStep.NameConstraints, PathFinding.NameNotPermitted, 47) { AuthoritiesMin = 2 },
        new("permitted by one authority and not by another", (plan, _) => PermittedByOne(plan), PathStep.NameConstraints, PathFinding.NameNotPermitted, 47) { AuthoritiesMin = 2 },
        PathVariation.Good("a self-issued authority is not bound", SelfIssuedOutside, 1, 1),
        new("an excluded name under a wildcard", Constrained(DnsName("*.example.com"), [], [DnsName("www.example.com")]), PathStep.NameConstraints, PathFinding.NameExcluded)
        {
            AuthoritiesMin = 1,
            WhyOpenSslDiffers = "A certificate for *.example.com serves as www.example.com; openssl compares the asterisk as a letter and lets an authority escape its exclusion.",
        },
    ];

    private static PathVariation Permitting(GeneralName name, GeneralName root, bool isInside) => isInside
        ? PathVariation.Good($"permitted {Text(name)} in {Text(root)}", (plan, random) => Constrain(plan, random, name, [root], []), 1)
        : new($"not permitted {Text(name)} in {Text(root)}", Constrained(name, [root], []), PathStep.NameConstraints, PathFinding.NameNotPermitted, 47) { AuthoritiesMin = 1 };

    private static PathVariation Excluding(GeneralName name, GeneralName root, bool isInside) => isInside
        ? new($"excluded {Text(name)} by {Text(root)}", Constrained(name, [], [root]), PathStep.NameConstraints, PathFinding.NameExcluded, 48) { AuthoritiesMin = 1 }
        : PathVariation.Good($"not excluded {Text(name)} by {Text(root)}", (plan, random) => Constrain(plan, random, name, [], [root]), 1);

    private static Func<PathPlan, Random, int> Constrained(GeneralName name, GeneralName[] permitted, GeneralName[] excluded) => (plan, random) =>
    {
        Constrain(plan, random, name, permitted, excluded);
        return 0;
    };

    private static void Constrain(PathPlan plan, Random random, GeneralName name, GeneralName[] permitted, GeneralName[] excluded)
    {
        var names = random.Next(2) == 0 ? new[] { name } : [DirectoryName(PathPlans.NameOf("Also")), name];
        plan.Target.Put(AlternativeName.OfSubject(isCritical: false, names));
        Somewhere(plan, random).Put(NameConstraints.Of(permitted, excluded).ToExtension());
    }

    private static CertificatePlan Somewhere(PathPlan plan, Random random) => plan.At(1 + random.Next(plan.Authorities.Count + 1));

    private static int OtherOrganization(PathPlan plan, Random random)
    {
        plan.Target.Subject = DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.OrganizationName, "测试二"), (Oids.CommonName, "Holder"));
        Somewhere(plan, random).Put(NameConstraints.Of([Organization("测试"), Organization("其他")], []).ToExtension());
        return 0;
    }

    private static int ExcludedOrganization(PathPlan plan, Random random)
    {
        plan.Target.Subject = DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.OrganizationName, "测试二"), (Oids.CommonName, "Holder"));
        Somewhere(plan, random).Put(NameConstraints.Of([], [Organization("其他"), Organization("测试二")]).ToExtension());
        return 0;
    }

    private static int AddressInSubject(PathPlan plan, Random random)
    {
        plan.Target.Subject = DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.CommonName, "Holder"), (Oids.EmailAddress, "li@example.org"));
        plan.Target.Extensions.RemoveAll(extension => extension.Oid == Oids.SubjectAlternativeName);
        Somewhere(plan, random).Put(NameConstraints.Of([EmailAddress("example.com")], []).ToExtension());
        return 0;
    }

    private static int AuthorityOfOthers(PathPlan plan, Random random)
    {
        plan.Authorities[^1].Subject = DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.OrganizationName, "Others"), (Oids.CommonName, "Authority"));
        plan.Root.Put(NameConstraints.Of([Organization("测试")], []).ToExtension());
        return 1;
    }

    private static int PermittedByOne(PathPlan plan)
    {
        plan.Target.Put(AlternativeName.OfSubject(false, DnsName("a.example.com")));
        plan.Authorities[0].Put(NameConstraints.Of([DnsName("b.example.com")], []).ToExtension());
        plan.Authorities[1].Put(NameConstraints.Of([DnsName("example.com")], []).ToExtension());
        return 0;
    }

    // The authority renews its key under a name that its own constraint excludes; what it issues to others is bound.
    private static void SelfIssuedOutside(PathPlan plan, Random random)
    {
        var authority = plan.Authorities[0];
        authority.BasicConstraints = new BasicConstraints(true, 0);
        authority.Put(NameConstraints.Of([], [DirectoryName(authority.Subject)]).ToExtension());
        var renewed = CertificatePlan.Authority(authority.Subject, 20, authority);
        plan.Authorities.Add(renewed);
        plan.Target.Issuer = renewed;
    }

    private static GeneralName Organization(string name) => DirectoryName(DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.OrganizationName, name)));

    private static GeneralName ReadOf(byte[] encoded) => Read(new System.Formats.Asn1.AsnReader(encoded, System.Formats.Asn1.AsnEncodingRules.DER));

    private static string Text(GeneralName name) => name.Text ?? name.Directory?.ToString() ?? Convert.ToHexString(name.Octets.Span);
}
