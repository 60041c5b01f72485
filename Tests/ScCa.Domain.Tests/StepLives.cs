using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using ScCa.Testing;

namespace ScCa.Domain.Tests;

/// <summary>How far papers, proofs, visits, parcels, invoices and refunds may have come.</summary>
internal static class StepLives
{
    public static readonly IndividualHolder MemberHolder = new(Example.ThePerson, Example.TheUnitName, StepPolicies.Member);
    public static readonly IndividualHolder FreelanceHolder = new(Example.ThePerson, null, StepPolicies.Freelance);
    public static readonly ExpertHolder ExpertHolder = new(Example.ThePerson, StepPolicies.Expert);

    /// <summary>A handler's New, with two papers to be stamped.</summary>
    public static Scenario<Certificate> PapersUnderReview { get; } = Lives.Nothing.After(StepCommands.ApplyTo(StepPolicies.Papers));
    public static Scenario<Certificate> PapersApproved { get; } = PapersUnderReview.After(Commands.Approve());
    public static Scenario<Certificate> FormGiven { get; } = PapersApproved.After(StepCommands.Provide());
    public static Scenario<Certificate> PapersGiven { get; } = FormGiven.After(StepCommands.Provide(StepPolicies.Licence));
    public static Scenario<Certificate> FormReturned { get; } = PapersGiven.After(StepCommands.ReturnMaterial());
    public static Scenario<Certificate> PapersComplete { get; } = PapersGiven.After(StepCommands.CompleteMaterials());
    public static Scenario<Certificate> PapersPaid { get; } = PapersGiven.After(Commands.Count(300));
    public static Scenario<Certificate> PapersReady { get; } = PapersComplete.After(Commands.Count(300));

    /// <summary>The legal representative's New, proven by himself.</summary>
    public static Scenario<Certificate> InPersonUnderReview { get; } =
        Lives.Nothing.After(StepCommands.ApplyTo(StepPolicies.Papers, handledBy: HandledBy.LegalRepresentative));
    public static Scenario<Certificate> InPersonApproved { get; } = InPersonUnderReview.After(Commands.Approve());
    public static Scenario<Certificate> InPersonVerified { get; } = InPersonApproved.After(StepCommands.VerifyRealPerson());
    public static Scenario<Certificate> InPersonPaid { get; } = InPersonApproved.After(Commands.Count(300));

    /// <summary>A New that is reviewed online and finished at a window.</summary>
    public static Scenario<Certificate> VisitUnderReview { get; } =
        Lives.Nothing.After(StepCommands.ApplyTo(StepPolicies.Papers, Channel.Window, window: StepPolicies.South));
    public static Scenario<Certificate> VisitBooked { get; } =
        VisitUnderReview.After(StepCommands.Book(StepPolicies.South, new NodaTime.LocalDateTime(2025, 3, 7, 10, 0)));
    public static Scenario<Certificate> VisitApproved { get; } = VisitBooked.After(Commands.Approve());
    public static Scenario<Certificate> SeenAtTheWindow { get; } = VisitApproved.After(StepCommands.TakeIn(), StepCommands.VerifyOnSite());

    /// <summary>Four proofs side by side.</summary>
    public static Scenario<Certificate> EveryProofApproved { get; } = Lives.Nothing.After(StepCommands.ApplyTo(StepPolicies.EveryProof) with { Region = StepPolicies.North }, Commands.Approve());

    /// <summary>Certificate and seal are one, and the key is posted on a Friday.</summary>
    public static Scenario<Certificate> SealUnderReview { get; } = Lives.Nothing.After(StepCommands.ApplyTo(StepPolicies.Weekly, seals: 1));
    public static Scenario<Certificate> SealApproved { get; } =
        SealUnderReview.After(Commands.Approve(sealPicture: SealPictureFinding.NoAntiForgeryNumber));
    public static Scenario<Certificate> WeeklyReady { get; } = SealApproved.After(Commands.Count(250));
    public static Scenario<Certificate> WeeklyIssued { get; } = WeeklyReady.After(Commands.Intend(), Commands.RecordGeneration());
    public static Scenario<Certificate> RoleAccountNoted { get; } = WeeklyIssued.After(StepCommands.NoteRoleAccount());
    public static Scenario<Certificate> ParcelPostponed { get; } = WeeklyIssued.After(StepCommands.Postpone(Example.At("2025-03-14T01:00")));

    /// <summary>Taken in at a window, without a reviewer.</summary>
    public static Scenario<Certificate> WalkedIn { get; } = Lives.Nothing.After(StepCommands.WalkIn(StepPolicies.Weekly, StepPolicies.South, seals: 1));
    public static Scenario<Certificate> WalkedInPaid { get; } = WalkedIn.After(Commands.Count(250, payer: "anyone", means: PaymentMeans.Window));

    /// <summary>Who pays differs: the unit for its member, a person for himself.</summary>
    public static Scenario<Certificate> MemberAwaitingPayment { get; } = PersonAwaitingPayment(MemberHolder);
    public static Scenario<Certificate> FreelanceAwaitingPayment { get; } = PersonAwaitingPayment(FreelanceHolder);
    public static Scenario<Certificate> ExpertAwaitingPayment { get; } = PersonAwaitingPayment(ExpertHolder);

    /// <summary>A parcel from its label to its end.</summary>
    public static Scenario<Certificate> Labelled { get; } = Lives.Issued.After(StepCommands.Label());
    public static Scenario<Certificate> SignedFor { get; } = Lives.Posted.After(StepCommands.Track(ParcelStanding.SignedByHandler));
    public static Scenario<Certificate> SignedForByAnother { get; } = Lives.Posted.After(StepCommands.Track(ParcelStanding.SignedByAnother));
    public static Scenario<Certificate> CameBack { get; } = Lives.Posted.After(StepCommands.Track(ParcelStanding.Returned));
    public static Scenario<Certificate> SentAgain { get; } = CameBack.After(StepCommands.Resend());
    public static Scenario<Certificate> HandedOver { get; } = CameBack.After(StepCommands.HandOver());

    public static Scenario<Certificate> Invoiced { get; } = Lives.Posted.After(StepCommands.RecordInvoice());
    public static Scenario<Certificate> InvoiceReversed { get; } = Invoiced.After(StepCommands.ReverseInvoice());
    public static Scenario<Certificate> ReversalPromised { get; } = Lives.Posted.After(StepCommands.RequestReversal());
    public static Scenario<Certificate> ReversalRequested { get; } = Invoiced.After(StepCommands.RequestReversal());
    public static Scenario<Certificate> ReversalFailed { get; } = ReversalRequested.After(StepCommands.FailReversal());
    public static Scenario<Certificate> HandlerChanged { get; } = Lives.RenewalUnderReview.After(StepCommands.ChangeHandler());

    public static Scenario<Transfer> RefundRequested { get; } = Lives.Released.After(StepCommands.RequestRefund(RefundCause.Unmatched));
    public static Scenario<Transfer> Refunded { get; } = RefundRequested.After(StepCommands.RecordRefund());
    public static Scenario<Transfer> RefundFailed { get; } = RefundRequested.After(StepCommands.FailRefund());
    public static Scenario<Transfer> HeldRefundRequested { get; } = Lives.Claimed.After(StepCommands.RequestRefund(RefundCause.ApplicationEnded));
    public static Scenario<Transfer> ExcessConfirmed { get; } = Lives.Claimed.After(Commands.Confirm() with { Excess = Example.Yuan(50) });
    public static Scenario<Transfer> ExcessRequested { get; } = ExcessConfirmed.After(StepCommands.RequestRefund(RefundCause.Excess));
    public static Scenario<Transfer> ExcessRefunded { get; } = ExcessRequested.After(StepCommands.RecordRefund());
    public static Scenario<Transfer> KeptRefunded { get; } =
        ExcessRefunded.After(StepCommands.RequestRefund(RefundCause.ApplicationEnded), StepCommands.RecordRefund());

    private static Scenario<Certificate> PersonAwaitingPayment(Holder holder) =>
        Lives.Nothing.After(StepCommands.ApplyTo(StepPolicies.Persons, holder: holder), Commands.Approve());
}
