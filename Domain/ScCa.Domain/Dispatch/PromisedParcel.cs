using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Dispatch;

/// <summary>A key that is to be posted to the handler by a promised date (D1, D2, D5).</summary>
/// <param name="CompletedOn">The day its promise counts from.</param>
/// <param name="Weekly">The posting day it goes with; null where working days are counted.</param>
public sealed record PromisedParcel(int Application, PromisedDate By, LocalDate CompletedOn, WeeklyDispatch? Weekly)
{
    /// <summary>The courier's label, once it is made.</summary>
    public ParcelLabel? Label { get; init; }
}

/// <summary>The label that a courier made for a parcel, and who had it made.</summary>
public sealed record ParcelLabel(string TrackingNumber, StaffId By);

/// <summary>Promised again for the same application, the later promise holds.</summary>
public sealed record ParcelPromised(int Application, PromisedDate By, LocalDate CompletedOn, WeeklyDispatch? Weekly, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is KnownCertificate certificate and not RevokedCertificate
        ? certificate with { Parcel = new PromisedParcel(Application, By, CompletedOn, Weekly) { Label = LabelOf(certificate.Parcel) } }
        : throw ImpossibleIn(state);

    // Posted later, it is still the same parcel.
    private ParcelLabel? LabelOf(PromisedParcel? before) => before?.Application == Application ? before.Label : null;
}
