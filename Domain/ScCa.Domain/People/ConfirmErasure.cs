using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.People;

/// <summary>The second of two people lets the erasure happen, on the records as they are now (A10).</summary>
public sealed record ConfirmErasure(CommandId Id, SubjectId Subject, PersonRecords Records, StaffId By, Instant At) : SubjectCommand(Id, Subject, At)
{
    public override Decision<Subject> Decide(Subject state, PolicyBook policies) => state switch
    {
        ErasedSubject => Refuse.SubjectAlreadyErased(),
        KeptSubject { Order: ErasureOrder order } when order.By == By => Refuse.AnotherMustConfirm(),
        KeptSubject { Order: ErasureOrder } when Erasable.Refuses(state, Records, At) is { } refusal => refusal,
        // What two people agreed on is what is erased: nobody was asked about what has come to the person since.
        KeptSubject { Order: ErasureOrder order } when !order.Linked.ToHashSet().SetEquals(Records.Linked) => Refuse.ErasureOrderOutdated(),
        KeptSubject { Order: ErasureOrder order } => new SubjectErased(Subject, Records.LastNotAfter, By, order.Reason, At),
        _ => Refuse.ErasureNotOrdered(),
    };
}
