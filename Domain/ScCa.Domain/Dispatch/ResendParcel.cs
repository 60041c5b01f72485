using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>A parcel that came back is sent once more, under another tracking number (D1).</summary>
public sealed record ResendParcel(CommandId Id, CertificateId Certificate, int Application, string TrackingNumber, StaffId By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => ParcelInCare.Find(state, Application) switch
    {
        { Refusal: { } refusal } => refusal,
        // Signed for by somebody, it is not here to be sent.
        { Parcel.Standing: not ParcelStanding.Returned } => Refuse.NoParcelCameBack(Application),
        _ when string.IsNullOrWhiteSpace(TrackingNumber) => Refuse.TrackingNumberMissing(),
        { Parcel: { } parcel } when parcel.TrackingNumber == TrackingNumber => Refuse.TrackingNumberTaken(TrackingNumber),
        _ => new ParcelResent(Application, TrackingNumber, By, At),
    };
}

/// <param name="TrackingNumber">The new one; what is still said of the old one counts no more.</param>
public sealed record ParcelResent(int Application, string TrackingNumber, StaffId By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate c && c.Sent.FirstOrDefault(p => p.Application == Application) is { } parcel
        ? c with { Sent = c.Sent.Replace(parcel, new SentParcel(Application, TrackingNumber, parcel.Sending + 1, ParcelStanding.OnItsWay, At)) }
        : throw ImpossibleIn(state);
}

/// <summary>A parcel that the dispatch desk has to see to.</summary>
internal static class ParcelInCare
{
    public static (SentParcel? Parcel, Refusal? Refusal) Find(Certificate state, int application) => state switch
    {
        NotApplied => (null, Refuse.CertificateUnknown()),
        RevokedCertificate revoked => (null, Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt))),
        IssuedCertificate c when c.Sent.FirstOrDefault(p => p.Application == application && p.NeedsCare) is { } parcel => (parcel, null),
        _ => (null, Refuse.NoParcelCameBack(application)),
    };
}
