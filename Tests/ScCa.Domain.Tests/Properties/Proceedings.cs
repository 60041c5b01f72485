using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Testing;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What may come next for an open application, by whoever's turn it is.</summary>
internal static class Proceedings
{
    public static Command<Certificate> Next(Walk<Certificate> walk, OpenApplication open, Instant at, Choices choices) => open switch
    {
        { Request.NeedsValidCertificate: true } when walk.State is IssuedCertificate c && Shanghai.DateOf(at) > c.NotAfter && choices.Weighted((2, true), (1, false)) =>
            StepCommands.EndOvertaken(open.Number, at),
        { Review: ReviewState.Pending } => Reviewed(open, at, choices),
        _ when open.Step is not (ApplicationStep.MaterialsUnderReview or ApplicationStep.ReadyToFulfil) && open.Received == Money.Zero && IsLeft(open, choices) =>
            Idle(walk, open, choices),
        { Review: ReviewState.Returned } => Commands.Resubmit(open.Number, Phone(open), at),
        { Step: ApplicationStep.ReadyToFulfil } => choices.Weighted<Func<Command<Certificate>>>(
            (4, () => Commands.Fulfil(open.Number, at)), (1, () => Commands.Withdraw(open.Number, Phone(open), at, withRefund: true)))(),
        _ => Brought(walk, open, at, choices),
    };

    /// <summary>What comes next if all goes well, until the application has ended.</summary>
    public static Command<Certificate>? Straight(Walk<Certificate> walk) => walk.State switch
    {
        KnownCertificate { Intent: { } intent } => Commands.RecordGeneration(intent.Serial, walk.Now),
        KnownCertificate { Open: { } open } known => Straight(walk, known, open, walk.Now),
        _ => null,
    };

    private static Command<Certificate>? Straight(Walk<Certificate> walk, KnownCertificate known, OpenApplication open, Instant at) => open.Step switch
    {
        ApplicationStep.UnderReview => Commands.Approve(open.Number, at, open.Request.SealPictures > 0 ? SealPictureFinding.NumberLegible : null),
        ApplicationStep.Returned => Commands.Resubmit(open.Number, Phone(open), at),
        ApplicationStep.AwaitingMaterials => Given(open, at),
        ApplicationStep.MaterialsUnderReview => StepCommands.CompleteMaterials(open.Number, at),
        ApplicationStep.AwaitingVerification when open.StillNeeds(Verification.RealPerson) => StepCommands.VerifyRealPerson(open.Number, at),
        ApplicationStep.AwaitingVerification => StepCommands.VerifyOnSite(open.Number, at),
        ApplicationStep.AwaitingPayment => Commands.Count(0, open.Number, new($"t-{walk.History.Length - 1}"), at: at) with
        {
            Amount = AtLeastAFen(open.Missing),
            Means = open.StillNeeds(Verification.CorporateTransfer) ? PaymentMeans.CorporateTransfer : open.Under.Payment[0],
            Payer = Example.PayerNamed(Example.UnitAccount) with { NameIndex = known.Holder.Payer },
        },
        _ when open.Request is not (NewRequest or ReissueRequest) => Commands.Fulfil(open.Number, at),
        _ when IssuancePlan.For(known, at).Plan is { } plan => Commands.Intend(Example.Serial(100 + walk.History.Length), plan.Validity, at),
        _ => null,
    };

    private static Command<Certificate> Reviewed(OpenApplication open, Instant at, Choices choices) => choices.Weighted<Func<Command<Certificate>>>(
        (open.Number > 1 ? 12 : 30, () => Commands.Approve(open.Number, at, open.Request.SealPictures > 0 ? choices.Pick(Enum.GetValues<SealPictureFinding>()) : null)),
        (2, () => Commands.Return(open.Number, at: at)),
        // A New that ends here ends the walk; anything else can be applied for again.
        (1, () => Commands.Reject(open.Number, at: at)), (1, () => Commands.Withdraw(open.Number, Phone(open), at)))();

    // Whatever is still missing, in any order.
    private static Command<Certificate> Brought(Walk<Certificate> walk, OpenApplication open, Instant at, Choices choices) => choices.Weighted<Func<Command<Certificate>>>(
        (open.MaterialsToGive.Any() ? 8 : 0, () => choices.Bool() ? Given(open, at) : Taken(open, at)),
        (open.Step == ApplicationStep.MaterialsUnderReview ? 6 : open.MaterialsToGive.Any() ? 1 : 0, () => StepCommands.CompleteMaterials(open.Number, at)),
        (open.AreMaterialsComplete ? 0 : open.Materials.IsEmpty ? 1 : 5, () => StepCommands.ReturnMaterial(open.Under.Materials[^1], open.Number, at: at)),
        (open.StillNeeds(Verification.RealPerson) ? 6 : 0, () => StepCommands.VerifyRealPerson(open.Number, at)),
        (open.StillNeeds(Verification.OnSite) ? 6 : 0, () => StepCommands.VerifyOnSite(open.Number, at)),
        (open.AwaitsMoney ? 8 : 0, () => Paid(walk, open, at, choices)),
        (open.Under.Applying.Channel == Channel.Window ? 4 : 0, () => StepCommands.Book(StepPolicies.South, Visit(at, choices), open.Number, Phone(open), at)),
        (1, () => StepCommands.ChangeHandlerAtTheDesk(open.Handler == Example.TheHandler ? Example.OtherHandler : Example.TheHandler, at)),
        (open.Payments.IsEmpty ? 0 : 3, () => Commands.Count(1, open.Number, open.Payments[0].Reference, at: at)),
        (1, () => Commands.AnnounceLapse(open.Number, at)),
        (1, () => Commands.Lapse(open.Number, at)),
        (1, () => Commands.Withdraw(open.Number, Phone(open), at)),
        (1, () => Commands.Withdraw(open.Number, Phone(open), at, withRefund: true)))();

    private static ProvideMaterial Given(OpenApplication open, Instant at) =>
        StepCommands.Provide(open.MaterialsToGive.FirstOrDefault() ?? StepPolicies.Form, open.Number, Phone(open), at);

    private static ProvideMaterial Taken(OpenApplication open, Instant at) =>
        StepCommands.TakeIn(open.MaterialsToGive.LastOrDefault() ?? StepPolicies.Form, open.Number, at);

    private static CountTransfer Paid(Walk<Certificate> walk, OpenApplication open, Instant at, Choices choices) =>
        Commands.Count(0, open.Number, Reference(walk, open, choices), at: at) with
        {
            Amount = choices.Weighted((4, AtLeastAFen(open.Missing)), (1, Example.Yuan(50)), (1, open.Missing + Example.Yuan(30))),
            Means = open.Under.Payment.IsEmpty ? PaymentMeans.CorporateTransfer : choices.Pick(open.Under.Payment),
            Payer = Example.PayerNamed(Example.UnitAccount) with { NameIndex = ((KnownCertificate)walk.State).Holder.Payer },
        };

    // Sometimes one that was counted before.
    private static BankReference Reference(Walk<Certificate> walk, OpenApplication open, Choices choices) =>
        open.Payments is [.., var last] && choices.Weighted((4, false), (1, true)) ? last.Reference : new($"t-{walk.History.Length - 1}");

    private static LocalDateTime Visit(Instant at, Choices choices) => Shanghai.DateOf(at).PlusDays(choices.Int(-2, 7)).At(new LocalTime(choices.Int(8, 18), 0));

    // Left once, it is mostly left for good.
    private static bool IsLeft(OpenApplication open, Choices choices) =>
        open.LapsesOn is null ? choices.Weighted((9, false), (1, true)) : choices.Weighted((1, false), (4, true));

    // Nobody does anything for weeks.
    private static Command<Certificate> Idle(Walk<Certificate> walk, OpenApplication open, Choices choices) => open.LapsesOn is { } lapsesOn
        ? choices.Weighted<Command<Certificate>>(
            (3, Commands.Lapse(open.Number, Instant.Max(walk.Now, Shanghai.StartOf(lapsesOn)))), (1, Commands.Lapse(open.Number, walk.Now)),
            (1, Commands.AnnounceLapse(open.Number, walk.Now)))
        : Commands.AnnounceLapse(open.Number, Instant.Max(walk.Now, open.LastMovedAt + Duration.FromDays(23)));

    private static Money AtLeastAFen(Money amount) => amount > Money.Zero ? amount : Money.FromFen(1);

    private static PhoneIndex Phone(OpenApplication open) => open.Handler.PhoneIndex;
}
