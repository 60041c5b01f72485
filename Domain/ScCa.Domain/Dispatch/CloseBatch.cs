using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Dispatch;

/// <summary>The posting day's list is complete. Not before that day: whatever is still promised for it would come too late (D1, D5).</summary>
public sealed record CloseBatch(CommandId Id, LocalDate Date, StaffId By, Instant At) : BatchCommand(Id, Date, At)
{
    public override Decision<DispatchBatch> Decide(DispatchBatch state, PolicyBook policies) => state switch
    {
        ClosedBatch => Refuse.BatchIsClosed(Date),
        { Parcels: [] } => Refuse.BatchIsEmpty(Date),
        _ when Shanghai.DateOf(At) < Date => Refuse.BatchNotYetDue(Date),
        _ => new BatchClosed(Date, By, At),
    };
}

public sealed record BatchClosed(LocalDate Date, StaffId By, Instant At) : BatchEvent(Date, At)
{
    public override DispatchBatch Evolve(DispatchBatch state) => state is OpenBatch { Parcels: not [] }
        ? new ClosedBatch { Parcels = state.Parcels }
        : throw ImpossibleIn(state);
}
