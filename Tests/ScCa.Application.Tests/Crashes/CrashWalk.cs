using ScCa.Application.Reactions;
using ScCa.Application.Sweeps;
using ScCa.Testing;

namespace ScCa.Application.Tests.Crashes;

/// <summary>Lives in two worlds, in one of which the process dies within each act: where, in which way and how often again the script says.</summary>
internal sealed class CrashWalk : IAsyncDisposable
{
    private const int FaultsMax = 3;
    private const int SoonMax = 12;

    // What few acts come to is struck nearly whenever it comes.
    private const int Rare = 40;
    private const int Rarest = 200;

    private readonly TwoWorlds worlds = new();
    private readonly Lives lives;
    private readonly int stepsMax;

    public CrashWalk(int stepsMax) => (this.stepsMax, lives) = (stepsMax, new Lives(worlds.Calm));

    public int Steps { get; private set; }

    public int Faults { get; private set; }

    public async Task Step(Choices choices)
    {
        if (Steps == stepsMax)
            return;
        Steps++;
        var offers = await lives.Offers(choices);
        var offer = choices.Weighted([.. offers.Select(o => (o.Weight, o))]);
        var act = offer.Choose(choices);
        choices.Count($"act: {offer.Name}");
        choices.Note(act.Name);
        await worlds.Do(act, writes => Planned(choices, writes));
        foreach (var struck in worlds.Stormy.World.Perils.Struck)
            Count(choices, struck);
        if (act.Begins is { } certificate)
            await lives.Look(certificate);
        await worlds.Agree();
    }

    public ValueTask DisposeAsync() => worlds.DisposeAsync();

    private IEnumerable<Peril> Planned(Choices choices, IReadOnlyList<Write> made)
    {
        if (made is [])
            return [];
        var at = At(choices, made);
        var further = choices.Int(FaultsMax - 1);
        var ways = choices.Int(63);
        var soon = choices.Int((SoonMax * SoonMax) - 1);
        Lose(choices);
        Peril[] perils = [Way(at, ways), Way(1 + (soon % SoonMax), ways >> 2), Way(1 + (soon / SoonMax), ways >> 4)];
        foreach (var peril in perils.Take(1 + further))
            choices.Note($"{peril}");
        return perils.Take(1 + further);
    }

    // What is rare is as likely to be struck as what is written all the time; bookkeeping, which every act writes a good deal of, less often than steps.
    private static int At(Choices choices, IReadOnlyList<Write> made)
    {
        var writes = made.Select((write, i) => (write.Step, write.IsBookkeeping, At: i + 1)).ToList();
        var steps = writes.Where(w => !w.IsBookkeeping).ToList();
        var among = steps is [] || choices.Int(7) == 7 ? writes : steps;
        var step = choices.Weighted([.. among.Select(w => w.Step).Distinct().Select(s => (WeightOf(s), s))]);
        return choices.Pick([.. among.Where(w => w.Step == step).Select(w => w.At)]);
    }

    private static int WeightOf(string step) => step switch
    {
        nameof(NotifyHandlers) or nameof(DeliverMessages) or nameof(FulfilApplications) => 1,
        // Every night writes them.
        nameof(ExpiryReminders) or nameof(GrantReminders) or nameof(RevocationListSweep) => 2,
        nameof(CountClaimedTransfers) or nameof(FillBatches) or nameof(RequestInvoices) => 4,
        nameof(EraseSubjects) or nameof(IssueListsAtOnce) or nameof(NoteRoleAccounts) or nameof(RefundEndedApplications) or nameof(RenameUnits)
            or nameof(FollowParcels) => Rare,
        nameof(ExpirySweep) => Rare / 2,
        nameof(LapseSweep) or nameof(ParcelSweep) or nameof(SealSweep) => Rare,
        nameof(PayScansBack) => 2 * Rare,
        nameof(OvertakenSweep) or nameof(RefundSweep) => Rarest,
        _ when CrossStreamSteps.Every.Contains(step) => 8,
        "events of certificate by real-person-intake" or "events of certificate by invoice-reversals" => Rarest,
        "events of transfer by wechat" => Rare,
        _ when step.Contains(" by ", StringComparison.Ordinal) => 4,
        _ => 1,
    };

    // Dying is what comes of half of the faults.
    private static Peril Way(int at, int ways) => new(at, (ways & 1) == 0 ? FaultKind.NotWritten : FaultKind.Written, (ways & 2) == 0);

    // Now and then the latest checkpoints of a reaction are lost with the process.
    private void Lose(Choices choices)
    {
        var (loses, which, howFar) = (choices.Int(3) == 3, choices.Int(99), choices.Int(3));
        worlds.Stormy.WhileDead = () =>
        {
            if (loses && worlds.Stormy.World.Checkpoints.Lose(worlds.Reactions, which, howFar) is { } lost)
                choices.Count($"checkpoint lost: {lost}");
        };
    }

    private void Count(Choices choices, Struck struck)
    {
        Faults++;
        choices.Count(struck.Peril.IsFatal ? "died" : "failed");
        choices.Count($"at {struck.Write.Place}");
        foreach (var step in struck.Under.Append(struck.Write.Step).Distinct())
            choices.Count(CrossStreamSteps.Label(step, struck.Peril.Kind));
    }
}
