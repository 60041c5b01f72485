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
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => ParcelInCare.Refuses(state, Application) switch
    {
        { } refusal => refusal,
        // Signed for by somebody, it is not here to be sent.
        null when ParcelInCare.Of(state, Application)!.Standing != ParcelStanding.Returned => Refuse.NoParcelCameBack(Application),
        null when string.IsNullOrWhiteSpace(TrackingNumber) => Refuse.TrackingNumberMissing(),
        null when ParcelInCare.Of(state, Application)!.TrackingNumber == TrackingNumber => Refuse.TrackingNumberTaken(TrackingNumber),
        null => new ParcelResent(Application, TrackingNumber, By, At),
    };
}

/// <param name="TrackingNumber">The new one; what is still said of the old one counts no more.</param>
public sealed record ParcelResent(int Application, string TrackingNumber, StaffId By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate c && c.Sent.FirstOrDefault(p => p.Application == Application) is { Standing: ParcelStanding.Returned } parcel
        ? c with { Sent = c.Sent.Replace(parcel, new SentParcel(Application, TrackingNumber, parcel.Sending + 1, ParcelStanding.OnItsWay, At)) }
        : throw ImpossibleIn(state);
}
