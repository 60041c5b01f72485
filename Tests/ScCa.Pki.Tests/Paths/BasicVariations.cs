using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Paths;
using static ScCa.Pki.Paths.PathFinding;

namespace ScCa.Pki.Tests.Paths;

/// <summary>Signatures, validity, names, authorities, usages, extensions and purposes.</summary>
internal static class BasicVariations
{
    private const int NoLocalIssuer = 20;

    private static readonly Extension UnknownCritical = new("1.2.3.4.5.7", IsCritical: true, new byte[] { 0x05, 0x00 });

    public static IEnumerable<PathVariation> All =>
    [
        PathVariation.Good("nothing unusual", (_, _) => { }),
        PathVariation.Good("the last moment before the end", (plan, _) => plan.Target.NotAfter = TestAuthority.Now.AddSeconds(1)),
        PathVariation.Good("the first second", (plan, _) => plan.Target.NotBefore = TestAuthority.Now),
        PathVariation.Good("the last second", (plan, _) => plan.Target.NotAfter = TestAuthority.Now) with
        {
            WhyOpenSslDiffers = "RFC 5280 §4.1.2.5 includes notAfter in the validity; openssl (X509_cmp_time) takes an instant that equals it for later.",
        },
        new("expired", Anywhere((plan, _) => plan.NotAfter = TestAuthority.Now.AddSeconds(-1)), PathStep.Validity, Expired, 10),
        new("root expired", (plan, _) => Of(plan.Authorities.Count + 1, plan.Root.NotAfter = TestAuthority.Now.AddDays(-1)), PathStep.Validity, Expired, 10),
        new("not yet valid", Anywhere((plan, _) => plan.NotBefore = TestAuthority.Now.AddSeconds(1)), PathStep.Validity, NotYetValid, 9),
        new("wrong signer", Anywhere((plan, _) => plan.SignerKey = 30), PathStep.Signature, SignatureWrong, 7),
        new("broken signature", Anywhere((plan, _) => plan.IsSignatureBroken = true), PathStep.Signature, SignatureWrong, 7),
        new("another algorithm outside than inside", Anywhere((plan, _) => plan.NamesOtherAlgorithmOutside = true), PathStep.Signature, SignatureAlgorithmUnknown, 7, 78),
        new("wrong issuer name", Anywhere((plan, _) => plan.IssuerNameSaid = PathPlans.NameOf("Somebody Else")), PathStep.NameChaining, IssuerNameDiffers, NoLocalIssuer),
        PathVariation.Good("issuer named in other letters and spaces", (plan, _) => plan.Target.IssuerNameSaid = Respelled(plan.IssuerOfTarget)),
        new("no authority", Authority((plan, _) => plan.BasicConstraints = new BasicConstraints(false)), PathStep.BasicConstraints, NoAuthority, NoLocalIssuer, 79) { AuthoritiesMin = 1 },
        new("no basic constraints", Authority((plan, _) => plan.BasicConstraints = null), PathStep.BasicConstraints, NoAuthority, NoLocalIssuer, 79) { AuthoritiesMin = 1 },
        new("root no authority", (plan, _) => Of(plan.Authorities.Count + 1, plan.Root.BasicConstraints = null), PathStep.BasicConstraints, NoAuthority, NoLocalIssuer, 79, 92),
        new("path too long", PathTooLongSomewhere, PathStep.PathLength, PathTooLong, 25) { AuthoritiesMin = 1 },
        new("path too long for the root", (plan, _) => Of(plan.Authorities.Count, plan.Root.BasicConstraints = new BasicConstraints(true, 0)), PathStep.PathLength, PathTooLong, 25)
        {
            AuthoritiesMin = 1, AuthoritiesMax = 1,
        },
        new("no keyCertSign", Authority((plan, _) => plan.KeyUsage = KeyUsages.CrlSign), PathStep.KeyUsage, MayNotSignCertificates, NoLocalIssuer, 32, 79) { AuthoritiesMin = 1 },
        new("root no keyCertSign", (plan, _) => Of(plan.Authorities.Count + 1, plan.Root.KeyUsage = KeyUsages.CrlSign), PathStep.KeyUsage, MayNotSignCertificates, NoLocalIssuer, 32, 79),
        new("unknown critical extension", Anywhere((plan, _) => plan.Put(UnknownCritical)), PathStep.Extensions, CriticalExtensionUnknown, 34),
        new("malformed extension", Anywhere((plan, _) => plan.Put(new Extension(Oids.SubjectAlternativeName, false, new byte[] { 0x04, 0x00 }))), PathStep.Extensions, ExtensionMalformed, NoLocalIssuer, 41, 79),
        new("duplicated extension", Anywhere((plan, _) => plan.Extensions.Add(KeyIdentifiers.OfSubject(new byte[20])))) { IsUnreadable = true },
        PathVariation.Good("the purpose demanded is named", (plan, _) => WithPurpose(plan, Oids.ServerAuth, Oids.ClientAuth)),
        PathVariation.Good("no purpose is named", (plan, _) => plan.Demand(ForClients, "-purpose", "sslclient")),
        new("another purpose", (plan, _) => Of(0, WithPurpose(plan, Oids.ServerAuth)), PathStep.Purpose, PurposeMissing, 26),
        new("an authority for another purpose", OtherPurposeAbove, PathStep.Purpose, PurposeMissingInAuthority, 26) { AuthoritiesMin = 1 },
    ];

    private static Func<PathPlan, Random, int> Anywhere(Action<CertificatePlan, Random> change) => (plan, random) =>
    {
        var depth = random.Next(plan.Authorities.Count + 1);
        change(plan.At(depth), random);
        return depth;
    };

    private static Func<PathPlan, Random, int> Authority(Action<CertificatePlan, Random> change) => (plan, random) =>
    {
        var depth = 1 + random.Next(plan.Authorities.Count);
        change(plan.At(depth), random);
        return depth;
    };

    private static int Of(int depth, object? _) => depth;

    private static int PathTooLongSomewhere(PathPlan plan, Random random)
    {
        for (var depth = 1; depth <= plan.Authorities.Count + 1; depth++)
            plan.At(depth).BasicConstraints = new BasicConstraints(true);
        // Who may have none below stands right above one.
        var depthOfLimit = 2 + random.Next(plan.Authorities.Count);
        plan.At(depthOfLimit).BasicConstraints = new BasicConstraints(true, depthOfLimit - 2);
        return 1;
    }

    private static int OtherPurposeAbove(PathPlan plan, Random random)
    {
        WithPurpose(plan, Oids.ClientAuth);
        var depth = 1 + random.Next(plan.Authorities.Count);
        plan.At(depth).Put(ExtendedKeyUsage.Of(false, Oids.ServerAuth));
        return depth;
    }

    private static PathPlan WithPurpose(PathPlan plan, params string[] purposes)
    {
        plan.Target.Put(ExtendedKeyUsage.Of(false, purposes));
        plan.Demand(ForClients, "-purpose", "sslclient");
        return plan;
    }

    private static PathOptions ForClients(PathOptions options) => options with { Purpose = Oids.ClientAuth };

    private static DistinguishedName Respelled(CertificatePlan issuer) =>
        DistinguishedName.Of((Oids.CountryName, "cn"), (Oids.OrganizationName, " 测试"), (Oids.CommonName, issuer.Subject.Find(Oids.CommonName)!.ToUpperInvariant().Replace(" ", "   ", StringComparison.Ordinal)));
}
