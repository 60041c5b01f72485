using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Applications;

/// <summary>Proofs of identity besides key and transfer, and several side by side.</summary>
public sealed class VerificationTests(ITestOutputHelper output)
{
    private static readonly Command<Certificate>[] Proofs =
    [
        StepCommands.Provide(), StepCommands.CompleteMaterials(), StepCommands.VerifyOnSite(), StepCommands.VerifyRealPerson(), Commands.Count(300),
    ];

    [Fact, Trait("rule", "P5")]
    public void P5_The_legal_representative_proves_himself_and_then_pays()
    {
        StepLives.InPersonApproved
            .When(StepCommands.VerifyRealPerson())
            .Then(new IdentityVerified(1, Verification.RealPerson, "check-1", PaidAt));
        Assert.Equal(ApplicationStep.AwaitingVerification, StepLives.InPersonApproved.State.Open!.Step);
        Assert.Equal(ApplicationStep.AwaitingPayment, StepLives.InPersonVerified.State.Open!.Step);
    }

    [Fact, Trait("rule", "P5"), Trait("rule", "D1")]
    public void P5_D1_Or_pays_and_then_proves_himself() => StepLives.InPersonPaid
        .When(StepCommands.VerifyRealPerson(at: IssuedAt))
        .Then(new IdentityVerified(1, Verification.RealPerson, "check-1", IssuedAt), Parcel("2025-03-12", IssuedAt));

    [Fact, Trait("rule", "A8")]
    public void A8_The_clerk_who_saw_the_person_is_named_and_nothing_is_posted() => StepLives.VisitApproved
        .After(StepCommands.TakeIn(), StepCommands.CompleteMaterials(), Commands.Count(300, payer: "anyone", means: PaymentMeans.WeChat))
        .When(StepCommands.VerifyOnSite())
        .Then(new IdentityVerified(1, Verification.OnSite, "clerk-1", PaidAt));

    [Fact, Trait("rule", "A8"), Trait("rule", "D2")]
    public void A8_D2_At_a_window_the_visit_may_come_last_and_the_key_still_goes_on_Friday() => StepLives.WalkedInPaid
        .When(StepCommands.VerifyOnSite(at: IssuedAt))
        .Then(
            new IdentityVerified(1, Verification.OnSite, "clerk-1", IssuedAt),
            new ParcelPromised(1, new PromisedDate(Date("2025-03-14"), []), Date("2025-03-10"), StepPolicies.Fridays, IssuedAt));

    [Fact, Trait("rule", "A3")]
    public void A3_A_proof_that_is_not_asked_for_or_was_given_is_refused_by_name()
    {
        StepLives.PapersApproved.When(StepCommands.VerifyRealPerson())
            .ThenRefused("A3", "VerificationNotAwaited", ("method", "@Verification.RealPerson"));
        StepLives.InPersonVerified.When(StepCommands.VerifyRealPerson())
            .ThenRefused("A3", "VerificationNotAwaited", ("method", "@Verification.RealPerson"));
        StepLives.InPersonApproved.When(StepCommands.VerifyOnSite()).ThenRefused("A3", "VerificationNotAwaited", ("method", "@Verification.OnSite"));
        StepLives.SeenAtTheWindow.When(StepCommands.VerifyOnSite()).ThenRefused("A3", "VerificationNotAwaited", ("method", "@Verification.OnSite"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nobody_is_verified_before_the_review()
    {
        StepLives.InPersonUnderReview.When(StepCommands.VerifyRealPerson())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "1"), ("step", "@ApplicationStep.UnderReview"));
        StepLives.VisitUnderReview.After(Commands.Return()).When(StepCommands.VerifyOnSite())
            .ThenRefused("A3", "ApplicationNotReady", ("application", "1"), ("step", "@ApplicationStep.Returned"));
    }

    [Fact, Trait("rule", "A3")]
    public void A3_Nobody_is_verified_for_what_is_not_open()
    {
        StepLives.InPersonApproved.When(StepCommands.VerifyRealPerson(2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        StepLives.VisitApproved.When(StepCommands.VerifyOnSite(2)).ThenRefused("A3", "ApplicationNotOpen", ("application", "2"));
        Lives.Issued.When(StepCommands.VerifyRealPerson()).ThenRefused("A3", "ApplicationNotOpen", ("application", "1"));
        Lives.Nothing.When(StepCommands.VerifyRealPerson()).ThenRefused("A3", "CertificateUnknown");
        Lives.Nothing.When(StepCommands.VerifyOnSite()).ThenRefused("A3", "CertificateUnknown");
    }

    [Fact, Trait("rule", "A3"), Trait("rule", "D1")]
    public void A3_D1_Whichever_proof_comes_last_makes_it_ready_and_promises_one_parcel_from_there()
    {
        var orders = 0;
        foreach (var order in Orders(Proofs))
        {
            orders++;
            var life = StepLives.EveryProofApproved;
            foreach (var (i, proof) in order.Index())
            {
                life = life.After(At(proof, i));
                Assert.Equal(i == order.Length - 1, life.State.Open!.Step == ApplicationStep.ReadyToFulfil);
            }

            var parcel = Assert.Single(life.History.OfType<ParcelPromised>());
            Assert.Equal(Date("2025-03-14"), parcel.CompletedOn);
            Assert.Equal(4, life.State.Open!.Verified.Distinct().Count());
        }

        output.WriteLine($"{orders} orders");
        Assert.Equal(60, orders);
    }

    [Fact, Trait("rule", "A3")]
    public void A3_A_random_order_with_repeats_in_between_comes_to_the_same()
    {
        var coverage = Sequence.Check(
            () => StepLives.EveryProofApproved,
            (life, choices) =>
            {
                var proof = choices.Pick(Proofs) switch
                {
                    CountTransfer count => count with { Reference = new($"t-{life.History.Length}"), Amount = Yuan(choices.Int(1, 300)) },
                    var other => other,
                };
                var outcome = life.When(proof);
                choices.Count(outcome.Decision is Decision<Certificate>.Refused { Refusal: var refusal } ? $"{refusal}" : proof.GetType().Name);
                return outcome.Decision is Decision<Certificate>.Accepted { Events: var events } ? life.Given(events) : life;
            },
            life =>
            {
                var open = life.State.Open!;
                var ready = open.Verified.Distinct().Count() == 4 && open.Missing == Money.Zero;
                Assert.Equal(ready, open.Step == ApplicationStep.ReadyToFulfil);
                Assert.Equal(ready ? 1 : 0, life.History.OfType<ParcelPromised>().Count());
                Assert.True(!ready || life.History[^1] is ParcelPromised, "Something happened after it was ready.");
            });
        output.WriteLine(coverage.ToString());

        coverage.Requires("A3 VerificationNotAwaited", "A3 MaterialsAlreadyComplete", "A3 MaterialsMissing", "A3 ApplicationAwaitsNoMoney", "CountTransfer");
    }

    // The first proof on the 10th, the last on the 14th.
    private static Command<Certificate> At(Command<Certificate> proof, int day) => proof with { At = Example.At($"2025-03-{10 + day}T10:00") };

    // A paper is given before it is found complete; of the rest every order.
    private static IEnumerable<Command<Certificate>[]> Orders(Command<Certificate>[] proofs) => Permutations(proofs)
        .Where(order => Array.FindIndex(order, p => p is ProvideMaterial) < Array.FindIndex(order, p => p is CompleteMaterials));

    private static IEnumerable<T[]> Permutations<T>(T[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((first, i) => Permutations<T>([.. items[..i], .. items[(i + 1)..]]).Select(rest => (T[])[first, .. rest]));
}
