using ScCa.Pki.Paths;

namespace ScCa.Pki.Tests.Paths;

/// <summary>A chain, whatever lies about beside it, and what is demanded; for this library and, in its words, for openssl.</summary>
internal sealed class PathPlan
{
    /// <summary>What the anchor is made of.</summary>
    public required CertificatePlan Root { get; set; }

    /// <summary>From below the root on.</summary>
    public required List<CertificatePlan> Authorities { get; init; }

    public required CertificatePlan Target { get; set; }

    /// <summary>Given to the verifier together with the authorities.</summary>
    public List<CertificatePlan> Others { get; } = [];

    public List<CertificatePlan> OtherRoots { get; } = [];

    public List<ListPlan> Lists { get; } = [];

    public PathOptions Options { get; set; } = new(TestAuthority.Now);

    public List<string> OpenSslOptions { get; } = ["-x509_strict"];

    public CertificatePlan IssuerOfTarget => Authorities.Count > 0 ? Authorities[^1] : Root;

    /// <summary>The certificate that stands so many steps above the target; the root is the last.</summary>
    public CertificatePlan At(int depth) => depth == 0 ? Target : depth <= Authorities.Count ? Authorities[^depth] : Root;

    public void Demand(Func<PathOptions, PathOptions> change, params string[] openSslOptions)
    {
        Options = change(Options);
        OpenSslOptions.AddRange(openSslOptions);
    }

    public PathCase MakeReal(KeyRing keys) => new(
        Target.Encode(keys), [.. Authorities.Concat(Others).Select(plan => plan.Encode(keys))], [.. OtherRoots.Prepend(Root).Select(plan => plan.Encode(keys))],
        [.. Lists.Select(plan => plan.Encode(keys))], Options, OpenSslOptions);
}
