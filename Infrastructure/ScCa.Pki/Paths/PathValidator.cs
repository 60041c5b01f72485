using ScCa.Pki.Certificates;

namespace ScCa.Pki.Paths;

/// <summary>
/// Finds a path from a certificate to a trust anchor that holds under RFC 5280 §6.1 as of an instant, in SM2 with its default identity, P-256 and RSA, mixed at will.
/// Whatever is wrong with a certificate is a finding; nothing that certificates hold makes it throw or run long. Pure, and for any number of threads.
/// </summary>
public static class PathValidator
{
    public static PathResult Validate(PkiCertificate target, PathInputs inputs, PathOptions options)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        return Validate(target, inputs, options, new CertificateBook(), new SignatureChecks(options.SignaturesMax));
    }

    internal static PathResult Validate(PkiCertificate target, PathInputs inputs, PathOptions options, CertificateBook book, SignatureChecks signatures)
    {
        var revocation = new RevocationJudge(inputs, options, book, signatures);
        var search = new PathSearch(new IssuerPool(inputs, book), book, options, signatures);
        PathResult? nearest = null;
        var tried = 0;
        foreach (var candidate in search.From(target))
        {
            if (tried++ >= options.PathsMax)
                return WithLimit(nearest!, target);
            var result = new PathWalk(candidate, book, options, signatures, revocation).Run();
            if (result.IsValid)
                return result;
            nearest ??= result;
        }

        nearest ??= WithoutAnchor(search, target);
        return search.IsLimitReached ? WithLimit(nearest, target) : nearest;
    }

    private static PathResult WithoutAnchor(PathSearch search, PkiCertificate target)
    {
        var path = search.DeadEnd?.Certificates() ?? [target];
        return new(path, null, [new PathCheck(PathStep.Search, path.Count - 1, path[^1], PathFinding.IssuerNotFound)], [], [.. path.Select(_ => RevocationVerdict.NotChecked)]);
    }

    private static PathResult WithLimit(PathResult nearest, PkiCertificate target) =>
        new(nearest.Path, nearest.Anchor, [.. nearest.Checks, new PathCheck(PathStep.Search, 0, target, PathFinding.SearchLimitReached)], nearest.Policies, nearest.Revocation);
}
