using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>What labelling and posting a key need: a promised parcel, and a key to put into it.</summary>
internal static class Posting
{
    public static Refusal? Refuses(Certificate state) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RequestedCertificate => Refuse.CertificateNotIssued(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        // Promised from when nothing more was to wait for; there is a key to post once it is issued.
        KnownCertificate { Parcel: { } parcel, Open: { } open } when parcel.Application == open.Number => Refuse.NothingToPost(),
        KnownCertificate { Parcel: not null } => null,
        _ => Refuse.NothingToPost(),
    };

    public static PromisedParcel ParcelOf(Certificate state) => ((KnownCertificate)state).Parcel!;
}
