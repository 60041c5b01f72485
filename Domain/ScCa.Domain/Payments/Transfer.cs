using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Payments;

/// <summary>One corporate transfer as the bank names it: the fold of <c>transfer-{bank reference}</c>.</summary>
public abstract record Transfer : IEventSourced<Transfer>
{
    public static string Category => "transfer";

    public static Transfer Initial { get; } = new NoTransfer();
}

public sealed record NoTransfer : Transfer;

/// <summary>Received and free to be matched; <paramref name="LastRefusal"/> says why the last match failed.</summary>
public sealed record UnmatchedTransfer(string PayerName, Money Amount, string? LastRefusal) : Transfer;

/// <summary>Held for one application until that application has counted it or refused it.</summary>
public sealed record ClaimedTransfer(string PayerName, Money Amount, CertificateId Certificate, int Application) : Transfer;

public sealed record ConfirmedTransfer(Money Amount, CertificateId Certificate, int Application, Money Excess) : Transfer;

public abstract record TransferCommand(CommandId Id, BankReference Reference, Instant At) : Command<Transfer>(Id, At)
{
    public sealed override string StreamKey => Reference.Value;
}

public abstract record TransferEvent(BankReference Reference, Instant At) : Event<Transfer>(At)
{
    protected Exception ImpossibleIn(Transfer state) => ImpossibleEventException.For(this, state);
}
