using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>The courier has taken one parcel of a closed batch; the certificate follows (D1).</summary>
public sealed record PostParcel(CommandId Id, LocalDate Date, CertificateId Certificate, int Application, string TrackingNumber, StaffId By, Instant At)
    : BatchCommand(Id, Date, At)
{
    public override Decision<DispatchBatch> Decide(DispatchBatch state, PolicyBook policies) => (state, state.Find(Certificate, Application)) switch
    {
        (_, null) => Refuse.ParcelNotInBatch(Certificate, Date),
        (not ClosedBatch, _) => Refuse.BatchNotClosed(Date),
        (_, { IsPosted: true }) => Refuse.ParcelAlreadyPosted(Certificate, Date),
        _ when string.IsNullOrWhiteSpace(TrackingNumber) => Refuse.TrackingNumberMissing(),
        // A number is pasted twice easily, and the handler would then follow somebody else's parcel.
        _ when state.Parcels.Any(p => p.TrackingNumber == TrackingNumber) => Refuse.TrackingNumberTaken(TrackingNumber),
        _ => new ParcelPosted(Date, Certificate, Application, TrackingNumber, By, At),
    };
}

public sealed record ParcelPosted(LocalDate Date, CertificateId Certificate, int Application, string TrackingNumber, StaffId By, Instant At)
    : BatchEvent(Date, At)
{
    public override DispatchBatch Evolve(DispatchBatch state) => state is ClosedBatch && state.Find(Certificate, Application) is { IsPosted: false } parcel
        ? state with { Parcels = state.Parcels.Replace(parcel, parcel with { TrackingNumber = TrackingNumber }) }
        : throw ImpossibleIn(state);
}
