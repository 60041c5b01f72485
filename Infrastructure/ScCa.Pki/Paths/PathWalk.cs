using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.Paths;

/// <summary>RFC 5280 §6.1 over one path, from the anchor down to the certificate that is asked about. Each step notes what it found; none hides another.</summary>
internal sealed class PathWalk
{
    private readonly CandidatePath path;
    private readonly CertificateBook book;
    private readonly PathOptions options;
    private readonly SignatureChecks signatures;
    private readonly RevocationJudge revocation;
    private readonly List<PathCheck> checks = [];
    private readonly NameConstraintProgress names = new();
    private readonly PolicyProgress policies;

    // max_path_length, §6.1.2 (k).
    private int pathLengthMax;

    public PathWalk(CandidatePath path, CertificateBook book, PathOptions options, SignatureChecks signatures, RevocationJudge revocation)
    {
        (this.path, this.book, this.options, this.signatures, this.revocation) = (path, book, options, signatures, revocation);
        policies = new PolicyProgress(options, path.Certificates.Count);
        pathLengthMax = path.Certificates.Count;
    }

    public PathResult Run()
    {
        var (name, key) = (path.Anchor.Name, path.Anchor.PublicKey);
        var depth = path.Certificates.Count;
        if (path.Anchor.Certificate is { } anchor)
            PassAnchor(book[anchor], depth);
        while (--depth > 0)
        {
            var authority = book[path.Certificates[depth]];
            PassAny(authority, depth, name, key);
            PassAuthority(authority, depth);
            (name, key) = (authority.Certificate.Subject, authority.Certificate.PublicKey);
        }

        var target = book[path.Certificates[0]];
        PassAny(target, 0, name, key);
        var acceptable = PassTarget(target);
        var verdicts = JudgeRevocation();
        return new(path.Certificates, path.Anchor, checks, acceptable, verdicts);
    }

    // RFC 5937: what an anchor's certificate says of itself limits what it is trusted for.
    private void PassAnchor(CertificateFacts anchor, int depth)
    {
        PassValidityAndExtensions(anchor, depth);
        PassAuthorityToIssue(anchor, depth);
        LimitBelow(anchor);
    }

    private void PassAny(CertificateFacts facts, int depth, DistinguishedName issuer, PublicKey issuerKey)
    {
        var certificate = facts.Certificate;
        Note(PathStep.Signature, depth, certificate, signatures.Check(certificate, issuerKey));
        Note(PathStep.NameChaining, depth, certificate, certificate.Issuer.Equals(issuer) ? null : PathFinding.IssuerNameDiffers);
        PassValidityAndExtensions(facts, depth);
        // §6.1.3: a self-issued certificate is bound only where it is the last.
        if (depth == 0 || !facts.IsSelfIssued)
            Note(PathStep.NameConstraints, depth, certificate, names.Judge(facts));
    }

    private void PassAuthority(CertificateFacts authority, int depth)
    {
        PassAuthorityToIssue(authority, depth);
        // §6.1.4 (l): self-issued certificates do not count.
        if (!authority.IsSelfIssued)
            Note(PathStep.PathLength, depth, authority.Certificate, pathLengthMax-- > 0 ? null : PathFinding.PathTooLong);
        Note(PathStep.Policies, depth, authority.Certificate, policies.Pass(authority));
        LimitBelow(authority);
    }

    private IReadOnlyCollection<string> PassTarget(CertificateFacts target)
    {
        var certificate = target.Certificate;
        Note(PathStep.KeyUsage, 0, certificate, target.MaySign(options.KeyUsage) ? null : PathFinding.KeyUsageMissing);
        Note(PathStep.Purpose, 0, certificate, IsForPurpose(target.Purposes, !options.IsPurposeToBeNamed) ? null : PathFinding.PurposeMissing);
        var (finding, acceptable) = policies.Finish(target);
        Note(PathStep.Policies, 0, certificate, finding);
        return acceptable;
    }

    private void PassValidityAndExtensions(CertificateFacts facts, int depth)
    {
        var certificate = facts.Certificate;
        Note(PathStep.Validity, depth, certificate,
            certificate.IsValidAt(options.At) ? null : options.At < certificate.NotBefore ? PathFinding.NotYetValid : PathFinding.Expired);
        Note(PathStep.Extensions, depth, certificate,
            facts.IsMalformed ? PathFinding.ExtensionMalformed : facts.HasUnknownCritical ? PathFinding.CriticalExtensionUnknown : null);
    }

    private void PassAuthorityToIssue(CertificateFacts authority, int depth)
    {
        var certificate = authority.Certificate;
        Note(PathStep.BasicConstraints, depth, certificate, authority.IsAuthority ? null : PathFinding.NoAuthority);
        Note(PathStep.KeyUsage, depth, certificate, authority.MaySign(KeyUsages.KeyCertSign) ? null : PathFinding.MayNotSignCertificates);
        // An authority that names purposes limits those below it to them, as every verifier in use has it.
        Note(PathStep.Purpose, depth, certificate,
            IsForPurpose(authority.Purposes, isSilenceEnough: true) || authority.Purposes!.Contains(Oids.AnyExtendedKeyUsage) ? null : PathFinding.PurposeMissingInAuthority);
    }

    private void LimitBelow(CertificateFacts authority)
    {
        names.Add(authority.NameConstraints);
        // §6.1.4 (m).
        if (authority.BasicConstraints?.PathLengthMax is { } limit)
            pathLengthMax = Math.Min(pathLengthMax, limit);
    }

    // What issuers say of revocation counts where they are who they seem to be: when everything else holds.
    private RevocationVerdict[] JudgeRevocation()
    {
        var verdicts = path.Certificates.Select(_ => RevocationVerdict.NotChecked).ToArray();
        if (options.Revocation is RevocationDemand.None || checks.Exists(check => check.Finding is not null))
            return verdicts;
        for (var depth = verdicts.Length - 1; depth >= 0; depth--)
        {
            verdicts[depth] = revocation.Judge(IssuedAt(depth));
            Note(PathStep.Revocation, depth, path.Certificates[depth], FindingOf(verdicts[depth]));
        }

        return verdicts;
    }

    private IssuedCertificate IssuedAt(int depth)
    {
        var issuer = depth + 1 < path.Certificates.Count ? path.Certificates[depth + 1] : path.Anchor.Certificate;
        return new(book[path.Certificates[depth]], issuer?.PublicKey ?? path.Anchor.PublicKey, issuer is null ? null : book[issuer], path.Anchor);
    }

    private PathFinding? FindingOf(RevocationVerdict verdict) => verdict.State switch
    {
        RevocationState.Revoked => PathFinding.Revoked,
        RevocationState.Unknown when options.Revocation is RevocationDemand.HardFail => verdict.WhyUnknown,
        _ => null,
    };

    private bool IsForPurpose(IReadOnlyList<string>? purposes, bool isSilenceEnough) =>
        options.Purpose is not { } demanded || (purposes is null ? isSilenceEnough : purposes.Contains(demanded));

    private void Note(PathStep step, int depth, PkiCertificate certificate, PathFinding? finding) => checks.Add(new PathCheck(step, depth, certificate, finding));
}
