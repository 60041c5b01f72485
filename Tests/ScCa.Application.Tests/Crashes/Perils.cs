using System.Diagnostics;

namespace ScCa.Application.Tests.Crashes;

/// <summary>A fault that is still to come.</summary>
/// <param name="At">The n-th write from when it was planned, or from when the one before it struck.</param>
/// <param name="IsFatal">The process dies of it; otherwise the one call fails and the process lives on.</param>
internal sealed record Peril(int At, FaultKind Kind, bool IsFatal);

/// <summary>A write that was made, or would have been.</summary>
/// <param name="Step">The reaction or the sweep that was at work; where there was none, the place written to.</param>
internal sealed record Write(string Step, string Place)
{
    public const string Checkpoints = "checkpoint of ";
    public const string Views = "rows of views";

    /// <summary>What can be thrown away and made again.</summary>
    public bool IsBookkeeping => Step == Views || Step.StartsWith(Checkpoints, StringComparison.Ordinal);
}

/// <summary>A fault that has struck.</summary>
/// <param name="Under">Every class of the application that was at work, by its name.</param>
internal sealed record Struck(Write Write, Peril Peril, IReadOnlySet<string> Under);

/// <summary>
/// Everything that a process writes outside itself passes through here, and fails as planned: not written, or written and the answer lost. A process that has
/// died neither reads nor writes any more, whatever its code still tries, until it is begun anew.
/// </summary>
internal sealed class Perils
{
    private readonly Queue<Peril> planned = new();
    private readonly List<Write> writes = [];
    private readonly List<Struck> struck = [];
    private int since;

    /// <summary>The reaction or the sweep that is at work.</summary>
    public string? Step { get; set; }

    public bool IsDead { get; private set; }

    public IReadOnlyList<Write> Writes => writes;

    public IReadOnlyList<Struck> Struck => struck;

    /// <summary>Forgets what was, and plans what is to come.</summary>
    public void Plan(params IEnumerable<Peril> perils)
    {
        writes.Clear();
        struck.Clear();
        planned.Clear();
        since = 0;
        foreach (var peril in perils)
            planned.Enqueue(peril);
    }

    public void BeginAnew() => (IsDead, Step) = (false, null);

    public void Alive()
    {
        if (IsDead)
            throw new CrashException();
    }

    public async ValueTask<T> Around<T>(string place, Func<ValueTask<T>> write)
    {
        if (Due(place) is not { } due)
            return await write();
        if (due.Peril.Kind == FaultKind.Written)
            await write();
        throw Strike(due.Made, due.Peril);
    }

    /// <summary>A point in the middle of what is one write to everybody else: whoever is struck here, <see cref="FaultKind.Written"/>, leaves behind what had been made by then.</summary>
    public async ValueTask Within(string place, Func<ValueTask> leaveBehind)
    {
        if (Due(place) is not { } due)
            return;
        if (due.Peril.Kind == FaultKind.Written)
            await leaveBehind();
        throw Strike(due.Made, due.Peril);
    }

    public ValueTask Around(string place, Func<ValueTask> write) => new(Around(place, async () =>
    {
        await write();
        return true;
    }).AsTask());

    private (Write Made, Peril Peril)? Due(string place)
    {
        Alive();
        var made = new Write(Step ?? place, place);
        writes.Add(made);
        if (!planned.TryPeek(out var peril) || ++since < peril.At)
            return null;
        planned.Dequeue();
        since = 0;
        return (made, peril);
    }

    private CrashException Strike(Write made, Peril peril)
    {
        struck.Add(new Struck(made, peril, AtWork()));
        IsDead = peril.IsFatal;
        return new CrashException();
    }

    // All ports of these worlds answer at once, so that whoever waits for one still stands on the stack.
    private static HashSet<string> AtWork()
    {
        var under = new HashSet<string>(StringComparer.Ordinal);
        foreach (var frame in new StackTrace(fNeedFileInfo: false).GetFrames())
        {
            for (var type = frame.GetMethod()?.DeclaringType; type is not null; type = type.DeclaringType)
            {
                if (type.DeclaringType is null && type.Assembly == typeof(WorkCycle).Assembly)
                    under.Add(type.Name);
            }
        }

        return under;
    }
}
