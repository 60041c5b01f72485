using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Payments;

/// <summary>Holds a transfer for one application, so that no other can count it meanwhile.</summary>
public sealed record ClaimTransfer(CommandId Id, BankReference Reference, CertificateId Certificate, int Application, Instant At)
    : TransferCommand(Id, Reference, At)
{
    public override Decision<Transfer> Decide(Transfer state, PolicyBook policies) => state switch
    {
        UnmatchedTransfer t when t.Refund is not null || t.Left <= Money.Zero => Refuse.TransferGoesBack(Reference),
        UnmatchedTransfer t => new TransferClaimed(Reference, Certificate, Application, t.Means, t.Payer, t.Amount, At),
        ClaimedTransfer => Refuse.TransferHeldElsewhere(Reference),
        ConfirmedTransfer => Refuse.TransferAlreadyConfirmed(Reference),
        _ => Refuse.TransferUnknown(Reference),
    };
}

public sealed record TransferClaimed(
    BankReference Reference, CertificateId Certificate, int Application, PaymentMeans Means, Payer Payer, Money Amount, Instant At)
    : TransferEvent(Reference, At)
{
    public override Transfer Evolve(Transfer state) => state is UnmatchedTransfer
        ? new ClaimedTransfer(Means, Payer, Amount, Certificate, Application)
        : throw ImpossibleIn(state);
}
