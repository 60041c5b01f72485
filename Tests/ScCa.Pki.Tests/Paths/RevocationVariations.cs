using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Paths;
using ScCa.Pki.RevocationLists;
using static ScCa.Pki.Paths.PathFinding;

namespace ScCa.Pki.Tests.Paths;

/// <summary>Revocation lists: what they say, whether they may, whether they are about it, and when.</summary>
internal static class RevocationVariations
{
    private const string ListMadeLater =
        "A list made after the instant tells what was revoked at it, which old signatures need; openssl refuses lists whose thisUpdate is later than -attime.";

    private static readonly GeneralName ListAddress = GeneralName.Uri("http://crl.example.cn/1.crl");

    public static IEnumerable<PathVariation> All =>
    [
        PathVariation.Good("nothing revoked", (plan, _) => WithLists(plan)),
        PathVariation.Good("others revoked", (plan, _) => Revoke(WithLists(plan)[^1], new CertificatePlan(PathPlans.NameOf("Other"), 40, plan.IssuerOfTarget))),
        new("revoked", (plan, random) => RevokeAny(plan, random, RevocationReason.KeyCompromise), PathStep.Revocation, Revoked, 23),
        new("revoked for no reason", (plan, random) => RevokeAny(plan, random, null), PathStep.Revocation, Revoked, 23),
        new("on hold", (plan, random) => RevokeAny(plan, random, RevocationReason.CertificateHold), PathStep.Revocation, Revoked, 23),
        new("revoked, and unknown would be let pass", (plan, random) => Softly(plan, RevokeAny(plan, random, null)), PathStep.Revocation, Revoked, 23),
        new("no list", (plan, random) => NoList(plan, random), PathStep.Revocation, RevocationEvidenceAbsent, 3),
        PathVariation.Good("no list, and unknown is let pass", (plan, _) => plan.Demand(options => options with { Revocation = RevocationDemand.SoftFail })),
        new("list out of date", OfAny(list => (list.ThisUpdate, list.NextUpdate) = (list.ThisUpdate.AddDays(-9), TestAuthority.Now.AddSeconds(-1))), PathStep.Revocation, RevocationEvidenceNotFresh, 12),
        new("list broken", OfAny(list => list.IsSignatureBroken = true), PathStep.Revocation, RevocationEvidenceNotAuthentic, 8),
        new("list signed by somebody else", OfAny(list => list.SignerKey = 41), PathStep.Revocation, RevocationEvidenceNotAuthentic, 8),
        new("issuer must not sign lists", (plan, random) => NoListSigner(plan, random), PathStep.Revocation, RevocationEvidenceNotAuthentic, 35, 44),
        new("list holds an unknown critical extension", OfAny(list => list.HasUnknownCritical = true), PathStep.Revocation, RevocationEvidenceMalformed, 36),
        new("list about authorities only", OfTarget((_, list) => list.Scope = new([], OnlyContainsCaCerts: true)), PathStep.Revocation, RevocationEvidenceOutOfScope, 44),
        new("list about others than authorities only", OfAuthority(list => list.Scope = new([], OnlyContainsUserCerts: true)), PathStep.Revocation, RevocationEvidenceOutOfScope, 44) { AuthoritiesMin = 1 },
        new("list about attributes only", OfAny(list => list.Scope = new([], OnlyContainsAttributeCerts: true)), PathStep.Revocation, RevocationEvidenceOutOfScope, 44, 3),
        new("list of another distribution point", OfTarget((plan, list) => PointTo(plan, list, GeneralName.Uri("http://crl.example.cn/2.crl"))), PathStep.Revocation, RevocationEvidenceOutOfScope, 44),
        PathVariation.Good("list of the distribution point", (plan, _) => PointTo(plan, WithLists(plan)[0], ListAddress)),
        new("list about some reasons only", OfTarget((_, list) => list.Scope = new([], OnlySomeReasons: ReasonFlags.KeyCompromise), "-extended_crl"), PathStep.Revocation, RevocationEvidenceOutOfScope, 44, 3),
        PathVariation.Good("lists that share the reasons", (plan, _) => ShareReasons(plan)),
        new("revoked in one of the lists that share the reasons", (plan, _) => RevokeShared(plan), PathStep.Revocation, Revoked, 23),
        new("indirect list", OfTarget((_, list) => list.Scope = new([], IsIndirect: true)), PathStep.Revocation, RevocationListIndirect, 3, 44),
        new("revoked by the delta", (plan, _) => WithDelta(plan, null, RevocationReason.Superseded), PathStep.Revocation, Revoked, 23),
        PathVariation.Good("hold taken back by the delta", (plan, _) => WithDelta(plan, RevocationReason.CertificateHold, RevocationReason.RemoveFromCrl)),
        new("hold not taken back by a delta to a newer base", (plan, _) => WithDelta(plan, RevocationReason.CertificateHold, RevocationReason.RemoveFromCrl, baseNumber: 8), PathStep.Revocation, Revoked, 23),
        PathVariation.Good("list signed with the root's old key", (plan, _) => SignedWithOldKey(plan), 0, 2),
        PathVariation.Good("list made later", (plan, _) => Later(WithLists(plan)[0])) with { WhyOpenSslDiffers = ListMadeLater },
        PathVariation.Good("revoked after the instant", (plan, _) => RevokeLater(plan, TestAuthority.Now.AddSeconds(1))) with { WhyOpenSslDiffers = ListMadeLater },
        new("revoked at the instant as a later list tells", (plan, _) => RevokeLater(plan, TestAuthority.Now), PathStep.Revocation, Revoked, 11),
        new("list made after the certificate had expired", (plan, _) => LaterThanCertificate(plan), PathStep.Revocation, RevocationEvidenceNotFresh, 11),
        new("revoked in a list that is out of date, and unknown would be let pass", (plan, _) => Softly(plan, RevokedInOldList(plan)), PathStep.Revocation, Revoked, 12, 23),
    ];

    // One list of each issuer, that of the target's first.
    private static List<ListPlan> WithLists(PathPlan plan)
    {
        plan.Demand(options => options with { Revocation = RevocationDemand.HardFail }, "-crl_check_all");
        for (var depth = 1; depth <= plan.Authorities.Count + 1; depth++)
            plan.Lists.Add(new ListPlan(plan.At(depth)));
        return plan.Lists;
    }

    private static void Revoke(ListPlan list, CertificatePlan certificate, RevocationReason? reason = null, DateTimeOffset? at = null) =>
        list.Revoked.Add((certificate, at ?? TestAuthority.Now.AddDays(-2), reason));

    private static int RevokeAny(PathPlan plan, Random random, RevocationReason? reason)
    {
        var depth = random.Next(plan.Authorities.Count + 1);
        Revoke(WithLists(plan)[depth], plan.At(depth), reason);
        return depth;
    }

    private static int Softly(PathPlan plan, int depth)
    {
        plan.Demand(options => options with { Revocation = RevocationDemand.SoftFail });
        return depth;
    }

    private static int NoList(PathPlan plan, Random random)
    {
        var depth = random.Next(plan.Authorities.Count + 1);
        WithLists(plan).RemoveAt(depth);
        return depth;
    }

    private static int NoListSigner(PathPlan plan, Random random)
    {
        WithLists(plan);
        var depth = random.Next(plan.Authorities.Count + 1);
        plan.At(depth + 1).KeyUsage = KeyUsages.KeyCertSign;
        return depth;
    }

    private static Func<PathPlan, Random, int> OfAny(Action<ListPlan> change) => (plan, random) =>
    {
        var depth = random.Next(plan.Authorities.Count + 1);
        change(WithLists(plan)[depth]);
        return depth;
    };

    private static Func<PathPlan, Random, int> OfAuthority(Action<ListPlan> change) => (plan, random) =>
    {
        var depth = 1 + random.Next(plan.Authorities.Count);
        change(WithLists(plan)[depth]);
        return depth;
    };

    private static Func<PathPlan, Random, int> OfTarget(Action<PathPlan, ListPlan> change, params string[] openSslOptions) => (plan, _) =>
    {
        change(plan, WithLists(plan)[0]);
        plan.OpenSslOptions.AddRange(openSslOptions);
        return 0;
    };

    private static void PointTo(PathPlan plan, ListPlan list, GeneralName listSays)
    {
        plan.Target.Put(DistributionPoint.Of(ListAddress.Text!));
        // The list must be about the authorities too where it is theirs; so it is about those below alone.
        list.Scope = new([listSays], OnlyContainsUserCerts: true);
        plan.Lists.Add(new ListPlan(list.Issuer) { Scope = new([], OnlyContainsCaCerts: true) });
    }

    private static List<ListPlan> ShareReasons(PathPlan plan)
    {
        const ReasonFlags rest = ReasonFlags.CaCompromise | ReasonFlags.AffiliationChanged | ReasonFlags.Superseded | ReasonFlags.CessationOfOperation
            | ReasonFlags.CertificateHold | ReasonFlags.PrivilegeWithdrawn | ReasonFlags.AaCompromise;
        WithLists(plan)[0].Scope = new([], OnlySomeReasons: ReasonFlags.KeyCompromise);
        plan.Lists.Add(new ListPlan(plan.IssuerOfTarget) { Scope = new([], OnlySomeReasons: rest) });
        plan.OpenSslOptions.Add("-extended_crl");
        return plan.Lists;
    }

    private static int RevokeShared(PathPlan plan)
    {
        Revoke(ShareReasons(plan)[^1], plan.Target, RevocationReason.Superseded);
        return 0;
    }

    private static int WithDelta(PathPlan plan, RevocationReason? before, RevocationReason now, int baseNumber = 7)
    {
        var list = WithLists(plan)[0];
        if (before is { } reason)
            Revoke(list, plan.Target, reason);
        // Shares the base's issuer, scope and key; it counts on from the base's number.
        var delta = new ListPlan(list.Issuer) { Number = 9, BaseNumber = baseNumber, ThisUpdate = TestAuthority.Now.AddHours(-1) };
        Revoke(delta, plan.Target, now);
        plan.Lists.Add(delta);
        // Without the second, openssl takes a delta for a complete list.
        plan.OpenSslOptions.AddRange(["-use_deltas", "-extended_crl"]);
        plan.Target.Put(new Extension(Oids.FreshestCrl, false, DistributionPoint.OfDelta(ListAddress.Text!).Value));
        return 0;
    }

    // The certificate is issued with the new key; the list is the old key's, whose certificate stands above.
    private static void SignedWithOldKey(PathPlan plan)
    {
        var renewed = CertificatePlan.Authority(plan.Root.Subject, 20, plan.Root);
        plan.At(plan.Authorities.Count).Issuer = renewed;
        WithLists(plan);
        plan.Others.Add(renewed);
    }

    private static void Later(ListPlan list) => (list.ThisUpdate, list.NextUpdate) = (TestAuthority.Now.AddDays(1), TestAuthority.Now.AddDays(2));

    private static int RevokeLater(PathPlan plan, DateTimeOffset at)
    {
        var list = WithLists(plan)[0];
        Later(list);
        Revoke(list, plan.Target, RevocationReason.KeyCompromise, at);
        return 0;
    }

    private static int LaterThanCertificate(PathPlan plan)
    {
        Later(WithLists(plan)[0]);
        plan.Target.NotAfter = TestAuthority.Now.AddHours(1);
        return 0;
    }

    private static int RevokedInOldList(PathPlan plan)
    {
        var list = WithLists(plan)[0];
        (list.ThisUpdate, list.NextUpdate) = (list.ThisUpdate.AddDays(-1), TestAuthority.Now.AddDays(-1));
        Revoke(list, plan.Target, RevocationReason.KeyCompromise);
        return 0;
    }
}
