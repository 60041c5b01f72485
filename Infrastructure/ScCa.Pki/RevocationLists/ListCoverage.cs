using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;

namespace ScCa.Pki.RevocationLists;

/// <summary>What a list says about one certificate: RFC 5280 §6.3.3 (b) and (d).</summary>
internal static class ListCoverage
{
    private const ReasonFlags EveryReason =
        ReasonFlags.KeyCompromise | ReasonFlags.CaCompromise | ReasonFlags.AffiliationChanged | ReasonFlags.Superseded | ReasonFlags.CessationOfOperation
        | ReasonFlags.CertificateHold | ReasonFlags.PrivilegeWithdrawn | ReasonFlags.AaCompromise;

    public static ReasonFlags Of(RevocationList list, PkiCertificate certificate)
    {
        if (!IsAboutItsKind(list.Scope, certificate))
            return ReasonFlags.None;
        var points = certificate.Extensions.CrlDistributionPoints;
        // §6.3.3, last paragraph: a certificate without points has one that is named as its issuer.
        var reasons = (points.Count > 0 ? points : [new([GeneralName.DirectoryName(certificate.Issuer)])])
            .Where(point => IsFrom(point, list, certificate) && IsNamedAlike(point, list))
            .Aggregate(ReasonFlags.None, (sum, point) => sum | (point.Reasons ?? EveryReason));
        return reasons & (list.Scope?.OnlySomeReasons ?? EveryReason) & EveryReason;
    }

    private static bool IsAboutItsKind(IssuingDistributionPoint? scope, PkiCertificate certificate)
    {
        var isAuthority = certificate.Extensions.BasicConstraints is { IsAuthority: true };
        return scope is null || !(scope.OnlyContainsAttributeCerts || (scope.OnlyContainsUserCerts && isAuthority) || (scope.OnlyContainsCaCerts && !isAuthority));
    }

    // (b) (1).
    private static bool IsFrom(DistributionPoint point, RevocationList list, PkiCertificate certificate) => point.Issuer is { } issuers
        ? list.Scope is { IsIndirect: true } && issuers.Any(name => list.Issuer.Equals(name.Directory))
        : list.Issuer.Equals(certificate.Issuer);

    // (b) (2) (i): one name in common; a point without a name is named as who issues its list. Relative names are compared as they stand.
    private static bool IsNamedAlike(DistributionPoint point, RevocationList list)
    {
        if (list.Scope is not { HasName: true } scope)
            return true;
        if (!scope.RelativeName.IsEmpty)
            return scope.RelativeName.Span.SequenceEqual(point.RelativeName.Span);
        var names = point.FullName.Count > 0 || !point.RelativeName.IsEmpty ? point.FullName : point.Issuer ?? [];
        return names.Any(name => scope.FullName.Any(other => AreOne(name, other)));
    }

    private static bool AreOne(GeneralName name, GeneralName other) =>
        name.Encoded.Span.SequenceEqual(other.Encoded.Span) || (name.Directory is { } directory && directory.Equals(other.Directory));
}
