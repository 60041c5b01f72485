using ScCa.Domain.Certificates;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>What seeing to a parcel needs: one that came back, or that another than the handler has signed for.</summary>
internal static class ParcelInCare
{
    public static Refusal? Refuses(Certificate state, int application) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        _ when Of(state, application) is null => Refuse.NoParcelCameBack(application),
        _ => null,
    };

    public static SentParcel? Of(Certificate state, int application) =>
        (state as IssuedCertificate)?.Sent.FirstOrDefault(p => p.Application == application && p.NeedsCare);
}
