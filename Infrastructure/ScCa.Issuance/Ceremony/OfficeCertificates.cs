using ScCa.Application.Ports;
using ScCa.Domain;
using ScCa.Issuance.Building;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Lints;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;

namespace ScCa.Issuance.Ceremony;

/// <summary>
/// Certificates that people issue in a ceremony, never a program by itself: of roots, issuing authorities and their offices. They pass the same lints as a
/// holder's.
/// </summary>
public static class OfficeCertificates
{
    /// <summary>A root's certificate over its own key.</summary>
    /// <exception cref="IssuanceRefusedException">Something about it is not in order; nothing was signed.</exception>
    public static PkiCertificate SelfSigned(IKeyHolder key, OfficePlan plan)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(plan);
        // The key stays its owner's.
        var signing = new AuthorityKey(key);
        var profile = plan.ProfileFor(signing.PublicKey);
        var order = plan.OrderFor(profile, signing.PublicKey);
        var tbs = IssuingAuthority.TemplateOf(profile, isEncryption: false, order.Subject, signing.Algorithm.Identifier, identifier: null, "root").Encode(order);
        var itself = new LintIssuer(
            order.Subject, order.SubjectPublicKeyInfo, KeyIdentifiers.Of(signing.PublicKey), order.NotBefore, order.NotAfter, signing.Algorithm.Identifier);
        var findings = LintBook.Check(tbs, profile.Use, itself, Shanghai.DateOf(plan.At));
        return findings.Count == 0
            ? PkiCertificate.From(AssembledCertificate.Assemble(tbs, signing.Algorithm.Identifier.Span, signing.Sign(tbs)))
            : throw new IssuanceRefusedException(findings);
    }

    /// <summary>A certificate over another's key, issued by this authority.</summary>
    /// <inheritdoc cref="SelfSigned"/>
    public static PkiCertificate Issue(IssuingAuthority issuer, PublicKey key, OfficePlan plan)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(plan);
        var profile = plan.ProfileFor(key);
        var prepared = issuer.Prepare(profile, isEncryption: false, plan.OrderFor(profile, key), Shanghai.DateOf(plan.At));
        return PkiCertificate.From(issuer.SignInCeremony(prepared));
    }
}
