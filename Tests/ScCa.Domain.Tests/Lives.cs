using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Staff;
using ScCa.Testing;

namespace ScCa.Domain.Tests;

/// <summary>How far a certificate may have come, each told as the commands that led there.</summary>
internal static class Lives
{
    public static Scenario<Certificate> Nothing { get; } = Under(TestPolicies.OneVersion);

    public static Scenario<Certificate> UnderReview { get; } = Nothing.After(Commands.Apply());
    public static Scenario<Certificate> Returned { get; } = UnderReview.After(Commands.Return());
    public static Scenario<Certificate> Resubmitted { get; } = Returned.After(Commands.Resubmit());
    public static Scenario<Certificate> Rejected { get; } = UnderReview.After(Commands.Reject());
    public static Scenario<Certificate> Withdrawn { get; } = UnderReview.After(Commands.Withdraw());
    public static Scenario<Certificate> AwaitingPayment { get; } = UnderReview.After(Commands.Approve());
    public static Scenario<Certificate> LapseAnnounced { get; } = AwaitingPayment.After(Commands.AnnounceLapse());
    public static Scenario<Certificate> Lapsed { get; } = LapseAnnounced.After(Commands.Lapse());
    public static Scenario<Certificate> PartlyPaid { get; } = AwaitingPayment.After(Commands.Count(100));
    public static Scenario<Certificate> ReadyToIssue { get; } = AwaitingPayment.After(Commands.Count(300));
    public static Scenario<Certificate> Intended { get; } = ReadyToIssue.After(Commands.Intend());
    public static Scenario<Certificate> Abandoned { get; } = Intended.After(Commands.Abandon());
    public static Scenario<Certificate> Issued { get; } = Intended.After(Commands.RecordGeneration());
    public static Scenario<Certificate> PairIntended { get; } = ReadyToIssue.After(Commands.IntendPair());
    public static Scenario<Certificate> PairAbandoned { get; } = PairIntended.After(Commands.Abandon());
    public static Scenario<Certificate> PairIssued { get; } = PairIntended.After(Commands.RecordPair());
    public static Scenario<Certificate> Posted { get; } = Issued.After(Commands.Post());
    public static Scenario<Certificate> Expired { get; } = Posted.After(Commands.Expire());

    public static Scenario<Certificate> RenewalUnderReview { get; } = Posted.After(Commands.Renew());
    public static Scenario<Certificate> RenewalReturned { get; } = RenewalUnderReview.After(Commands.Return(2, at: Example.RenewalReviewedAt));
    public static Scenario<Certificate> RenewalRejected { get; } = RenewalUnderReview.After(Commands.Reject(2, at: Example.RenewalReviewedAt));
    public static Scenario<Certificate> RenewalWithdrawn { get; } = RenewalUnderReview.After(Commands.Withdraw(2, at: Example.RenewalReviewedAt));
    public static Scenario<Certificate> RenewalAwaitingPayment { get; } = RenewalUnderReview.After(Commands.Approve(2, Example.RenewalReviewedAt));
    public static Scenario<Certificate> RenewalPartlyPaid { get; } =
        RenewalAwaitingPayment.After(Commands.Count(150, 2, Example.Transfer2, at: Example.RenewalPaidAt));
    public static Scenario<Certificate> RenewalReady { get; } =
        RenewalAwaitingPayment.After(Commands.Count(200, 2, Example.Transfer2, at: Example.RenewalPaidAt));
    public static Scenario<Certificate> Granted { get; } = RenewalReady.After(Commands.Fulfil());
    public static Scenario<Certificate> GrantIntended { get; } =
        Granted.After(Commands.Intend(Example.Serial2, Example.RenewedValidity, Example.RenewalPulledAt));
    public static Scenario<Certificate> GrantAbandoned { get; } = GrantIntended.After(Commands.Abandon(Example.Serial2, Example.RenewalPulledAt));
    public static Scenario<Certificate> GrantIssued { get; } =
        GrantIntended.After(Commands.RecordGeneration(Example.Serial2, Example.RenewalPulledAt));
    public static Scenario<Certificate> Renewed { get; } = GrantIssued.After(Commands.Complete());

    public static Scenario<Certificate> LateUnderReview { get; } = Expired.After(Commands.RenewUnproven(Example.LateAppliedAt));
    public static Scenario<Certificate> LateAwaitingPayment { get; } = LateUnderReview.After(Commands.Approve(2, Example.LateReviewedAt));
    public static Scenario<Certificate> LateReady { get; } =
        LateAwaitingPayment.After(Commands.Count(200, 2, Example.Transfer2, at: Example.LatePaidAt));
    public static Scenario<Certificate> LateGranted { get; } = LateReady.After(Commands.Fulfil(at: Example.LateGrantedAt));

    /// <summary>A New and a renewal where nothing is charged.</summary>
    public static Scenario<Certificate> UnpricedAwaitingPayment { get; } =
        Nothing.After(Commands.Apply(platform: TestPolicies.Unpriced), Commands.Approve());
    public static Scenario<Certificate> UnpricedIssued { get; } =
        UnpricedAwaitingPayment.After(Commands.Count(1), Commands.Intend(), Commands.RecordGeneration());
    public static Scenario<Certificate> UnpricedRenewalReady { get; } =
        UnpricedIssued.After(Commands.Renew(), Commands.Approve(2, Example.RenewalReviewedAt));

    /// <summary>Issued where nothing but New is offered.</summary>
    public static Scenario<Certificate> NewOnlyReady { get; } =
        Nothing.After(Commands.Apply(platform: TestPolicies.NewOnly), Commands.Approve(), Commands.Count(1));
    public static Scenario<Certificate> NewOnlyIssued { get; } = NewOnlyReady.After(Commands.Intend(), Commands.RecordGeneration());

    public static Scenario<Transfer> NoTransfer { get; } = new(TestPolicies.OneVersion);
    public static Scenario<Transfer> Unmatched { get; } = NoTransfer.After(Commands.Receive());
    public static Scenario<Transfer> Claimed { get; } = Unmatched.After(Commands.Claim());
    public static Scenario<Transfer> Released { get; } = Claimed.After(Commands.Release());
    public static Scenario<Transfer> Confirmed { get; } = Claimed.After(Commands.Confirm());

    public static Scenario<Message> NoMessage { get; } = new(TestPolicies.OneVersion);
    public static Scenario<Message> Waiting { get; } = NoMessage.After(Commands.RequestMessage());
    public static Scenario<Message> FailedFourTimes { get; } = Waiting.After(Commands.Fail(), Commands.Fail(), Commands.Fail(), Commands.Fail());
    public static Scenario<Message> Sent { get; } = Waiting.After(Commands.Deliver());
    public static Scenario<Message> GivenUp { get; } = FailedFourTimes.After(Commands.Fail());

    public static Scenario<StaffDirectory> NoStaff { get; } = new(TestPolicies.OneVersion);
    public static Scenario<StaffDirectory> FirstAdministrator { get; } = NoStaff.After(Commands.AppointFirst());
    public static Scenario<StaffDirectory> ReviewerOpened { get; } = FirstAdministrator.After(Commands.OpenAccount(Example.Reviewer));
    public static Scenario<StaffDirectory> TwoAdministrators { get; } = ReviewerOpened.After(
        Commands.GrantRole(Example.Reviewer), Commands.OpenAccount(Example.Admin2), Commands.GrantRole(Example.Admin2, StaffRole.Administrator));
    public static Scenario<StaffDirectory> OperatorRequested { get; } = TwoAdministrators.After(Commands.GrantRole(Example.Reviewer, StaffRole.CaOperator));
    public static Scenario<StaffDirectory> OperatorConfirmed { get; } = OperatorRequested.After(Commands.ConfirmRole(Example.Reviewer));
    public static Scenario<StaffDirectory> ThreeAdministrators { get; } = TwoAdministrators.After(
        Commands.OpenAccount(Example.Admin3), Commands.GrantRole(Example.Admin3, StaffRole.Administrator),
        Commands.ConfirmRole(Example.Admin3, StaffRole.Administrator));
    public static Scenario<StaffDirectory> ReviewerClosed { get; } = OperatorRequested.After(Commands.CloseAccount(Example.Reviewer));

    public static Scenario<DispatchBatch> NoBatch { get; } = new(TestPolicies.OneVersion);
    public static Scenario<DispatchBatch> BatchOfTwo { get; } = NoBatch.After(Commands.Add(), Commands.Add("c-2"));
    public static Scenario<DispatchBatch> EmptiedBatch { get; } = NoBatch.After(Commands.Add(), Commands.Remove());
    public static Scenario<DispatchBatch> ClosedBatch { get; } = BatchOfTwo.After(Commands.CloseBatch());
    public static Scenario<DispatchBatch> HalfPosted { get; } = ClosedBatch.After(Commands.PostParcel("c-2", "SF2"));
    public static Scenario<DispatchBatch> AllPosted { get; } = HalfPosted.After(Commands.PostParcel());

    public static Scenario<Subject> Kept { get; } = new(TestPolicies.OneVersion);
    public static Scenario<Subject> Held { get; } = Kept.After(Commands.Hold());
    public static Scenario<Subject> HoldLifted { get; } = Held.After(Commands.OrderHoldLift(), Commands.LiftHold());
    public static Scenario<Subject> HoldLiftOrdered { get; } = Held.After(Commands.OrderHoldLift());
    public static Scenario<Subject> Stopped { get; } = Kept.After(Commands.RequestErasure());
    public static Scenario<Subject> StoppedAndHeld { get; } = Stopped.After(Commands.Hold());
    public static Scenario<Subject> Erased { get; } = Kept.After(Commands.OrderErasure(), Commands.ConfirmErasure());
    public static Scenario<Subject> ErasureOrdered { get; } = Kept.After(Commands.OrderErasure());
    public static Scenario<Subject> ErasureDropped { get; } = ErasureOrdered.After(Commands.DropOrder());

    public static Scenario<Certificate> Under(PolicyBook policies) => new(policies);

    /// <summary>The same life under other policies.</summary>
    public static Scenario<Certificate> Under(this Scenario<Certificate> life, PolicyBook policies) => Under(policies).Given(life.History);

    /// <summary>Each command in its turn, accepted.</summary>
    public static Scenario<TState> After<TState>(this Scenario<TState> life, params ReadOnlySpan<Command<TState>> commands)
        where TState : IEventSourced<TState>
    {
        foreach (var command in commands)
            life = life.When(command).ThenState(_ => { });
        return life;
    }
}
