using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Tests.Paths;

/// <summary>Good chains of every length with whatever good chains may hold, each made from the choices before it.</summary>
internal static class PathPlans
{
    public const int TargetKey = 10;

    public const string Policy = "1.2.3.4.1";

    public static DistinguishedName NameOf(string commonName) => TestAuthority.NameOf(commonName);

    public static PathPlan Good(Random random, int authoritiesMin, int authoritiesMax)
    {
        var root = CertificatePlan.Authority(NameOf("Path Root"), 0, null);
        var authorities = new List<CertificatePlan>();
        var count = random.Next(authoritiesMin, authoritiesMax + 1);
        for (var i = 1; i <= count; i++)
            authorities.Add(CertificatePlan.Authority(NameOf($"Path Authority {i}"), i, authorities.LastOrDefault() ?? root));
        var plan = new PathPlan { Root = root, Authorities = authorities, Target = new CertificatePlan(NameOf("Path Holder"), TargetKey, authorities.LastOrDefault() ?? root) };
        Decorate(plan, random);
        return plan;
    }

    private static void Decorate(PathPlan plan, Random random)
    {
        for (var depth = 1; depth <= plan.Authorities.Count + 1; depth++)
        {
            var authority = plan.At(depth);
            // As many authorities follow below as the depth says, less one: so many must be allowed, and more may be.
            if (random.Next(2) == 0)
                authority.BasicConstraints = new BasicConstraints(IsAuthority: true, depth - 1 + random.Next(3));
            if (random.Next(4) == 0)
                authority.Put(NameConstraints.Of([GeneralName.DirectoryName(DistinguishedName.Of((Oids.CountryName, "cn")))], []).ToExtension());
            if (random.Next(4) == 0)
                authority.KeyUsage |= KeyUsages.DigitalSignature;
        }

        if (random.Next(3) == 0)
            plan.Target.BasicConstraints = new BasicConstraints(IsAuthority: false);
        if (random.Next(3) == 0)
            plan.Target.Put(AlternativeName.OfSubject(false, GeneralName.DnsName("holder.example.cn"), GeneralName.EmailAddress("holder@example.cn")));
        if (random.Next(3) == 0)
            plan.Target.Put(new Extension("1.2.3.4.5.6", IsCritical: false, new byte[] { 0x05, 0x00 }));
    }
}
