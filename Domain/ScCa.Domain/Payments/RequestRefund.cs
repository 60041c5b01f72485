using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Payments;

/// <summary>Why money goes back.</summary>
public enum RefundCause
{
    /// <summary>It fits no application, or not its holder's name (P1).</summary>
    Unmatched,

    /// <summary>It was more than was due, or served as proof of identity alone (P2).</summary>
    Excess,

    /// <summary>Its application was withdrawn, or closed by a revocation (A2, A3).</summary>
    ApplicationEnded,
}

/// <summary>A refund on its way.</summary>
public sealed record RefundRequest(Money Amount, RefundCause Cause);

/// <summary>Sends back what may go back: all of an unmatched transfer, the excess of a counted one, all of one whose application has ended.</summary>
/// <param name="By">Who in finance decided it; null where it follows from the end of an application.</param>
public sealed record RequestRefund(CommandId Id, BankReference Reference, RefundCause Cause, StaffId? By, Instant At) : TransferCommand(Id, Reference, At)
{
    public override Decision<Transfer> Decide(Transfer state, PolicyBook policies) => state switch
    {
        NoTransfer => Refuse.TransferUnknown(Reference),
        ReceivedTransfer { Refund: not null } => Refuse.RefundAlreadyRequested(Reference),
        ReceivedTransfer t when Refundable(t) is var amount && amount > Money.Zero => new RefundRequested(Reference, amount, Cause, By, At),
        _ => Refuse.NothingToRefund(Reference),
    };

    private Money Refundable(ReceivedTransfer transfer) => (Cause, transfer) switch
    {
        (RefundCause.Unmatched, UnmatchedTransfer t) => t.Left,
        (RefundCause.Excess, ConfirmedTransfer t) => t.Excess.Beyond(t.Refunded),
        (RefundCause.ApplicationEnded, ClaimedTransfer or ConfirmedTransfer) => transfer.Left,
        _ => Money.Zero,
    };
}

public sealed record RefundRequested(BankReference Reference, Money Amount, RefundCause Cause, StaffId? By, Instant At) : TransferEvent(Reference, At)
{
    public override Transfer Evolve(Transfer state) => state is ReceivedTransfer { Refund: null } t
        ? t with { Refund = new RefundRequest(Amount, Cause) }
        : throw ImpossibleIn(state);
}
