using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>What a platform offers for one application: its policy, and the way chosen of it (A5).</summary>
internal sealed record Offer(PlatformPolicy Policy, WayPolicy Way, Stage Stage, Applying Applying, Instant At)
{
    /// <summary>The offer, or the refusal that names what is not offered (A5, A8).</summary>
    public static (Offer? Offer, Refusal? Refusal) For(
        PolicyBook policies, PlatformId platform, HolderKind holder, Operation operation, Stage stage, Applying applying, Instant at)
    {
        var policy = policies.InEffect(platform, Shanghai.DateOf(at));
        var service = policy?.Service(operation, holder, stage);
        var way = service?.Way(applying.Channel, applying.HandledBy);
        return (policy, service, way) switch
        {
            (null, _, _) => (null, Refuse.PlatformNotServed(platform)),
            (_, null, _) => (null, Refuse.OperationNotOffered(operation, stage, policy.Name)),
            _ when !service.Offers(applying.Channel) => (null, Refuse.ChannelNotOffered(applying.Channel, policy.Name)),
            (_, _, null) => (null, Refuse.CapacityNotOffered(applying.HandledBy, policy.Name)),
            _ when way.Intake == IntakeBy.Applicant && applying.ReceivedBy is not null => (null, Refuse.OnlineReviewComesFirst(policy.Name)),
            _ when way.Intake == IntakeBy.Staff && applying.ReceivedBy is null => (null, Refuse.TakenByStaffOnly(operation, applying.Channel)),
            _ => Window(new Offer(policy, way, stage, applying, at), policies.Calendar),
        };
    }

    /// <summary>What the application is made under, fixed for good.</summary>
    public AppliedUnder Under(Charge charge, WorkingCalendar calendar) => new(
        Stage, Applying, Policy.Version, Way.Verification, Way.Materials, Way.Payment, Way.Reviewed,
        Way.ReviewedWithinWorkingDays is { } days ? calendar.WorkingDaysAfter(Shanghai.DateOf(At), days) : null, charge);

    // A walk-in is taken on a day that its window serves; a clerk who finishes after closing time what began before it is not stopped.
    private static (Offer?, Refusal?) Window(Offer offer, WorkingCalendar calendar) => offer.Applying switch
    {
        { Window: { } named } when offer.Policy.Window(named) is null => (null, Refuse.WindowNotKnown(named, offer.Policy.Name)),
        { Window: { } named, ReceivedBy: not null } when offer.Policy.Window(named) is { Hours: [] } byDate && !byDate.IsOpenOn(Shanghai.DateOf(offer.At), calendar) =>
            (null, Refuse.WindowServesAnotherDay(byDate.Name, byDate.NextOpening(Shanghai.TimeOf(offer.At), calendar)?.Date)),
        { Window: { } named, ReceivedBy: not null } when offer.Policy.Window(named) is { } window && !window.IsOpenOn(Shanghai.DateOf(offer.At), calendar) =>
            (null, Refuse.WindowClosed(window.Name, window.NextOpening(Shanghai.TimeOf(offer.At), calendar))),
        _ => (offer, null),
    };
}
