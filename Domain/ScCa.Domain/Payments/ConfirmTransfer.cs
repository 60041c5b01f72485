using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Payments;

/// <summary>The application that held the transfer has counted it.</summary>
public sealed record ConfirmTransfer(CommandId Id, BankReference Reference, CertificateId Certificate, int Application, Money Excess, Instant At)
    : TransferCommand(Id, Reference, At)
{
    public override Decision<Transfer> Decide(Transfer state, PolicyBook policies) => state switch
    {
        ClaimedTransfer t when t.Certificate == Certificate && t.Application == Application =>
            new TransferConfirmed(Reference, Certificate, Application, Excess, At),
        ClaimedTransfer => Refuse.TransferHeldElsewhere(Reference),
        ConfirmedTransfer => Refuse.TransferAlreadyConfirmed(Reference),
        UnmatchedTransfer => Refuse.TransferNotClaimed(Reference),
        _ => Refuse.TransferUnknown(Reference),
    };
}

public sealed record TransferConfirmed(BankReference Reference, CertificateId Certificate, int Application, Money Excess, Instant At)
    : TransferEvent(Reference, At)
{
    public override Transfer Evolve(Transfer state) => state is ClaimedTransfer claimed
        ? new ConfirmedTransfer(claimed.Means, claimed.Payer, claimed.Amount, Certificate, Application, Excess) { Refund = claimed.Refund, Refunded = claimed.Refunded }
        : throw ImpossibleIn(state);
}
