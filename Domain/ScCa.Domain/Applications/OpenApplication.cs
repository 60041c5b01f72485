using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>Where an open application stands; each step waits for the one before it (A3).</summary>
public enum ApplicationStep
{
    UnderReview,
    Returned,
    AwaitingTransfer,
    ReadyToFulfil,
}

public enum ReviewState
{
    Pending,
    Returned,
    Approved,
}

/// <summary>One run of an operation on a certificate, from its application to its fulfilment (业务申请).</summary>
public sealed record OpenApplication(
    int Number, Operation Operation, Stage Stage, Handler Handler, Channel Channel, Term Term, int PolicyVersion, Verification Verification,
    Charge Charge, Instant AppliedAt)
{
    public ReviewState Review { get; init; }

    public bool IsVerified { get; init; }

    /// <summary>When it was last brought forward, by whomever; idleness counts from there (A3).</summary>
    public Instant LastMovedAt { get; init; } = AppliedAt;

    /// <summary>The day it will lapse on, once that is announced.</summary>
    public LocalDate? LapsesOn { get; init; }

    /// <summary>What has been received towards the charge, over all its transfers.</summary>
    public Money Received { get; init; } = Money.Zero;

    public ImmutableArray<BankReference> Transfers { get; init; } = [];

    public Money Missing => Charge.Total.Beyond(Received);

    public ApplicationStep Step => Review switch
    {
        ReviewState.Pending => ApplicationStep.UnderReview,
        ReviewState.Returned => ApplicationStep.Returned,
        _ when !IsVerified || Missing > Money.Zero => ApplicationStep.AwaitingTransfer,
        _ => ApplicationStep.ReadyToFulfil,
    };
}
