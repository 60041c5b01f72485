using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of every certificate at any time, read from its events alone wherever that can be done.</summary>
internal static class CertificateInvariants
{
    // Every step tries some of what there is; in the course of the walks that is everything on every state.
    private const int TriedOfEach = 8;

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

    /// <summary>What was done is refused when it is asked for again, or changes nothing.</summary>
    public static Action<Walk<Certificate>> RepeatsChangeNothing(Walker<Certificate> walker) => walk =>
    {
        if (walk.Accepted is not { } again || walker.Decide(walk.State, again) is not Decision<Certificate>.Accepted { Events: var events })
            return;
        var state = events.Aggregate(walk.State, walker.Evolve);
        Assert.Equal(Describe.Value(walk.State), Describe.Value(state));
    };

    public static void AtMostOneApplicationIsOpen(Walk<Certificate> walk)
    {
        var open = new HashSet<int>();
        for (var i = 0; i < walk.History.Length; i++)
        {
            if (walk.History[i] is CertificateAppliedFor or OperationApplied)
                Assert.True(open.Add(((ApplicationEvent)walk.History[i]).Application), "An application was opened twice.");
            else if (Ended(walk.History[i], walk.States[i]) is { } ended)
                Assert.True(open.Remove(ended), "An application ended that was not open.");
            Assert.True(open.Count <= 1, $"{open.Count} applications are open at once.");
        }

        Assert.Equal(open.Order(), walk.State.Open is { } one ? [one.Number] : []);
    }

    /// <summary>
    /// Once it is not the applicant's turn, or he lets it lie, somebody or the passing of time brings it to its end. What he has paid for in part waits for him alone:
    /// it ends with the rest of the money, or with its refund.
    /// </summary>
    public static Action<Walk<Certificate>> NoApplicationIsLeftForEver(Walker<Certificate> walker) => walk =>
    {
        if (walk.State is not KnownCertificate { Open: { } open } certificate)
            return;
        // Whatever notAfter the certificate has then, it is past.
        var later = walk.Now + NodaTime.Duration.FromDays(60);
        if (certificate is HeldCertificate held)
            later = NodaTime.Instant.Max(later, Shanghai.StartOf(held.NotAfter.PlusDays(1)));
        Command<Certificate>[] ways = open.Received > Money.Zero && !open.Request.NeedsValidCertificate && open.Step is not ApplicationStep.ReadyToFulfil
            ? [Commands.Withdraw(open.Number, open.Handler.PhoneIndex, later, withRefund: true)]
            :
            [
                StepCommands.EndOvertaken(open.Number, later), Commands.Reject(open.Number, at: later), Commands.AnnounceLapse(open.Number, later),
                Commands.Lapse(open.Number, later), Commands.Fulfil(open.Number, later), StepCommands.CompleteMaterials(open.Number, later),
                .. certificate.Intent is { } intent ? [Commands.Abandon(intent.Serial, later)] : Array.Empty<Command<Certificate>>(),
                .. IssuancePlan.For(certificate, later).Plan is { } plan ? [Commands.Intend(Example.Serial(99), plan.Validity, later)] : Array.Empty<Command<Certificate>>(),
            ];
        Assert.True(
            ways.Any(command => walker.Decide(certificate, command) is Decision<Certificate>.Accepted),
            $"Application {open.Number} ({open.Operation}, {open.Step}) is left for ever.");
    };

    public static void NotAfterMovesByTheTermAndNeverBack(Walk<Certificate> walk)
    {
        foreach (var (granted, before) in walk.Of<UpdateGranted>())
        {
            var old = ((IssuedCertificate)before).NotAfter;
            if (granted.Operation == Operation.Change)
            {
                Assert.Equal(old, granted.NotAfter);
                continue;
            }

            var applied = walk.Of<RenewalApplied>().Single(a => a.Event.Application == granted.Application).Event;
            var from = Shanghai.DateOf(applied.At) <= old ? old : Shanghai.DateOf(granted.At);
            Assert.Equal(from.PlusYears(applied.Term.Years), granted.NotAfter);
            Assert.True(granted.NotAfter > old, "A renewal moved notAfter back.");
        }

        foreach (var (issued, before) in walk.Of<GenerationIssued>())
        {
            Assert.True(issued.Validity.NotBefore <= issued.Validity.NotAfter, "A generation ends before it begins.");
            Assert.Equal(LastDateOf(issued, before), Shanghai.DateOf(issued.Validity.NotAfter));
        }

        var current = walk.States.OfType<HeldCertificate>().Select(s => s.NotAfter).ToArray();
        Assert.Equal(current.Order(), current);
    }

    public static void NothingIsFulfilledUnapprovedUnverifiedOrUnpaid(Walk<Certificate> walk)
    {
        for (var i = 0; i < walk.History.Length; i++)
        {
            if (Fulfilled(walk.History[i]) is not { } application)
                continue;
            var before = walk.History[..i].OfType<ApplicationEvent>().Where(e => e.Application == application).ToArray();
            var under = UnderOf(before);
            Assert.True(!under.Reviewed || before.LastOrDefault(e => e is ApplicationApproved or ApplicationReturned) is ApplicationApproved, "Fulfilled without approval.");
            Assert.Empty(under.Verification.Except(before.OfType<IdentityVerified>().Select(v => v.Method)));
            Assert.Equal(!under.Materials.IsEmpty, before.Any(e => e is MaterialsCompleted));
            Assert.True(before.OfType<TransferCounted>().Sum(t => t.Amount.Fen) >= under.Charge.Total.Fen, "Fulfilled without payment.");
            Assert.Equal(under.Charge.Total > Money.Zero, before.Any(e => e is ApplicationPaid));
            var isUpdate = walk.History[i] is IssuanceIntended && before.Any(e => e is RenewalApplied or ChangeApplied);
            Assert.True(!isUpdate || before.Any(e => e is UpdateGranted), "Issued without a grant.");
        }
    }

    /// <summary>One generation comes of an application, and one more for each new key that a grant was still open on.</summary>
    public static void GenerationsAreCountedAndNoneComesOfNothing(Walk<Certificate> walk)
    {
        var issued = walk.Of<GenerationIssued>().Select(e => e.Event).ToArray();
        Assert.Equal(Enumerable.Range(1, issued.Length), issued.Select(e => e.Generation));
        var reissues = walk.Of<ReissueApplied>().Select(r => r.Event.Application).ToHashSet();
        foreach (var application in issued.GroupBy(e => e.Application))
        {
            foreach (var (first, second) in application.Zip(application.Skip(1)))
                Assert.Contains(issued, e => first.Generation < e.Generation && e.Generation < second.Generation && reissues.Contains(e.Application));
        }
    }

    public static void ASerialIsUsedOnceAndNeverAfterItWasBurned(Walk<Certificate> walk)
    {
        SerialNumber[] intended = [.. walk.Of<IssuanceIntended>().Select(e => e.Event.Serial), .. walk.Of<EncryptionIntended>().Select(e => e.Event.Serial)];
        SerialNumber[] issued = [.. walk.Of<GenerationIssued>().Select(e => e.Event.Serial), .. walk.Of<EncryptionIssued>().Select(e => e.Event.Serial)];
        var burned = walk.History.SelectMany((e, i) => Burned(e, walk.States[i])).ToArray();
        Assert.Equal(intended.Distinct(), intended);
        Assert.Empty(issued.Intersect(burned));
        var pending = (walk.State as KnownCertificate)?.Intent?.Serials ?? [];
        Assert.Equal(intended.Order(ByValue), issued.Concat(burned).Concat(pending).Order(ByValue));
        if (walk.State is HeldCertificate held)
            Assert.Equal(issued.Order(ByValue), held.Generations.SelectMany(g => g.Serials).Order(ByValue));
        if (walk.State is KnownCertificate known)
            Assert.Equal(burned, known.BurnedSerials);
    }

    /// <summary>A certificate that was changed or reissued leaves no older generation valid.</summary>
    public static void WhatWasChangedOrLostIsValidNoMore(Walk<Certificate> walk)
    {
        var lost = walk.Of<ReissueApplied>().Select(r => r.Event.Application).Concat(walk.Of<ChangeApplied>().Select(c => c.Event.Application)).ToHashSet();
        for (var i = 0; i < walk.History.Length; i++)
        {
            var number = walk.History[i] switch
            {
                GenerationIssued e when walk.States[i] is IssuedCertificate { Open: { Request: ReissueRequest } open } && open.Number == e.Application => e.Generation,
                UpdateCompleted e when lost.Contains(e.Application) => e.Generation,
                _ => 0,
            };
            if (number > 0)
                Assert.DoesNotContain(((HeldCertificate)walk.States[i + 1]).Generations, g => g.Number < number && g.IsValidAt(walk.History[i].At));
        }
    }

    public static void EachGenerationExpiresOnceAtItsNotAfter(Walk<Certificate> walk)
    {
        foreach (var (expired, before) in walk.Of<CertificateExpired>())
            Assert.Equal(((IssuedCertificate)before).Generations[expired.Generation - 1].Validity.NotAfter, expired.At);
        var generations = walk.Of<CertificateExpired>().Select(e => e.Event.Generation).ToArray();
        Assert.Equal(generations.Distinct(), generations);
        foreach (var (expired, before) in walk.Of<SealExpired>())
            Assert.Equal(Shanghai.LastSecondOf(((IssuedCertificate)before).Seals[expired.Seal - 1].NotAfter), expired.At);
        var seals = walk.Of<SealExpired>().Select(e => e.Event.Seal).ToArray();
        Assert.Equal(seals.Distinct(), seals);
    }

    public static void ASealNamesTheLiveGenerationAndNeverOutlivesIt(Walk<Certificate> walk)
    {
        if (walk.State is not HeldCertificate certificate)
            return;
        Assert.Equal(Enumerable.Range(1, certificate.Seals.Length), certificate.Seals.Select(s => s.Number));
        Assert.All(certificate.Seals, s => Assert.True(s.NotAfter <= certificate.Generations[s.Generation - 1].NotAfterDate, "A seal outlives its certificate."));
        Assert.All(
            certificate.Seals.Where(s => s.IsLiveOn(Shanghai.DateOf(walk.Now))),
            s => Assert.Equal((certificate.CurrentGeneration, true), (s.Generation, s.NotAfter <= certificate.NotAfter)));
        if (certificate is IssuedCertificate issued && issued.Platform == OperationPolicies.Coupled)
            Assert.All(issued.StandingSeals, s => Assert.Equal((issued.NotAfter, issued.CurrentGeneration), (s.NotAfter, s.Generation)));
    }

    public static void ARevocationIsFinal(Walk<Certificate> walk)
    {
        if (walk.States.OfType<RevokedCertificate>().FirstOrDefault() is not { } revoked)
            return;
        Assert.All(revoked.Generations, g => Assert.NotNull(g.Revocation));
        Assert.DoesNotContain(revoked.Seals, s => s.Status == SealStatus.Standing);
        Assert.Null(revoked.Open);
        Assert.Null(revoked.Intent);
        Assert.All(walk.States.SkipWhile(s => s is not RevokedCertificate), s => Assert.Equal(Fixed(revoked), Fixed(s)));
    }

    public static void EveryPromiseIsAWorkingDay(Walk<Certificate> walk)
    {
        foreach (var happened in walk.History)
        {
            var promised = happened switch
            {
                ParcelPromised e => e.By,
                InvoicePromised e => e.By,
                CertificateAppliedFor e => e.Under.ReviewedBy,
                OperationApplied e => e.Under.ReviewedBy,
                _ => null,
            };
            if (promised is null)
                continue;
            Assert.True(TestPolicies.Calendar.IsWorkingDay(promised.Date), $"{promised.Date} is not worked.");
            Assert.All(promised.YearsWithoutCalendar, year => Assert.False(TestPolicies.Calendar.Knows(year)));
            Assert.Equal(TestPolicies.Calendar.Knows(promised.Date.Year), !promised.YearsWithoutCalendar.Contains(promised.Date.Year));
        }
    }

    /// <summary>The first promise of an application is made in the instant that leaves it ready; only one that awaits a role account is made anew.</summary>
    public static void AParcelIsPromisedWhenItIsReadyAndOnlyThen(Walk<Certificate> walk)
    {
        foreach (var application in walk.Of<ParcelPromised>().GroupBy(p => p.Event.Application))
        {
            var (first, before) = application.First();
            Assert.Equal((ApplicationStep.ReadyToFulfil, first.At), (before.Open?.Step, before.Open?.LastMovedAt));
            Assert.All(application.Skip(1), p => Assert.True(p.Event.Weekly?.AwaitsRoleAccount, "A parcel was promised twice."));
        }
    }

    public static Action<Walk<Certificate>> ForeignEventsFoldOrSayThatTheyAreImpossible(
        Func<Certificate, Event<Certificate>, Certificate> evolve) => walk =>
    {
        for (var i = walk.History.Length % TriedOfEach; i < Foreign.Length; i += TriedOfEach)
        {
            try
            {
                // What folds can be decided on, under any policy that there is.
                var state = evolve(walk.State, Foreign[i]);
                // An application of another platform may name a version that this one never had: no history can.
                if (state is KnownCertificate { Open: { } open } known && WalkPolicies.Book.Policies.All(p => (p.Id, p.Version) != (known.Platform, open.Under.PolicyVersion)))
                    continue;
                var command = OutcomeTables.CertificateCommands[(i + walk.History.Length) % OutcomeTables.CertificateCommands.Length];
                Assert.NotNull(command.In(state, walk.Now).Decide(state, WalkPolicies.Book));
            }
            catch (ImpossibleEventException impossible)
            {
                Assert.Equal($"{Foreign[i].GetType().Name} cannot follow in the state {walk.State.GetType().Name}.", impossible.Message);
            }
        }
    };

    private static IComparer<SerialNumber> ByValue { get; } = Comparer<SerialNumber>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static Event<Certificate>[] Foreign { get; } =
        [.. OutcomeTables.AllCertificateStates.SelectMany(s => s.Life.History).DistinctBy(e => Describe.Value(e))];

    internal static AppliedUnder UnderOf(IEnumerable<ApplicationEvent> application) => application.First() switch
    {
        OperationApplied applied => applied.Under,
        var other => throw new TestFailedException($"An application began with {other.GetType().Name}."),
    };

    private static int? Ended(Event<Certificate> happened, Certificate before) => happened switch
    {
        ApplicationRejected or ApplicationWithdrawn or ApplicationLapsed or ApplicationSuperseded or ApplicationOvertaken or UpdateGranted or UnlockGranted or EContractEnabled
            or SealsFulfilled => ((ApplicationEvent)happened).Application,
        GenerationIssued issued when before.Open is { Request: NewRequest or ReissueRequest } open && open.Number == issued.Application => open.Number,
        CertificateRevoked { Application: { } application } => application,
        _ => null,
    };

    private static int? Fulfilled(Event<Certificate> happened) => happened switch
    {
        IssuanceIntended or UpdateGranted or UnlockGranted or EContractEnabled or SealsFulfilled => ((ApplicationEvent)happened).Application,
        CertificateRevoked revoked => revoked.Application,
        _ => null,
    };

    private static NodaTime.LocalDate LastDateOf(GenerationIssued issued, Certificate before) => before switch
    {
        IssuedCertificate { Open: { Request: ReissueRequest } open } c when open.Number == issued.Application => c.NotAfter,
        IssuedCertificate { Grant: { } grant } => grant.NotAfter,
        _ => ((NewRequest)before.Open!.Request).Term.After(Shanghai.DateOf(issued.Validity.NotBefore)),
    };

    private static IEnumerable<SerialNumber> Burned(Event<Certificate> happened, Certificate before) => (happened, before) switch
    {
        (IssuanceAbandoned, KnownCertificate { Intent: { } intent }) => intent.Serials,
        (ApplicationSuperseded or ApplicationOvertaken or GrantEnded, KnownCertificate { Intent: { } intent })
            when intent.Application == ((ApplicationEvent)happened).Application => intent.Serials,
        (CertificateRevoked, KnownCertificate { Intent: { } intent }) => intent.Serials,
        _ => [],
    };

    private static string Fixed(Certificate state) =>
        state is RevokedCertificate c ? Describe.Values([c.Generations, c.CurrentGeneration, c.Seals, c.RevokedAt, c.Reason, c.Holder]) : state.GetType().Name;
}
