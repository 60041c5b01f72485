using NodaTime;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Building;
using ScCa.Issuance.Profiles;

namespace ScCa.Issuance.Ceremony;

/// <summary>A certificate that a ceremony issues: an authority's, or one of its offices'.</summary>
/// <param name="Last">The last date it is valid, to its end in Shanghai.</param>
/// <param name="At">The instant of the ceremony.</param>
public sealed record OfficePlan(CertificateRole Role, SubjectValues Subject, SerialNumber Serial, Instant NotBefore, LocalDate Last, Instant At)
{
    /// <summary>Which profile says what it looks like.</summary>
    public ProfileBook Profiles { get; init; } = ProfileBook.Defaults;

    /// <summary>Takes the place of <see cref="Subject"/> and its template: a name that is there already, DER.</summary>
    public ReadOnlyMemory<byte> ExactSubject { get; init; }

    internal CertificateOrder OrderFor(CertificateProfile profile, Pki.Algorithms.PublicKey key) => new(
        Serial, NotBefore, Shanghai.LastSecondOf(Last), ExactSubject.IsEmpty ? profile.Subject.Encode(Subject) : ExactSubject.ToArray(),
        key.SubjectPublicKeyInfo, key.KeyBits, profile.IdentitiesOf(Subject));

    internal CertificateProfile ProfileFor(Pki.Algorithms.PublicKey key) =>
        Profiles.ForRole(Role, AcceptedKey.Of(key)) ?? throw AuthorityRefusals.ProfileMissing(Role);
}
