using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>The courier has made the label of a promised parcel: its tracking number is known before it is posted (D1).</summary>
public sealed record LabelParcel(CommandId Id, CertificateId Certificate, string TrackingNumber, StaffId By, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Posting.Refuses(state) switch
    {
        { } refusal => refusal,
        null when string.IsNullOrWhiteSpace(TrackingNumber) => Refuse.TrackingNumberMissing(),
        null when Posting.ParcelOf(state).Label?.TrackingNumber == TrackingNumber => Refuse.ParcelAlreadyLabelled(TrackingNumber),
        null => new ParcelLabelled(Posting.ParcelOf(state).Application, TrackingNumber, By, At),
    };
}

/// <summary>Labelled anew, the later label holds.</summary>
public sealed record ParcelLabelled(int Application, string TrackingNumber, StaffId By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Parcel: { } parcel } certificate && parcel.Application == Application
        ? certificate with { Parcel = parcel with { Label = new ParcelLabel(TrackingNumber, By) } }
        : throw ImpossibleIn(state);
}
