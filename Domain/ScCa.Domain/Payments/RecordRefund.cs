using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Payments;

/// <summary>The money has gone back; <paramref name="Evidence"/> is the reference of the outgoing payment.</summary>
public sealed record RecordRefund(CommandId Id, BankReference Reference, string Evidence, Instant At) : TransferCommand(Id, Reference, At)
{
    public override Decision<Transfer> Decide(Transfer state, PolicyBook policies) => state switch
    {
        ReceivedTransfer { Refund: not null } when string.IsNullOrWhiteSpace(Evidence) => Refuse.RefundEvidenceMissing(),
        ReceivedTransfer { Refund: { } refund } => new TransferRefunded(Reference, refund.Amount, Evidence, At),
        NoTransfer => Refuse.TransferUnknown(Reference),
        _ => Refuse.RefundNotRequested(Reference),
    };
}

public sealed record TransferRefunded(BankReference Reference, Money Amount, string Evidence, Instant At) : TransferEvent(Reference, At)
{
    public override Transfer Evolve(Transfer state) => state is ReceivedTransfer { Refund: { } refund } t && refund.Amount == Amount
        ? t with { Refund = null, Refunded = t.Refunded + Amount }
        : throw ImpossibleIn(state);
}
