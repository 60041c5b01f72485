using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>
/// The sessions with one token: at most so many, one for each operation at a time, kept for the next one. A session that an operation failed in is closed
/// and never used again: what is going on in it is not known.
/// </summary>
internal sealed class SessionPool(CryptokiCalls calls, nuint slot, int sessionsMax)
{
    // Waiting is Monitor's.
    private readonly object gate = new();

    private readonly Stack<nuint> idle = [];

    private int open;

    private bool isRetired;

    /// <summary>A session, or null where the pool was retired: then there is another one to ask.</summary>
    /// <exception cref="TokenRefusedException">All are in use, and stay so until the deadline.</exception>
    public nuint? Rent(Deadline deadline)
    {
        while (true)
        {
            lock (gate)
            {
                while (!isRetired && idle.Count == 0 && open >= sessionsMax)
                    WaitForChange(deadline);
                if (isRetired)
                    return null;
                if (idle.TryPop(out var kept))
                    return kept;
                open++;
            }

            if (TryOpen(deadline) is { } session)
                return session;
        }
    }

    public void Return(nuint session, bool isSound)
    {
        lock (gate)
        {
            if (isSound && !isRetired)
            {
                idle.Push(session);
                Monitor.PulseAll(gate);
                return;
            }
        }

        Close(session);
    }

    /// <summary>Ends it: nothing is rented any more, what is in use is waited for, all is closed.</summary>
    /// <exception cref="TokenRefusedException">Something is in use beyond the deadline; it is closed when it is returned.</exception>
    public void Retire(Deadline deadline)
    {
        nuint[] kept;
        lock (gate)
        {
            isRetired = true;
            kept = [.. idle];
            idle.Clear();
            Monitor.PulseAll(gate);
        }

        foreach (var session in kept)
            Close(session);
        lock (gate)
        {
            while (open > 0)
                WaitForChange(deadline);
        }
    }

    /// <summary>Ends it where the sessions are gone already: their handles may be somebody else's by now, and are not touched.</summary>
    public void Forget(Deadline deadline)
    {
        lock (gate)
        {
            open -= idle.Count;
            idle.Clear();
        }

        Retire(deadline);
    }

    private nuint? TryOpen(Deadline deadline)
    {
        try
        {
            return calls.OpenSession(slot);
        }
        catch (CryptokiFailure failure)
        {
            lock (gate)
            {
                open--;
                Monitor.PulseAll(gate);
                // The token has fewer sessions than it was configured for: those that there are go round.
                if (failure.Value != CkRv.CKR_SESSION_COUNT || open == 0)
                    throw;
                while (!isRetired && idle.Count == 0 && open > 0)
                    WaitForChange(deadline);
                return null;
            }
        }
    }

    private void Close(nuint session)
    {
        calls.CloseSession(session);
        lock (gate)
        {
            open--;
            Monitor.PulseAll(gate);
        }
    }

    private void WaitForChange(Deadline deadline)
    {
        if (deadline.Left is var left && (left == TimeSpan.Zero || !Monitor.Wait(gate, left)))
            throw TokenRefusals.TokenBusy();
    }
}
