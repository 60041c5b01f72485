using ScCa.Domain.Certificates;
using ScCa.Domain.People;

namespace ScCa.Domain.Units;

/// <summary>What vouches for a change of a unit's handlers: the unit's own key, a member of staff, or both (U2).</summary>
public sealed record HandlerEvidence(UnitKeyProof? Key, StaffId? Staff)
{
    public static HandlerEvidence By(StaffId staff) => new(null, staff);

    public static HandlerEvidence With(UnitKeyProof key) => new(key, null);
}

/// <summary>
/// The proof that a certificate's key is at hand, with the unit that the certificate names. Only code that has verified the signature and read the
/// certificate's holder makes one.
/// </summary>
public sealed record UnitKeyProof(CertificateId Certificate, CreditCode Holder, KeyProof Key);
