using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>What an open application waits for first; of what stands side by side the earliest is named (A3).</summary>
public enum ApplicationStep
{
    UnderReview,
    Returned,
    AwaitingMaterials,
    MaterialsUnderReview,
    AwaitingVerification,
    AwaitingPayment,
    ReadyToFulfil,
}

public enum ReviewState
{
    Pending,
    Returned,
    Approved,

    /// <summary>The policy needs no reviewer.</summary>
    NotNeeded,
}

/// <summary>One run of an operation on a certificate, from its application to its fulfilment (业务申请).</summary>
public sealed record OpenApplication(int Number, Request Request, AppliedUnder Under, Instant AppliedAt)
{
    public Operation Operation => Request.Operation;

    public Charge Charge => Under.Charge;

    /// <summary>Who handles it now; a change of handler or phone follows it.</summary>
    public Handler Handler { get; init; } = Under.Applying.Handler;

    public ReviewState Review { get; init; } = Under.Reviewed ? ReviewState.Pending : ReviewState.NotNeeded;

    /// <summary>How identity has been proven so far.</summary>
    public ImmutableArray<Verification> Verified { get; init; } = [];

    public ImmutableArray<Material> Materials { get; init; } = [];

    /// <summary>Whether the papers were found complete and in order.</summary>
    public bool AreMaterialsComplete { get; init; } = Under.Materials.IsEmpty;

    /// <summary>The visit that is booked, if one is.</summary>
    public Visit? Visit { get; init; }

    /// <summary>When it was last brought forward, by whomever; idleness counts from there (A3).</summary>
    public Instant LastMovedAt { get; init; } = AppliedAt;

    /// <summary>The day it will lapse on, once that is announced.</summary>
    public LocalDate? LapsesOn { get; init; }

    /// <summary>What has been received towards the charge, payment by payment.</summary>
    public ImmutableArray<CountedPayment> Payments { get; init; } = [];

    public Money Received => Payments.Aggregate(Money.Zero, (sum, p) => sum + p.Amount);

    public Money Missing => Charge.Total.Beyond(Received);

    /// <summary>Found in order by a reviewer, or needing none.</summary>
    public bool IsApproved => Review is ReviewState.Approved or ReviewState.NotNeeded;

    public bool StillNeeds(Verification method) => Under.Verification.Contains(method) && !Verified.Contains(method);

    /// <summary>Whether money may come in: what is due is not met, or the payer has not been seen.</summary>
    public bool AwaitsMoney => IsApproved && (Missing > Money.Zero || StillNeeds(Verification.CorporateTransfer));

    /// <summary>The papers that are still to be given, or to be given anew.</summary>
    public IEnumerable<MaterialId> MaterialsToGive => Under.Materials.Where(needed => !Materials.Any(m => m.Id == needed && m.Stands));

    public ApplicationStep Step => Review switch
    {
        ReviewState.Pending => ApplicationStep.UnderReview,
        ReviewState.Returned => ApplicationStep.Returned,
        _ when !AreMaterialsComplete => MaterialsToGive.Any() ? ApplicationStep.AwaitingMaterials : ApplicationStep.MaterialsUnderReview,
        _ when Under.Verification.Any(v => v != Verification.CorporateTransfer && StillNeeds(v)) => ApplicationStep.AwaitingVerification,
        _ when AwaitsMoney => ApplicationStep.AwaitingPayment,
        _ => ApplicationStep.ReadyToFulfil,
    };
}

/// <summary>A payment that was counted towards the charge.</summary>
public sealed record CountedPayment(BankReference Reference, Money Amount);

/// <summary>A visit to a window, booked beforehand.</summary>
public sealed record Visit(WindowId Window, LocalDateTime At);
