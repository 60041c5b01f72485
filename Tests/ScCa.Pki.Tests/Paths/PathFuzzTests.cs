using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using ScCa.Pki.Paths;
using ScCa.Pki.RevocationLists;
using ScCa.Testing;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Paths;

/// <summary>Chains put together from changed certificates, lists and responses; half of the certificates are signed anew, so that what stands behind the signature is reached.</summary>
public sealed class PathFuzzTests
{
    private const int Usual = 600;
    private const int Long = 100_000;

    [Fact]
    public void Whatever_a_chain_is_made_of_it_is_judged() => Fuzz(Usual);

    [Fact, Trait("set", "long")]
    public void A_hundred_thousand_chains_of_whatever_are_judged() => Fuzz(Long);

    private static void Fuzz(int count)
    {
        using var keys = KeyRing.Of(PublicKeyKind.Sm2);
        var planned = PathVariations.All.SelectMany(variation => PathVariations.Plans(variation, 1)).Select(one => one.Plan).ToList();
        var answer = OcspResponse.From(Fixtures.File("ocsp.resp"));
        var found = new HashSet<PathFinding?>();
        for (var seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            var plan = planned[seed % planned.Count];
            if (Chain(plan, keys, random) is not { } chain)
                continue;
            var inputs = chain.Inputs with { Responses = [answer, .. Changed([Fixtures.File("ocsp.resp")], random, OcspResponse.From)] };
            var result = PathValidator.Validate(chain.Target, inputs, plan.Options with { Revocation = (RevocationDemand)random.Next(3), PathsMax = 8 });
            found.Add(result.FirstFinding?.Finding);
            Assert.Equal(result.Path.Count, result.Revocation.Count);
        }

        // Were it always the same, the changes would try nothing.
        Assert.True(found.Count > 10, string.Join(", ", found));
    }

    private static (PkiCertificate Target, PathInputs Inputs)? Chain(PathPlan plan, KeyRing keys, Random random)
    {
        var targets = Certificates([plan.Target], keys, random);
        if (targets.Count == 0)
            return null;
        var inputs = PathInputs.Of(Certificates([plan.Root, .. plan.OtherRoots], keys, random), Certificates([.. plan.Authorities, .. plan.Others], keys, random));
        return (targets[0], inputs with { Lists = Changed([.. plan.Lists.Select(list => list.Encode(keys))], random, list => RevocationList.From(list)) });
    }

    private static List<PkiCertificate> Certificates(IReadOnlyList<CertificatePlan> plans, KeyRing keys, Random random) =>
        [.. plans.SelectMany(plan => Changed([plan.Encode(keys)], random, PkiCertificate.From).Select(certificate => random.Next(2) == 0 ? certificate : SignedAnew(certificate, plan, keys)))];

    private static PkiCertificate SignedAnew(PkiCertificate certificate, CertificatePlan plan, KeyRing keys)
    {
        var signer = keys[(plan.Issuer ?? plan).Key].Signer;
        return PkiCertificate.From(PkiCertificate.Assemble(certificate.ToBeSigned.Span, signer.Algorithm, signer.Sign(certificate.ToBeSigned.Span)));
    }

    private static List<T> Changed<T>(IReadOnlyList<byte[]> files, Random random, Func<ReadOnlyMemory<byte>, T> read)
    {
        var all = new List<T>();
        foreach (var file in files)
        {
            try
            {
                all.Add(read(random.Next(2) == 0 ? file : new DerMutations(file).Next(random)));
            }
            catch (PkiRefusedException)
            {
                // What is refused cannot stand in a chain.
                continue;
            }
        }

        return all;
    }
}
