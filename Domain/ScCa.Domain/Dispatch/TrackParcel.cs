using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>The courier says what has become of a posted parcel (D1). He may say it late, more than once and in any order.</summary>
/// <param name="Since">When it came to that, by the courier's clock.</param>
public sealed record TrackParcel(CommandId Id, CertificateId Certificate, string TrackingNumber, ParcelStanding Standing, Instant Since, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        IssuedCertificate c when c.Sent.FirstOrDefault(p => p.TrackingNumber == TrackingNumber) is { } parcel => Tracked(parcel),
        // Never ours, sent again under another number since, or handed over: nothing that is said of it matters any more.
        _ => Refuse.ParcelNotFollowed(TrackingNumber),
    };

    private Decision<Certificate> Tracked(SentParcel parcel) => Standing switch
    {
        _ when IsNoNews(parcel) => Refuse.TrackingIsNoNews(TrackingNumber),
        ParcelStanding.Returned => new ParcelReturned(parcel.Application, TrackingNumber, Then),
        _ => new ParcelDelivered(parcel.Application, TrackingNumber, Standing == ParcelStanding.SignedByHandler, Then),
    };

    // A parcel that has come to its end is not on its way any more, and what happened before that end does not undo it.
    private bool IsNoNews(SentParcel parcel) =>
        Standing == ParcelStanding.OnItsWay || Standing == parcel.Standing || (parcel.Standing != ParcelStanding.OnItsWay && Then < parcel.Since);

    // A courier's clock that runs ahead must not outrank what he says later.
    private Instant Then => Instant.Min(Since, At);
}

/// <param name="ToHandler">Signed for by the handler in person, as it has to be (D1).</param>
public sealed record ParcelDelivered(int Application, string TrackingNumber, bool ToHandler, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate certificate && certificate.Follows(Application, TrackingNumber)
        ? certificate.WithStanding(Application, ToHandler ? ParcelStanding.SignedByHandler : ParcelStanding.SignedByAnother, At)
        : throw ImpossibleIn(state);
}

/// <summary>It came back; the dispatch desk sends it again or hands it over.</summary>
public sealed record ParcelReturned(int Application, string TrackingNumber, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate certificate && certificate.Follows(Application, TrackingNumber)
        ? certificate.WithStanding(Application, ParcelStanding.Returned, At)
        : throw ImpossibleIn(state);
}

internal static class SentParcels
{
    public static bool Follows(this IssuedCertificate certificate, int application, string trackingNumber) =>
        certificate.Sent.Any(p => p.Application == application && p.TrackingNumber == trackingNumber);

    public static IssuedCertificate WithStanding(this IssuedCertificate certificate, int application, ParcelStanding standing, Instant since) => certificate with
    {
        Sent = [.. certificate.Sent.Select(p => p.Application == application ? p with { Standing = standing, Since = since } : p)],
    };
}
