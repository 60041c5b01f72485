using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>The key is on its way to the handler, who signs for it in person (D1). Without a tracking number it goes under its label's.</summary>
public sealed record PostKey(CommandId Id, CertificateId Certificate, string TrackingNumber, StaffId By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Posting.Refuses(state) switch
    {
        { } refusal => refusal,
        null => Posted(Posting.ParcelOf(state)),
    };

    private Decision<Certificate> Posted(PromisedParcel parcel) => (string.IsNullOrWhiteSpace(TrackingNumber) ? parcel.Label?.TrackingNumber : TrackingNumber) switch
    {
        null => Refuse.TrackingNumberMissing(),
        var number => new KeyPosted(parcel.Application, number, By, At),
    };
}

public sealed record KeyPosted(int Application, string TrackingNumber, StaffId By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Parcel: not null } certificate
        ? certificate with
        {
            Parcel = null,
            Sent = [.. certificate.Sent.Where(p => p.Application != Application), new SentParcel(Application, TrackingNumber, 1, ParcelStanding.OnItsWay, At)],
        }
        : throw ImpossibleIn(state);
}
