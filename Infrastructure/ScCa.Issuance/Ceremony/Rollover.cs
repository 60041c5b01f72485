using NodaTime;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Profiles;
using ScCa.Pki.Certificates;

namespace ScCa.Issuance.Ceremony;

/// <summary>The two certificates that tie an authority's new key to its old one, so that whoever trusts either reaches what the other has issued.</summary>
/// <param name="NewWithOld">The new key, certified by the old one.</param>
/// <param name="OldWithNew">The old key, certified by the new one.</param>
public sealed record Rollover(PkiCertificate NewWithOld, PkiCertificate OldWithNew)
{
    /// <summary>
    /// Under one name they are self-issued link certificates (RFC 4210 §4.4), which do not count in a path's length; under two names cross-certificates. They
    /// are valid while both authorities are.
    /// </summary>
    /// <exception cref="Application.Ports.IssuanceRefusedException">Something about them is not in order.</exception>
    public static Rollover Link(IssuingAuthority old, IssuingAuthority @new, SerialNumber newWithOld, SerialNumber oldWithNew, Instant at, ProfileBook profiles)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var from = Instant.Max(old.Certificate.NotBefore, @new.Certificate.NotBefore);
        var last = Shanghai.DateOf(Instant.Min(old.Certificate.NotAfter, @new.Certificate.NotAfter));
        return new(Certify(old, @new.Certificate, newWithOld), Certify(@new, old.Certificate, oldWithNew));

        PkiCertificate Certify(IssuingAuthority issuer, CaCertificate subject, SerialNumber serial) => OfficeCertificates.Issue(
            issuer, subject.Certificate.PublicKey,
            new OfficePlan(CertificateRole.Cross, new(issuer.Name), serial, from, last, at) { Profiles = profiles, ExactSubject = subject.Subject });
    }
}
