using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Staff;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests;

/// <summary>The states that this life can come to, and every command with what may be wrong about it. A table is made anew whenever it is asked for.</summary>
internal static class OutcomeTables
{
    public static ImmutableArray<NamedState<Certificate>> CertificateStates { get; } =
    [
        new("nothing", Lives.Nothing, AppliedAt),
        new("New under review", Lives.UnderReview, ReviewedAt),
        new("New returned", Lives.Returned, ReviewedAt),
        new("New resubmitted", Lives.Resubmitted, ReviewedAt),
        new("New rejected", Lives.Rejected, ReviewedAt),
        new("New withdrawn", Lives.Withdrawn, ReviewedAt),
        new("New approved, awaiting transfer", Lives.AwaitingPayment, PaidAt),
        new("New approved, nothing charged, awaiting transfer", Lives.UnpricedAwaitingPayment, PaidAt),
        new("New awaiting transfer, idle for 23 days", Lives.AwaitingPayment, IdleAt),
        new("New awaiting transfer, lapse announced", Lives.LapseAnnounced, IdleAt),
        new("New awaiting transfer, the announced day has come", Lives.LapseAnnounced, LapsedAt),
        new("New lapsed", Lives.Lapsed, LapsedAt),
        new("New partly paid", Lives.PartlyPaid, PaidAt),
        new("New ready to issue", Lives.ReadyToIssue, IssuedAt),
        new("New with intent pending", Lives.Intended, IssuedAt),
        new("New with intent abandoned", Lives.Abandoned, IssuedAt),
        new("New with a pair's intents pending", Lives.PairIntended, IssuedAt),
        new("New with a pair's intents abandoned", Lives.PairAbandoned, IssuedAt),
        new("issued as a pair, parcel to be posted", Lives.PairIssued, PostedAt),
        new("issued, parcel to be posted", Lives.Issued, PostedAt),
        new("issued where nothing is posted", Lives.NewOnlyIssued, PostedAt),
        new("issued and posted", Lives.Posted, PostedAt),
        new("day 61 before notAfter, last second", Lives.Posted, TooEarly),
        new("day 60 before notAfter, first second", Lives.Posted, FirstDay),
        new("day 60 where Renew is not offered", Lives.NewOnlyIssued, FirstDay),
        new("day 60 where the platform is no longer served", Lives.Posted.Under(TestPolicies.Empty), FirstDay),
        new("last day, last second", Lives.Posted, LastDay),
        new("expired, not swept", Lives.Posted, AfterExpiry),
        new("expired, swept", Lives.Expired, SweptAt),
        new("renewal under review", Lives.RenewalUnderReview, RenewalReviewedAt),
        new("renewal under review, expired meanwhile", Lives.RenewalUnderReview, AfterExpiry),
        new("renewal returned", Lives.RenewalReturned, RenewalReviewedAt),
        new("renewal rejected", Lives.RenewalRejected, RenewalReviewedAt),
        new("renewal withdrawn", Lives.RenewalWithdrawn, RenewalReviewedAt),
        new("renewal approved, awaiting transfer", Lives.RenewalAwaitingPayment, RenewalPaidAt),
        new("renewal partly paid", Lives.RenewalPartlyPaid, RenewalPaidAt),
        new("renewal ready to grant", Lives.RenewalReady, RenewalGrantedAt),
        new("renewal ready to grant, nothing charged", Lives.UnpricedRenewalReady, RenewalGrantedAt),
        new("renewal granted", Lives.Granted, RenewalPulledAt),
        new("renewal granted, last date of the grant past", Lives.Granted, At("2027-03-11T00:00")),
        new("renewal granted, intent pending", Lives.GrantIntended, RenewalPulledAt),
        new("renewal granted, intent abandoned", Lives.GrantAbandoned, RenewalPulledAt),
        new("renewal granted, generation issued", Lives.GrantIssued, RenewalPulledAt),
        new("renewal granted, generation issued, old one expired", Lives.GrantIssued, AfterExpiry),
        new("renewed", Lives.Renewed, RenewalPulledAt),
        new("late renewal under review", Lives.LateUnderReview, LateReviewedAt),
        new("late renewal approved, awaiting transfer", Lives.LateAwaitingPayment, LatePaidAt),
        new("late renewal ready to grant", Lives.LateReady, LateGrantedAt),
        new("late renewal granted", Lives.LateGranted, LatePulledAt),
    ];

    private static readonly SerialNumber Fresh = Serial(9);
    private static readonly BankReference NewTransfer = new("t-9");

    public static ImmutableArray<NamedCommand<Certificate>> CertificateCommands { get; } =
    [
        new("", (_, at) => Commands.Apply(at)),
        new(" to an unserved platform", (_, at) => Commands.Apply(at, TestPolicies.Unserved)),
        new(" where New is not offered", (_, at) => Commands.Apply(at, TestPolicies.NoNew)),
        new(" in an unknown role", (_, at) => Commands.Apply(at, role: TestPolicies.Judge)),
        new(" at a window", (_, at) => Commands.Apply(at, channel: Channel.Window)),
        new(" for 3 years", (_, at) => Commands.Apply(at, term: Term.OfYears(3))),
        new(" without an address", (_, at) => Commands.Apply(at) with { PostalAddress = null }),
        .. StepTables.News,

        new("", (state, at) => Commands.Approve(Latest(state), at)),
        new(" of another application", (state, at) => Commands.Approve(Latest(state) + 1, at)),
        new(" with the seal found legible", (state, at) => Commands.Approve(Latest(state), at, SealPictureFinding.NumberLegible)),

        new("", (state, at) => Commands.Return(Latest(state), at: at)),
        new(" of another application", (state, at) => Commands.Return(Latest(state) + 1, at: at)),
        new(" without a reason", (state, at) => Commands.Return(Latest(state), "", at)),

        new("", (state, at) => Commands.Reject(Latest(state), at: at)),
        new(" of another application", (state, at) => Commands.Reject(Latest(state) + 1, at: at)),
        new(" without a reason", (state, at) => Commands.Reject(Latest(state), "", at)),

        new("", (state, at) => Commands.Resubmit(Latest(state), at: at)),
        new(" of another application", (state, at) => Commands.Resubmit(Latest(state) + 1, at: at)),
        new(" under another phone", (state, at) => Commands.Resubmit(Latest(state), OtherPhone, at)),

        new("", (state, at) => Commands.Withdraw(Latest(state), at: at)),
        new(" of another application", (state, at) => Commands.Withdraw(Latest(state) + 1, at: at)),
        new(" under another phone", (state, at) => Commands.Withdraw(Latest(state), OtherPhone, at)),
        new(" with a refund", (state, at) => Commands.Withdraw(Latest(state), at: at, withRefund: true)),

        new("", (state, at) => Commands.AnnounceLapse(Latest(state), at)),
        new(" of another application", (state, at) => Commands.AnnounceLapse(Latest(state) + 1, at)),

        new("", (state, at) => Commands.Lapse(Latest(state), at)),
        new(" of another application", (state, at) => Commands.Lapse(Latest(state) + 1, at)),

        new("", (state, at) => Count(state, at)),
        new(" of 1 yuan", (state, at) => Count(state, at) with { Amount = Yuan(1) }),
        new(" of 1000 yuan", (state, at) => Count(state, at) with { Amount = Yuan(1000) }),
        new(" of nothing", (state, at) => Count(state, at) with { Amount = Money.Zero }),
        new(" from another payer", (state, at) => Count(state, at) with { Payer = PayerNamed("乙公司") }),
        new(" a second time", (state, at) => Count(state, at) with { Reference = Transfer1 }),
        new(" for another application", (state, at) => Count(state, at) with { Application = Latest(state) + 1 }),
        new(" by WeChat", (state, at) => Count(state, at) with { Means = PaymentMeans.WeChat }),

        new("", (state, at) => Intend(state, at)),
        new(" with the first serial", (state, at) => Intend(state, at) with { Serial = Serial1 }),
        new(" with the second serial", (state, at) => Intend(state, at) with { Serial = Serial2 }),
        new(" for a day longer", (state, at) => Longer(Intend(state, at))),

        new(" as a pair", (state, at) => Intend(state, at) with { Encryption = new EncryptionIntent(Serial(10), EncryptionTbsDigest) }),
        new(" as a pair with one serial for both", (state, at) => Intend(state, at) with { Encryption = new EncryptionIntent(Fresh, EncryptionTbsDigest) }),
        new(" as a pair with a serial that was used", (state, at) => Intend(state, at) with { Encryption = new EncryptionIntent(Serial1, EncryptionTbsDigest) }),
        new(" with a pair's second serial", (state, at) => Intend(state, at) with { Serial = EncryptionSerial }),

        new("", (state, at) => Commands.RecordGeneration(Intended(state), at)),
        new(" as a pair", (state, at) => Commands.RecordPair(Intended(state), at: at)),
        new(" of another serial", (_, at) => Commands.RecordGeneration(Serial3, at)),

        new("", (state, at) => Commands.Abandon(Intended(state), at)),
        new(" of another serial", (_, at) => Commands.Abandon(Serial3, at)),

        new("", (_, at) => Commands.Post(at: at)),
        new(" without tracking number", (_, at) => Commands.Post("", at)),

        new("", (_, at) => Commands.Expire(at)),

        new("", (state, at) => Renew(state, at)),
        new(" without the key", (state, at) => Renew(state, at) with { Proof = null }),
        new(" with another key", (state, at) => Renew(state, at) with { Proof = ProofOf(Serial3) }),
        new(" at a window", (state, at) => Renew(state, at) with { Applying = Online with { Channel = Channel.Window } }),
        new(" for 3 years", (state, at) => Renew(state, at) with { Term = Term.OfYears(3) }),

        new("", (state, at) => Commands.Fulfil(Latest(state), at)),
        new(" of another application", (state, at) => Commands.Fulfil(Latest(state) + 1, at)),

        new("", (state, at) => Commands.Complete(Waiting(state), at)),
        new(" with another serial", (_, at) => Commands.Complete(Serial3, at)),

        .. StepTables.Commands,
        .. OperationTables.Commands,
    ];

    public static ImmutableArray<NamedState<Transfer>> TransferStates { get; } =
    [
        new("unknown", Lives.NoTransfer, PaidAt),
        new("unmatched", Lives.Unmatched, PaidAt),
        new("claimed", Lives.Claimed, PaidAt),
        new("released", Lives.Released, PaidAt),
        new("confirmed", Lives.Confirmed, PaidAt),
        .. StepTables.TransferStates,
    ];

    public static ImmutableArray<NamedCommand<Transfer>> TransferCommands { get; } =
    [
        new("", (_, _) => Commands.Receive()),
        new(" of nothing", (_, _) => Commands.Receive(Money.Zero)),
        new("", (_, _) => Commands.Claim()),
        new(" for another certificate", (_, _) => Commands.Claim("c-2")),
        new("", (_, _) => Commands.Confirm()),
        new(" by another certificate", (_, _) => Commands.Confirm("c-2")),
        new(" by another application", (_, _) => Commands.Confirm(application: 2)),
        new("", (_, _) => Commands.Release()),
        .. StepTables.TransferCommands,
    ];

    public static ImmutableArray<NamedState<Message>> MessageStates { get; } =
    [
        new("not asked for", Lives.NoMessage, PaidAt),
        new("waiting", Lives.Waiting, PaidAt),
        new("failed four times", Lives.FailedFourTimes, PaidAt),
        new("sent", Lives.Sent, PaidAt),
        new("given up", Lives.GivenUp, PaidAt),
    ];

    public static ImmutableArray<NamedCommand<Message>> MessageCommands { get; } =
    [
        new("", (_, _) => Commands.RequestMessage()),
        new("", (_, _) => Commands.Deliver()),
        new("", (_, _) => Commands.Fail()),
    ];

    /// <summary>The states of every table of a certificate.</summary>
    public static ImmutableArray<NamedState<Certificate>> AllCertificateStates { get; } = [.. CertificateStates, .. StepTables.States, .. OperationTables.States];

    public static OutcomeTable<Certificate> Certificates => new(CertificateStates, CertificateCommands);

    public static OutcomeTable<Certificate> Steps => new(StepTables.States, CertificateCommands);

    public static OutcomeTable<Certificate> Operations => new(OperationTables.States, CertificateCommands);

    public static IEnumerable<string> CertificateEvents => Certificates.Events.Union(Steps.Events).Union(Operations.Events);

    public static IEnumerable<string> CertificateRefusals => Certificates.Refusals.Union(Steps.Refusals).Union(Operations.Refusals);

    public static OutcomeTable<Transfer> Transfers => new(TransferStates, TransferCommands);

    public static OutcomeTable<Message> Messages => new(MessageStates, MessageCommands);

    public static ImmutableArray<NamedState<StaffDirectory>> StaffStates { get; } =
    [
        new("not set up", Lives.NoStaff, StaffedAt),
        new("one administrator", Lives.FirstAdministrator, StaffedAt),
        new("one administrator, an account without a role", Lives.ReviewerOpened, StaffedAt),
        new("two administrators and a reviewer", Lives.TwoAdministrators, StaffedAt),
        new("two administrators, CA operator asked for", Lives.OperatorRequested, StaffedAt),
        new("two administrators, CA operator confirmed", Lives.OperatorConfirmed, StaffedAt),
        new("three administrators", Lives.ThreeAdministrators, StaffedAt),
        new("two administrators, the reviewer's account closed", Lives.ReviewerClosed, StaffedAt),
    ];

    public static ImmutableArray<NamedCommand<StaffDirectory>> StaffCommands { get; } =
    [
        new("", (_, _) => Commands.AppointFirst()),

        new("", (_, _) => Commands.OpenAccount(Clerk)),
        new(" that is there", (_, _) => Commands.OpenAccount(Reviewer)),
        new(" by the reviewer", (_, _) => Commands.OpenAccount(Clerk, Reviewer)),

        new("", (_, _) => Commands.GrantRole(Reviewer, StaffRole.Finance)),
        new(" reviewer", (_, _) => Commands.GrantRole(Reviewer)),
        new(" CA operator", (_, _) => Commands.GrantRole(Reviewer, StaffRole.CaOperator)),
        new(" administrator", (_, _) => Commands.GrantRole(Reviewer, StaffRole.Administrator)),
        new(" to nobody", (_, _) => Commands.GrantRole(Clerk)),
        new(" to himself", (_, _) => Commands.GrantRole(Admin1)),
        new(" by the reviewer", (_, _) => Commands.GrantRole(Admin1, by: Reviewer)),

        new("", (_, _) => Commands.ConfirmRole(Reviewer)),
        new(" by who asked", (_, _) => Commands.ConfirmRole(Reviewer, by: Admin1)),
        new(" for himself", (_, _) => Commands.ConfirmRole(Admin2)),
        new(" for nobody", (_, _) => Commands.ConfirmRole(Clerk)),
        new(" by the reviewer", (_, _) => Commands.ConfirmRole(Reviewer, by: Reviewer)),

        new("", (_, _) => Commands.WithdrawRole(Reviewer)),
        new(" CA operator", (_, _) => Commands.WithdrawRole(Reviewer, StaffRole.CaOperator)),
        new(" administrator", (_, _) => Commands.WithdrawRole(Admin2, StaffRole.Administrator)),
        new(" his own", (_, _) => Commands.WithdrawRole(Admin1, StaffRole.Administrator)),
        new(" from nobody", (_, _) => Commands.WithdrawRole(Clerk)),
        new(" by the reviewer", (_, _) => Commands.WithdrawRole(Admin1, StaffRole.Administrator, Reviewer)),

        new("", (_, _) => Commands.CloseAccount(Reviewer)),
        new(" of an administrator", (_, _) => Commands.CloseAccount(Admin2)),
        new(" his own", (_, _) => Commands.CloseAccount(Admin1)),
        new(" of nobody", (_, _) => Commands.CloseAccount(Clerk)),
        new(" by the reviewer", (_, _) => Commands.CloseAccount(Admin1, Reviewer)),

        new("", (_, _) => Commands.IssueCode(Reviewer, Admin1)),
        new(" at the server", (_, _) => Commands.IssueCode(Reviewer, by: null)),
        new(" for an administrator", (_, _) => Commands.IssueCode(Admin2, Admin1)),
        new(" for an administrator at the server", (_, _) => Commands.IssueCode(Admin2, by: null)),
        new(" for himself", (_, _) => Commands.IssueCode(Admin1, Admin1)),
        new(" for nobody", (_, _) => Commands.IssueCode(Clerk, Admin1)),
        new(" by the reviewer", (_, _) => Commands.IssueCode(Admin1, Reviewer)),
    ];

    public static OutcomeTable<StaffDirectory> Staff => new(StaffStates, StaffCommands);

    public static ImmutableArray<NamedState<DispatchBatch>> BatchStates { get; } =
    [
        new("no batch", Lives.NoBatch, PostedAt),
        new("open with two parcels", Lives.BatchOfTwo, PostedAt),
        new("open with two parcels, the day before", Lives.BatchOfTwo, At("2025-03-10T23:59:59")),
        new("open, all taken out", Lives.EmptiedBatch, PostedAt),
        new("closed with two parcels", Lives.ClosedBatch, PostedAt),
        new("closed, the second posted", Lives.HalfPosted, PostedAt),
        new("closed, all posted", Lives.AllPosted, PostedAt),
    ];

    public static ImmutableArray<NamedCommand<DispatchBatch>> BatchCommands { get; } =
    [
        new("", (_, at) => Commands.Add("c-3", at: at)),
        new(" of the first", (_, at) => Commands.Add(at: at)),
        new(" of the first, another application", (_, at) => Commands.Add(application: 2, at: at)),

        new("", (_, _) => Commands.Remove()),
        new(" of a third", (_, _) => Commands.Remove("c-3")),

        new("", (_, at) => Commands.CloseBatch(at)),

        new("", (_, _) => Commands.PostParcel()),
        new(" of a third", (_, _) => Commands.PostParcel("c-3")),
        new(" of another application", (_, _) => Commands.PostParcel(application: 2)),
        new(" without tracking number", (_, _) => Commands.PostParcel(trackingNumber: " ")),
        new(" with the second one's number", (_, _) => Commands.PostParcel(trackingNumber: "SF2")),
    ];

    public static OutcomeTable<DispatchBatch> Batches => new(BatchStates, BatchCommands);

    public static ImmutableArray<NamedState<Subject>> SubjectStates { get; } =
    [
        new("kept, the last second of the fifth year", Lives.Kept, NotYetErasableAt),
        new("kept, five years after the last certificate", Lives.Kept, ErasableAt),
        new("under legal hold", Lives.Held, ErasableAt),
        new("legal hold lifted", Lives.HoldLifted, ErasableAt),
        new("erasure requested", Lives.Stopped, ErasableAt),
        new("erasure requested, under legal hold, before its time", Lives.StoppedAndHeld, NotYetErasableAt),
        new("lifting of the hold ordered", Lives.HoldLiftOrdered, ErasableAt),
        new("erasure ordered", Lives.ErasureOrdered, ErasableAt),
        new("erasure ordered, and its order dropped", Lives.ErasureDropped, ErasableAt),
        new("erased", Lives.Erased, ErasableAt),
    ];

    public static ImmutableArray<NamedCommand<Subject>> SubjectCommands { get; } =
    [
        new("", (_, at) => Commands.Hold(at: at)),
        new(" without a reason", (_, at) => Commands.Hold(" ", at)),
        new("", (_, at) => Commands.OrderHoldLift(at: at)),
        new(" without a reason", (_, at) => Commands.OrderHoldLift(" ", at)),
        new("", (_, at) => Commands.LiftHold(at: at)),
        new(" by whoever ordered it", (_, at) => Commands.LiftHold(Admin1, at)),
        new("", (_, at) => Commands.RequestErasure(at: at)),
        new(" without a reason", (_, at) => Commands.RequestErasure(" ", at)),
        new("", (_, at) => Commands.OrderErasure(at: at)),
        new(" of somebody without a certificate", (_, at) => Commands.OrderErasure(Records with { LastNotAfter = null }, at: at)),
        new(" of somebody with an open application", (_, at) => Commands.OrderErasure(Records with { OpenCase = "c-1/2" }, at: at)),
        new(" of somebody held under another subject", (_, at) => Commands.OrderErasure(Records with { IsHeldElsewhere = true }, at: at)),
        new(" without a reason", (_, at) => Commands.OrderErasure(reason: " ", at: at)),
        new("", (_, at) => Commands.ConfirmErasure(at: at)),
        new(" by whoever ordered it", (_, at) => Commands.ConfirmErasure(by: Admin1, at: at)),
        new(" with an application opened since", (_, at) => Commands.ConfirmErasure(Records with { OpenCase = "c-1/2" }, at: at)),
        new(" with a phone more", (_, at) => Commands.ConfirmErasure(Records with { Linked = [LinkedSubject, new SubjectId("s-3")] }, at: at)),
        new("", (_, at) => Commands.DropOrder(at: at)),
        new(" without a reason", (_, at) => Commands.DropOrder(" ", at)),
        new("", (_, at) => Commands.EraseLinked(at)),
    ];

    public static OutcomeTable<Subject> Subjects => new(SubjectStates, SubjectCommands);

    private static int Latest(Certificate state) => state is KnownCertificate known ? known.Applications : 1;

    private static CountTransfer Count(Certificate state, Instant at) =>
        Commands.Count(1, Latest(state), NewTransfer, at: at) with
        {
            Payer = Payer(state),
            Amount = state.Open is { Missing: var missing } && missing > Money.Zero ? missing : Yuan(300),
        };

    private static Payer Payer(Certificate state) =>
        state is KnownCertificate known ? PayerNamed(UnitAccount) with { NameIndex = known.Holder.Payer } : PayerNamed(UnitAccount);

    private static IntendIssuance Intend(Certificate state, Instant at) => Commands.Intend(
        Fresh, IssuancePlan.For(state, at).Plan?.Validity ?? Validity.Until(at, Shanghai.DateOf(at).PlusYears(1)), at);

    private static IntendIssuance Longer(IntendIssuance intend) =>
        intend with { Validity = intend.Validity with { NotAfter = intend.Validity.NotAfter + Duration.FromDays(1) } };

    private static SerialNumber Intended(Certificate state) => (state as KnownCertificate)?.Intent?.Serial ?? Fresh;

    private static RenewCertificate Renew(Certificate state, Instant at) =>
        Commands.Renew(at, proven: state is IssuedCertificate issued ? issued.Current.Serial : Fresh);

    private static SerialNumber Waiting(Certificate state) =>
        state is IssuedCertificate { Grant.Generation: { } number } issued ? issued.Generations[number - 1].Serial : Fresh;
}
