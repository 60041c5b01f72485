using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;

namespace ScCa.Pki.Paths;

/// <summary>
/// Finds ways from a certificate to the anchors, the most promising first (RFC 4158): short ones whose names, key identifiers, validity and signatures fit. A way that
/// does not fit still comes, late, so that a caller learns what is wrong with the nearest. Nothing is followed twice, and the work is bounded.
/// </summary>
internal sealed class PathSearch(IssuerPool pool, CertificateBook book, PathOptions options, SignatureChecks signatures)
{
    // Cross-certificates among n authorities make n! ways of few certificates: the number of steps is what is bounded.
    private const int StepsMax = 4096;

    private readonly PriorityQueue<PartialPath, (int Penalty, int Order)> open = new();

    private int order;

    /// <summary>The best way that ended nowhere.</summary>
    public PartialPath? DeadEnd { get; private set; }

    public bool IsLimitReached { get; private set; }

    public IEnumerable<CandidatePath> From(PkiCertificate target)
    {
        Put(new PartialPath(target, null, null, 1, 0, IsTried: true));
        for (var step = 0; open.TryDequeue(out var path, out _); step++)
        {
            if (step >= StepsMax)
            {
                IsLimitReached = true;
                yield break;
            }

            if (!path.IsTried)
                Put(Tried(path));
            else if (path.Anchor is { } anchor)
                yield return new CandidatePath(anchor, path.Certificates());
            else
                Extend(path);
        }
    }

    private void Extend(PartialPath path)
    {
        var issued = book[path.Top];
        var waysBefore = order;
        foreach (var anchor in pool.AnchorsFor(issued))
        {
            var facts = anchor.Certificate is { } certificate ? book[certificate] : null;
            Put(path with { Anchor = anchor, Penalty = path.Penalty + IssuerFit.OfAnchor(issued, anchor, facts, options.At), IsTried = false });
        }

        foreach (var authority in pool.AuthoritiesFor(issued).Where(authority => !path.Holds(authority)))
        {
            if (path.Length >= options.LengthMax)
                IsLimitReached = true;
            else
                Put(new PartialPath(authority, path, null, path.Length + 1, path.Penalty + IssuerFit.OfAuthority(issued, book[authority], options.At), IsTried: false));
        }

        if (order == waysBefore)
            DeadEnd = Better(DeadEnd, path);
    }

    // A signature is tried only when the way that needs it is the most promising one.
    private PartialPath Tried(PartialPath path)
    {
        var (issued, key) = Edge(path);
        var finding = signatures.Check(issued, key);
        IsLimitReached |= finding is PathFinding.SearchLimitReached;
        return path with { IsTried = true, Penalty = path.Penalty + (finding is null ? 0 : IssuerFit.SignatureWrong) };
    }

    private static (PkiCertificate Issued, PublicKey Key) Edge(PartialPath path) =>
        path.Anchor is { } anchor ? (path.Top, anchor.PublicKey) : (path.Below!.Top, path.Top.PublicKey);

    private static PartialPath Better(PartialPath? one, PartialPath other) =>
        one is null || (other.Penalty / IssuerFit.SignatureWrong, -other.Length).CompareTo((one.Penalty / IssuerFit.SignatureWrong, -one.Length)) < 0 ? other : one;

    private void Put(PartialPath path) => open.Enqueue(path, (path.Penalty, order++));
}
