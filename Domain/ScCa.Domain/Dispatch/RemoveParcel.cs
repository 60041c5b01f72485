using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>A parcel leaves the batch unposted: it is postponed, or was posted by itself (D1, D2). Also out of a closed batch, which would otherwise wait for it for ever.</summary>
public sealed record RemoveParcel(CommandId Id, LocalDate Date, CertificateId Certificate, int Application, Instant At) : BatchCommand(Id, Date, At)
{
    public override Decision<DispatchBatch> Decide(DispatchBatch state, PolicyBook policies) => state.Find(Certificate, Application) switch
    {
        null => Refuse.ParcelNotInBatch(Certificate, Date),
        { IsPosted: true } => Refuse.ParcelAlreadyPosted(Certificate, Date),
        _ => new ParcelRemoved(Date, Certificate, Application, At),
    };
}

public sealed record ParcelRemoved(LocalDate Date, CertificateId Certificate, int Application, Instant At) : BatchEvent(Date, At)
{
    public override DispatchBatch Evolve(DispatchBatch state) => state.Find(Certificate, Application) is { IsPosted: false } parcel
        ? state with { Parcels = state.Parcels.Remove(parcel) }
        : throw ImpossibleIn(state);
}
