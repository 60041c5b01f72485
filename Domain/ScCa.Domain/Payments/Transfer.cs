using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Payments;

/// <summary>One payment as the bank, WeChat or the window names it: the fold of <c>transfer-{reference}</c>.</summary>
public abstract record Transfer : IEventSourced<Transfer>
{
    public static string Category => "transfer";

    public static Transfer Initial { get; } = new NoTransfer();
}

public sealed record NoTransfer : Transfer;

/// <summary>Money that came in. What was received is always what is kept, what is held and what was refunded, together.</summary>
public abstract record ReceivedTransfer(PaymentMeans Means, Payer Payer, Money Amount) : Transfer
{
    /// <summary>A refund that was asked for and has not gone out yet.</summary>
    public RefundRequest? Refund { get; init; }

    /// <summary>What has gone back.</summary>
    public Money Refunded { get; init; } = Money.Zero;

    /// <summary>What is still here.</summary>
    public Money Left => Amount - Refunded;
}

/// <summary>Free to be matched; <paramref name="LastRefusal"/> says why the last match failed.</summary>
public sealed record UnmatchedTransfer(PaymentMeans Means, Payer Payer, Money Amount, string? LastRefusal) : ReceivedTransfer(Means, Payer, Amount);

/// <summary>Held for one application until that application has counted it or refused it.</summary>
public sealed record ClaimedTransfer(PaymentMeans Means, Payer Payer, Money Amount, CertificateId Certificate, int Application)
    : ReceivedTransfer(Means, Payer, Amount);

/// <summary>Counted by its application; <paramref name="Excess"/> was more than was due.</summary>
public sealed record ConfirmedTransfer(PaymentMeans Means, Payer Payer, Money Amount, CertificateId Certificate, int Application, Money Excess)
    : ReceivedTransfer(Means, Payer, Amount);

public abstract record TransferCommand(CommandId Id, BankReference Reference, Instant At) : Command<Transfer>(Id, At)
{
    public sealed override string StreamKey => Reference.Value;
}

public abstract record TransferEvent(BankReference Reference, Instant At) : Event<Transfer>(At)
{
    protected Exception ImpossibleIn(Transfer state) => ImpossibleEventException.For(this, state);
}
