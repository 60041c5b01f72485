using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Privacy;

namespace ScCa.Application.Views;

/// <summary>One step of an application's progress, as the applicant sees it.</summary>
/// <param name="Name">The event's stored name; its text stands under <c>progress.{name}</c>.</param>
/// <param name="Note">A reason, an amount, a tracking number: whatever the step has to say.</param>
public sealed record ProgressStep(string Name, Instant At, string? Note);

/// <summary>A paper that the application needs.</summary>
/// <param name="Digest">Of what was given; null while nothing was.</param>
/// <param name="ReturnedFor">Why it is to be given anew.</param>
public sealed record ProgressMaterial(string Id, string? Digest, string? ReturnedFor)
{
    public bool IsToGive => Digest is null || ReturnedFor is not null;
}

/// <summary>An application and how far it has come.</summary>
/// <param name="Standing">One of the <see cref="Views.Standing"/> names.</param>
/// <param name="ToVerify">The proofs of identity that are still missing.</param>
/// <param name="InvoiceBy">The date its invoice is promised by, once it is.</param>
public sealed record ProgressRow(
    string Certificate, int Application, string Phone, string Platform, ShownName Holder, string Operation, int? TermYears, string Channel, string HandledBy,
    string Charge, Instant AppliedAt, string Standing, bool IsApproved, bool AreMaterialsComplete, ImmutableArray<string> ToVerify,
    ImmutableArray<ProgressMaterial> Materials, string Missing, LocalDate? ReviewBy, LocalDate? NotAfter, LocalDate? PostBy,
    ImmutableArray<int> PostByWithoutCalendar, LocalDateTime? Visit, LocalDate? InvoiceBy, string? Invoice, ImmutableArray<ProgressStep> Steps)
{
    /// <summary>The region that a New has named, where its platform asks for one.</summary>
    public string? Region { get; init; }

    public string HolderName => Holder.Text;

    /// <summary>The parcel that its key is in; null before it is labelled.</summary>
    public ShownParcel? Parcel { get; init; }
}

/// <summary>Where an application stands, in the applicant's eyes.</summary>
public static class Standing
{
    public const string UnderReview = "under-review";
    public const string Returned = "returned";
    public const string AwaitingMaterials = "awaiting-materials";
    public const string MaterialsUnderReview = "materials-under-review";
    public const string AwaitingVerification = "awaiting-verification";
    public const string AwaitingPayment = "awaiting-payment";
    public const string InProgress = "in-progress";
    public const string Granted = "granted";
    public const string Done = "done";
    public const string Closed = "closed";
}
