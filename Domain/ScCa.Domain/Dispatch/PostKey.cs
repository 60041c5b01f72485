using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>The key is on its way to the handler, who signs for it in person (D1).</summary>
public sealed record PostKey(CommandId Id, CertificateId Certificate, string TrackingNumber, StaffId By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RequestedCertificate => Refuse.CertificateNotIssued(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        // Promised from when nothing more was to wait for; there is a key to post once it is issued.
        KnownCertificate { Parcel: { } parcel, Open: { } open } when parcel.Application == open.Number => Refuse.NothingToPost(),
        KnownCertificate { Parcel: { } } when string.IsNullOrWhiteSpace(TrackingNumber) => Refuse.TrackingNumberMissing(),
        KnownCertificate { Parcel: { } parcel } => new KeyPosted(parcel.Application, TrackingNumber, By, At),
        _ => Refuse.NothingToPost(),
    };
}

public sealed record KeyPosted(int Application, string TrackingNumber, StaffId By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Parcel: not null } certificate
        ? certificate with { Parcel = null }
        : throw ImpossibleIn(state);
}
