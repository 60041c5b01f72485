using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Payments;

/// <summary>The refund could not be paid out; the money is still here and can be asked for anew.</summary>
public sealed record FailRefund(CommandId Id, BankReference Reference, string Reason, Instant At) : TransferCommand(Id, Reference, At)
{
    public override Decision<Transfer> Decide(Transfer state, PolicyBook policies) => state switch
    {
        ReceivedTransfer { Refund: not null } when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        ReceivedTransfer { Refund: not null } => new RefundFailed(Reference, Reason, At),
        NoTransfer => Refuse.TransferUnknown(Reference),
        _ => Refuse.RefundNotRequested(Reference),
    };
}

public sealed record RefundFailed(BankReference Reference, string Reason, Instant At) : TransferEvent(Reference, At)
{
    public override Transfer Evolve(Transfer state) => state is ReceivedTransfer { Refund: not null } t
        ? t with { Refund = null }
        : throw ImpossibleIn(state);
}
