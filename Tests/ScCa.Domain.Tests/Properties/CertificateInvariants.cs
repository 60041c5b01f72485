using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of every certificate at any time, read from its events alone wherever that can be done.</summary>
internal static class CertificateInvariants
{
    public static void FoldsToTheSameState(Walk<Certificate> walk)
    {
        var state = Certificate.Initial;
        foreach (var happened in walk.History)
            state = happened.Evolve(state);
        Assert.Equal(Describe.Value(walk.State), Describe.Value(state));
    }

    public static void EveryPrefixReplays(Walk<Certificate> walk)
    {
        var state = Certificate.Initial;
        for (var i = 0; i < walk.History.Length; i++)
        {
            state = walk.History[i].Evolve(state);
            // Asserted after every step, the middle comes past every length of prefix; describing them all each time would be dear.
            if (i == walk.History.Length / 2)
                Assert.Equal(Describe.Value(walk.States[i + 1]), Describe.Value(state));
        }
    }

    public static Action<Walk<Certificate>> NothingThrows(Walker<Certificate> walker) => walk =>
    {
        foreach (var command in OutcomeTables.CertificateCommands)
            Assert.NotNull(walker.Decide(walk.State, command.In(walk.State, walk.Now)));
    };

    public static void AtMostOneApplicationIsOpen(Walk<Certificate> walk)
    {
        var open = new HashSet<int>();
        foreach (var happened in walk.History)
        {
            switch (happened)
            {
                case CertificateAppliedFor or RenewalApplied:
                    Assert.True(open.Add(((ApplicationEvent)happened).Application), "An application was opened twice.");
                    break;
                case ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed or UpdateGranted:
                case GenerationIssued { Generation: 1 }:
                    Assert.True(open.Remove(((ApplicationEvent)happened).Application), "An application ended that was not open.");
                    break;
            }

            Assert.True(open.Count <= 1, $"{open.Count} applications are open at once.");
        }

        Assert.Equal(open.Order(), walk.State.Open is { } one ? [one.Number] : []);
    }

    public static void NotAfterMovesByTheTermAndNeverBack(Walk<Certificate> walk)
    {
        foreach (var (granted, before) in walk.Of<UpdateGranted>())
        {
            var applied = walk.Of<RenewalApplied>().Single(a => a.Event.Application == granted.Application);
            var old = ((IssuedCertificate)before).NotAfter;
            var from = Shanghai.DateOf(applied.Event.At) <= old ? old : Shanghai.DateOf(granted.At);
            Assert.Equal(from.PlusYears(applied.Event.Term.Years), granted.NotAfter);
            Assert.True(granted.NotAfter > old, "A renewal moved notAfter back.");
        }

        foreach (var (issued, before) in walk.Of<GenerationIssued>())
        {
            var lastDate = Shanghai.DateOf(issued.Validity.NotAfter);
            Assert.True(issued.Validity.NotBefore <= issued.Validity.NotAfter, "A generation ends before it begins.");
            Assert.Equal(
                before is IssuedCertificate { Grant: { } grant }
                    ? grant.NotAfter
                    : Shanghai.DateOf(issued.Validity.NotBefore).PlusYears(((NewRequest)before.Open!.Request).Term.Years),
                lastDate);
        }

        var current = walk.States.OfType<IssuedCertificate>().Select(s => s.NotAfter).ToArray();
        Assert.Equal(current.Order(), current);
    }

    public static void NothingIsFulfilledUnapprovedUnverifiedOrUnpaid(Walk<Certificate> walk)
    {
        foreach (var (fulfilment, number) in walk.History.Select((e, i) => (e, i)).Where(e => e.e is IssuanceIntended or UpdateGranted))
        {
            var application = ((ApplicationEvent)fulfilment).Application;
            var before = walk.History[..number].OfType<ApplicationEvent>().Where(e => e.Application == application).ToArray();
            Assert.True(before.Any(e => e is ApplicationApproved), "Fulfilled without approval.");
            Assert.True(before.Any(e => e is IdentityVerified), "Fulfilled without verification.");
            var charge = ChargeOf(before).Total;
            Assert.True(before.OfType<TransferCounted>().Sum(t => t.Amount.Fen) >= charge.Fen, "Fulfilled without payment.");
            Assert.Equal(charge > Money.Zero, before.Any(e => e is ApplicationPaid));
            var isRenewalIssued = fulfilment is IssuanceIntended && before.Any(e => e is RenewalApplied);
            Assert.True(!isRenewalIssued || before.Any(e => e is UpdateGranted), "Issued without a grant.");
        }
    }

    public static void OneGenerationAtMostComesOfAnApplication(Walk<Certificate> walk)
    {
        var issued = walk.Of<GenerationIssued>().Select(e => e.Event).ToArray();
        Assert.Equal(issued.Select(e => e.Application).Distinct(), issued.Select(e => e.Application));
        Assert.Equal(Enumerable.Range(1, issued.Length), issued.Select(e => e.Generation));
    }

    public static void ASerialIsUsedOnceAndNeverAfterItWasBurned(Walk<Certificate> walk)
    {
        var intended = walk.Of<IssuanceIntended>().Select(e => e.Event.Serial).ToArray();
        var issued = walk.Of<GenerationIssued>().Select(e => e.Event.Serial).ToArray();
        var burned = walk.Of<IssuanceAbandoned>().Select(e => e.Event.Serial).ToArray();
        Assert.Equal(intended.Distinct(), intended);
        Assert.Empty(issued.Intersect(burned));
        var pending = (walk.State as KnownCertificate)?.Intent?.Serial;
        Assert.Equal(intended.Order(ByValue), issued.Concat(burned).Concat(pending is null ? [] : [pending]).Order(ByValue));
        if (walk.State is KnownCertificate known)
            Assert.Equal(burned, known.BurnedSerials);
    }

    public static void MoneyAddsUp(Walk<Certificate> walk)
    {
        foreach (var application in walk.History.OfType<ApplicationEvent>().GroupBy(e => e.Application))
        {
            var charge = ChargeOf(application).Total.Fen;
            var received = 0L;
            foreach (var counted in application.OfType<TransferCounted>())
            {
                Assert.True(received < charge || (charge, received) == (0, 0), "Counted what was not awaited.");
                received += counted.Amount.Fen;
                Assert.Equal((Math.Max(0, charge - received), Math.Max(0, received - charge)), (counted.Missing.Fen, counted.Excess.Fen));
            }

            var references = application.OfType<TransferCounted>().Select(t => t.Reference).ToArray();
            Assert.Equal(references.Distinct(), references);
            Assert.Equal(charge > 0 && received >= charge ? 1 : 0, application.Count(e => e is ApplicationPaid));
            if (walk.State.Open is { } open && open.Number == application.Key)
                Assert.Equal((received, references.Length), (open.Received.Fen, open.Payments.Length));
        }
    }

    public static void EachGenerationExpiresOnceAtItsNotAfter(Walk<Certificate> walk)
    {
        foreach (var (expired, before) in walk.Of<CertificateExpired>())
            Assert.Equal(((IssuedCertificate)before).Generations[expired.Generation - 1].Validity.NotAfter, expired.At);
        var generations = walk.Of<CertificateExpired>().Select(e => e.Event.Generation).ToArray();
        Assert.Equal(generations.Distinct(), generations);
    }

    public static Action<Walk<Certificate>> ForeignEventsFoldOrSayThatTheyAreImpossible(
        Func<Certificate, Event<Certificate>, Certificate> evolve) => walk =>
    {
        foreach (var (i, foreign) in Foreign.Index())
        {
            try
            {
                // What folds can be decided on. One command for each event and step: in the course of the walks that is every one on every one.
                var state = evolve(walk.State, foreign);
                var command = OutcomeTables.CertificateCommands[(i + walk.History.Length) % OutcomeTables.CertificateCommands.Length];
                Assert.NotNull(command.In(state, walk.Now).Decide(state, TestPolicies.TwoVersions));
            }
            catch (ImpossibleEventException impossible)
            {
                Assert.Equal($"{foreign.GetType().Name} cannot follow in the state {walk.State.GetType().Name}.", impossible.Message);
            }
        }
    };

    private static IComparer<SerialNumber> ByValue { get; } = Comparer<SerialNumber>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static Event<Certificate>[] Foreign { get; } =
    [
        .. OutcomeTables.CertificateStates.SelectMany(s => s.Life.History).DistinctBy(e => Describe.Value(e)),
    ];

    private static Charge ChargeOf(IEnumerable<ApplicationEvent> application) => application.First() switch
    {
        OperationApplied applied => applied.Under.Charge,
        var other => throw new TestFailedException($"An application began with {other.GetType().Name}."),
    };
}
