using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Payments;

/// <summary>The application refused the transfer: it is free again, with the reason on it (P1).</summary>
public sealed record ReleaseTransfer(CommandId Id, BankReference Reference, string Rule, string Reason, Instant At)
    : TransferCommand(Id, Reference, At)
{
    public override Decision<Transfer> Decide(Transfer state, PolicyBook policies) => state switch
    {
        ClaimedTransfer when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        ClaimedTransfer => new TransferReleased(Reference, Rule, Reason, At),
        ConfirmedTransfer => Refuse.TransferAlreadyConfirmed(Reference),
        UnmatchedTransfer => Refuse.TransferNotClaimed(Reference),
        _ => Refuse.TransferUnknown(Reference),
    };
}

/// <param name="Reason">The code of the refusal.</param>
public sealed record TransferReleased(BankReference Reference, string Rule, string Reason, Instant At) : TransferEvent(Reference, At)
{
    public override Transfer Evolve(Transfer state) => state is ClaimedTransfer claimed
        ? new UnmatchedTransfer(claimed.Means, claimed.Payer, claimed.Amount, Reason) { Refund = claimed.Refund, Refunded = claimed.Refunded }
        : throw ImpossibleIn(state);
}
