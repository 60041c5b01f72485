using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>A promised parcel is put into the batch of its posting day (D1).</summary>
public sealed record AddParcel(CommandId Id, LocalDate Date, CertificateId Certificate, int Application, Instant At) : BatchCommand(Id, Date, At)
{
    public override Decision<DispatchBatch> Decide(DispatchBatch state, PolicyBook policies) => state switch
    {
        _ when state.Find(Certificate, Application) is not null => Refuse.ParcelAlreadyInBatch(Certificate, Date),
        ClosedBatch => Refuse.BatchIsClosed(Date),
        _ => new ParcelAdded(Date, Certificate, Application, At),
    };
}

public sealed record ParcelAdded(LocalDate Date, CertificateId Certificate, int Application, Instant At) : BatchEvent(Date, At)
{
    public override DispatchBatch Evolve(DispatchBatch state) => state is NoBatch or OpenBatch && state.Find(Certificate, Application) is null
        ? new OpenBatch { Parcels = state.Parcels.Add(new BatchParcel(Certificate, Application)) }
        : throw ImpossibleIn(state);
}
