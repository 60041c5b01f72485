using ScCa.Pki.Extensions;
using ScCa.Pki.Paths;

namespace ScCa.Pki.Tests.Paths;

/// <summary>Several ways up, and none.</summary>
internal static class SearchVariations
{
    private const int NoLocalIssuer = 20;

    private const string OneWayOnly =
        "openssl follows the first issuer that fits by name and does not come back when that leads nowhere; RFC 4158 §2.4.1 asks for the other ways.";

    public static IEnumerable<PathVariation> All =>
    [
        PathVariation.Good("a self-issued authority does not count for the path's length", SelfIssued, 1, 1),
        PathVariation.Good("a root's new key under its old one", Rollover, 0, 2),
        PathVariation.Good("a cross-certificate leads to the root that is trusted", Crossed, 0, 2),
        PathVariation.Good("an authority of the same name with another key beside", Namesake, 1),
        PathVariation.Good("an expired certificate of the same authority beside", ExpiredTwin, 1),
        PathVariation.Good("two roots, both trusted", (plan, _) => plan.OtherRoots.Add(CertificatePlan.Authority(PathPlans.NameOf("Other Root"), 21, null))),
        PathVariation.Good("authorities that certify each other in a ring", Ring, 1),
        new("an intermediate certificate is missing", (plan, random) => Missing(plan, random), PathStep.Search, PathFinding.IssuerNotFound, NoLocalIssuer) { AuthoritiesMin = 1 },
        new("a root that is not trusted", (plan, _) => UntrustedRoot(plan), PathStep.Search, PathFinding.IssuerNotFound, 19, NoLocalIssuer),
        new("a ring of authorities that no root certifies", (plan, _) => RingAlone(plan), PathStep.Search, PathFinding.IssuerNotFound, NoLocalIssuer, 22),
        new("a root of the same name with another key", (plan, _) => FalseRoot(plan), PathStep.Signature, PathFinding.SignatureWrong, 7, 19, NoLocalIssuer) { AuthoritiesMax = 2 },
        PathVariation.Good("an authority's key identifier is said wrongly", (plan, _) => plan.Target.HasOtherAuthorityKey = true) with
        {
            WhyOpenSslDiffers = "Key identifiers help to find issuers and prove nothing (RFC 5280 §6.1 does not mention them, RFC 4158 §3.5.12); openssl refuses an issuer by them.",
        },
        PathVariation.Good("a namesake comes first and no key identifier tells", NamesakeWithoutIdentifier, 1) with
        {
            WhyOpenSslDiffers = OneWayOnly,
        },
        PathVariation.Good("a cross-certificate, and the root that is not trusted comes before it", CrossedBesideRoot, 0, 2) with { WhyOpenSslDiffers = OneWayOnly },
    ];

    private static void SelfIssued(PathPlan plan, Random random)
    {
        var authority = plan.Authorities[0];
        authority.BasicConstraints = new BasicConstraints(true, 0);
        var renewed = CertificatePlan.Authority(authority.Subject, 20, authority, 0);
        plan.Authorities.Add(renewed);
        plan.Target.Issuer = renewed;
    }

    // New with old: what is below is signed by the new key, and the old root alone is trusted.
    private static void Rollover(PathPlan plan, Random random)
    {
        var renewed = CertificatePlan.Authority(plan.Root.Subject, 20, plan.Root);
        plan.At(plan.Authorities.Count).Issuer = renewed;
        plan.Others.Add(renewed);
    }

    private static void Crossed(PathPlan plan, Random random)
    {
        var trusted = CertificatePlan.Authority(PathPlans.NameOf("Trusted Root"), 21, null);
        var cross = CertificatePlan.Authority(plan.Root.Subject, plan.Root.Key, trusted);
        plan.Others.Add(cross);
        plan.Root = trusted;
    }

    private static void CrossedBesideRoot(PathPlan plan, Random random)
    {
        plan.Others.Add(plan.Root);
        Crossed(plan, random);
    }

    private static void Namesake(PathPlan plan, Random random) =>
        plan.Others.Add(CertificatePlan.Authority(plan.Authorities[^1].Subject, 22, plan.Root));

    private static void NamesakeWithoutIdentifier(PathPlan plan, Random random)
    {
        plan.OpenSslOptions.Remove("-x509_strict");
        plan.Target.HasNoAuthorityKey = true;
        plan.Others.Add(plan.Authorities[^1]);
        plan.Authorities[^1] = CertificatePlan.Authority(plan.Authorities[^1].Subject, 22, plan.Authorities[^1].Issuer);
    }

    private static void ExpiredTwin(PathPlan plan, Random random)
    {
        var twin = plan.Authorities[^1];
        plan.Others.Insert(0, new CertificatePlan(twin.Subject, twin.Key, twin.Issuer)
        {
            BasicConstraints = twin.BasicConstraints, KeyUsage = twin.KeyUsage, SerialNumber = 2, NotAfter = TestAuthority.Now.AddDays(-3),
        });
    }

    private static void Ring(PathPlan plan, Random random)
    {
        var last = plan.Authorities[^1];
        var neighbour = CertificatePlan.Authority(PathPlans.NameOf("Neighbour"), 23, last);
        plan.Others.Add(neighbour);
        plan.Others.Add(CertificatePlan.Authority(last.Subject, last.Key, neighbour));
    }

    private static int Missing(PathPlan plan, Random random)
    {
        var depth = 1 + random.Next(plan.Authorities.Count);
        plan.Authorities.RemoveAt(plan.Authorities.Count - depth);
        return depth - 1;
    }

    private static int UntrustedRoot(PathPlan plan)
    {
        plan.Others.Add(plan.Root);
        plan.Root = CertificatePlan.Authority(PathPlans.NameOf("Trusted Root"), 21, null);
        return plan.Authorities.Count + 1;
    }

    private static int RingAlone(PathPlan plan)
    {
        var one = CertificatePlan.Authority(PathPlans.NameOf("Ring One"), 24, null);
        var two = CertificatePlan.Authority(PathPlans.NameOf("Ring Two"), 25, one);
        one.Issuer = two;
        plan.Others.AddRange([one, two]);
        plan.Target.Issuer = one;
        plan.Authorities.Clear();
        return 2;
    }

    private static int FalseRoot(PathPlan plan)
    {
        var depth = plan.Authorities.Count;
        plan.At(depth).HasNoAuthorityKey = true;
        plan.OpenSslOptions.Remove("-x509_strict");
        plan.Root = CertificatePlan.Authority(plan.Root.Subject, 26, null);
        return depth;
    }
}
