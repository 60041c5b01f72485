using ScCa.Pki.Extensions;
using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Paths;

/// <summary>
/// What revocation lists say of a certificate as of an instant, RFC 5280 §6.3. A list that was current then tells it, with its delta; so does one made later, as long as the
/// certificate had not expired by then: nobody takes entries off before. Of each scope the newest of either counts.
/// </summary>
internal sealed class ListTestimony(PathInputs inputs, PathOptions options, ListSigners signers)
{
    private const ReasonFlags EveryReason =
        ReasonFlags.KeyCompromise | ReasonFlags.CaCompromise | ReasonFlags.AffiliationChanged | ReasonFlags.Superseded | ReasonFlags.CessationOfOperation
        | ReasonFlags.CertificateHold | ReasonFlags.PrivilegeWithdrawn | ReasonFlags.AaCompromise;

    public RevocationVerdict Of(IssuedCertificate certificate)
    {
        var verdicts = new List<RevocationVerdict>();
        var authentic = new List<RevocationList>();
        foreach (var list in inputs.Lists.Where(list => IsAboutIssuer(list, certificate)))
        {
            if (Unusable(list, certificate) is { } why)
                verdicts.Add(RevocationVerdict.Unknown(why));
            else
                authentic.Add(list);
        }

        verdicts.AddRange(authentic.Select(list => Irrevocable(list, certificate)).OfType<RevocationVerdict>());
        verdicts.Add(OfScopes(authentic, certificate));
        return RevocationVerdicts.Together(verdicts);
    }

    // A revocation other than a hold is never taken back: even a list that is out of date proves it.
    private RevocationVerdict? Irrevocable(RevocationList list, IssuedCertificate certificate) =>
        list.Find(Serial(certificate)) is { Reason: not (RevocationReason.CertificateHold or RevocationReason.RemoveFromCrl) } entry && entry.RevokedAt <= options.At
            ? RevocationVerdict.Of(entry, options.At, list.ThisUpdate)
            : null;

    private RevocationVerdict OfScopes(List<RevocationList> authentic, IssuedCertificate certificate)
    {
        var telling = authentic.Where(list => !list.IsDelta && IsTelling(list, certificate))
            .GroupBy(list => (ScopeOf(list), IsLater: list.ThisUpdate > options.At), (_, lists) => lists.MaxBy(list => list.ThisUpdate)!).ToList();
        var verdicts = telling.Select(list => Of(list, authentic, certificate)).ToList();
        var covered = telling.Aggregate(ReasonFlags.None, (sum, list) => sum | list.ReasonsCoveredFor(certificate.Facts.Certificate));
        // §6.3.3: what no list speaks of stays undetermined, unless one says revoked already.
        if (covered != EveryReason)
            verdicts = [.. verdicts.Where(verdict => verdict.State is RevocationState.Revoked), RevocationVerdict.Unknown(WhyNotCovered(authentic, telling))];
        return RevocationVerdicts.Together(verdicts);
    }

    private static PathFinding WhyNotCovered(List<RevocationList> authentic, List<RevocationList> telling) =>
        authentic.Count == 0 ? PathFinding.RevocationEvidenceAbsent
        : telling.Count > 0 ? PathFinding.RevocationEvidenceOutOfScope
        : PathFinding.RevocationEvidenceNotFresh;

    private RevocationVerdict Of(RevocationList list, List<RevocationList> authentic, IssuedCertificate certificate)
    {
        var delta = authentic.Where(delta => MergedRevocationList.FitOf(list, delta) is DeltaFit.Fits && IsTelling(delta, certificate) && IsLater(delta) == IsLater(list)).MaxBy(delta => delta.Number);
        var (entry, knownAsOf) = delta is null
            ? (list.Find(Serial(certificate)), list.ThisUpdate)
            : (MergedRevocationList.Of(list, delta).Find(Serial(certificate)), delta.ThisUpdate);
        return entry is { } found ? RevocationVerdict.Of(found, options.At, knownAsOf) : RevocationVerdict.Good(knownAsOf);
    }

    // §6.3.3 (b) to (g), but for the time.
    private PathFinding? Unusable(RevocationList list, IssuedCertificate certificate)
    {
        if (list.Scope is { IsIndirect: true })
            return PathFinding.RevocationListIndirect;
        if (list.ReasonsCoveredFor(certificate.Facts.Certificate) is ReasonFlags.None)
            return PathFinding.RevocationEvidenceOutOfScope;
        if (!signers.MaySign(list, certificate))
            return PathFinding.RevocationEvidenceNotAuthentic;
        return list.HasUnknownCriticalExtension ? PathFinding.RevocationEvidenceMalformed : null;
    }

    // Lists of others are nothing that is wrong with these; an indirect one is told by its name where the certificate points to its issuer.
    private static bool IsAboutIssuer(RevocationList list, IssuedCertificate certificate) =>
        list.Issuer.Equals(certificate.Facts.Certificate.Issuer)
        || (list.Scope is { IsIndirect: true } && certificate.Facts.DistributionPoints.Any(point => point.Issuer?.Any(name => list.Issuer.Equals(name.Directory)) ?? false));

    private bool IsTelling(RevocationList list, IssuedCertificate certificate) =>
        list.IsCurrentAt(options.At) || (IsLater(list) && list.ThisUpdate <= certificate.Facts.Certificate.NotAfter);

    private bool IsLater(RevocationList list) => list.ThisUpdate > options.At;

    private static string ScopeOf(RevocationList list) => Convert.ToHexString((list.Extensions.Find(Oids.IssuingDistributionPoint)?.Value ?? default).Span);

    private static ReadOnlySpan<byte> Serial(IssuedCertificate certificate) => certificate.Facts.Certificate.SerialNumber.Span;
}
