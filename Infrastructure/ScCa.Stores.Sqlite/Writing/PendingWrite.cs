using ScCa.Stores.Sqlite.Connections;

namespace ScCa.Stores.Sqlite.Writing;

/// <summary>
/// A write that waits for its turn. Until the writer takes it, its caller can withdraw it, and then it was never written; from then on it is answered,
/// cancelled or not, so that a cancelled write never leaves it open whether it took place.
/// </summary>
internal abstract class PendingWrite
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;
    private int state = Waiting;

    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    protected bool TryWithdraw() => Interlocked.CompareExchange(ref state, Withdrawn, Waiting) == Waiting;

    /// <summary>Decides and writes within the open transaction. May be called again after a rollback.</summary>
    public abstract void Decide(Connection connection);

    /// <summary>Gives the answer decided; only after the commit.</summary>
    public abstract void Answer();

    /// <summary>Fails the write, unless it has its answer.</summary>
    public abstract void Fail(Exception exception);
}

internal sealed class PendingWrite<TAnswer> : PendingWrite
{
    private readonly Func<Connection, TAnswer> decide;
    private readonly TaskCompletionSource<TAnswer> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration cancellation;
    private TAnswer? answer;

    public PendingWrite(Func<Connection, TAnswer> decide, CancellationToken cancellation)
    {
        this.decide = decide;
        this.cancellation = cancellation.UnsafeRegister(static (write, token) => ((PendingWrite<TAnswer>)write!).Cancel(token), this);
    }

    public Task<TAnswer> Answered => answered.Task;

    public override void Decide(Connection connection) => answer = decide(connection);

    public override void Answer()
    {
        cancellation.Unregister();
        answered.SetResult(answer!);
    }

    public override void Fail(Exception exception)
    {
        cancellation.Unregister();
        answered.TrySetException(exception);
    }

    private void Cancel(CancellationToken token)
    {
        if (TryWithdraw())
        {
            answered.SetCanceled(token);
        }
    }
}
