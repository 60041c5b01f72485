using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Payments;

/// <summary>Money is reported; reported again under the same reference it counts once (P3, P4).</summary>
public sealed record ReceiveTransfer(CommandId Id, BankReference Reference, PaymentMeans Means, Payer Payer, Money Amount, Instant At)
    : TransferCommand(Id, Reference, At)
{
    public override Decision<Transfer> Decide(Transfer state, PolicyBook policies) => state switch
    {
        not NoTransfer => Refuse.TransferAlreadyReceived(Reference),
        _ when Amount <= Money.Zero => Refuse.AmountNotPositive(Amount),
        _ => new TransferReceived(Reference, Means, Payer, Amount, At),
    };
}

public sealed record TransferReceived(BankReference Reference, PaymentMeans Means, Payer Payer, Money Amount, Instant At) : TransferEvent(Reference, At)
{
    public override Transfer Evolve(Transfer state) => state is NoTransfer
        ? new UnmatchedTransfer(Means, Payer, Amount, null)
        : throw ImpossibleIn(state);
}
