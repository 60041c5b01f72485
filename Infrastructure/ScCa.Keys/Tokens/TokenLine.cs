using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>
/// The line to one token, which mends itself: a connection is opened when one is needed, operations run in its sessions, and what can be put right without
/// a person is put right once per operation. One at a time, and alone, runs what logs in as somebody else.
/// </summary>
internal sealed class TokenLine(CryptokiModule module, TokenOptions options) : IDisposable
{
    // Waiting with a deadline is Monitor's.
    private readonly object connecting = new();

    private TokenConnection? current;

    private int disposed;

    public RefusedPin Refused { get; } = new();

    public string Token => TokenSlot.Described(options);

    /// <summary>Runs the operation in a session, logged in.</summary>
    public T Use<T>(Func<TokenConnection, nuint, T> operation) => Mended((deadline, remedies) =>
    {
        while (true)
        {
            var connection = Connection(deadline);
            if (connection.Sessions.Rent(deadline) is not { } session)
                continue;
            var epoch = connection.Login.Epoch;
            var isSound = false;
            try
            {
                connection.Login.Ensure(session, deadline);
                epoch = connection.Login.Epoch;
                var result = operation(connection, session);
                isSound = true;
                return result;
            }
            catch (CryptokiFailure failure)
            {
                Lapse(connection, epoch, RemedyBook.For(failure.Value));
                throw;
            }
            catch (TokenRefusedException refused) when (refused.Refusal == TokenRefusal.KeyNotFound && remedies.Once(Remedy.LogIn))
            {
                // Private keys hide from whoever is not logged in, and a login ends without a word when the last session is closed.
                connection.Login.Lapsed(epoch);
            }
            finally
            {
                connection.Sessions.Return(session, isSound);
            }
        }
    });

    /// <summary>Asks the token itself; no session, no login.</summary>
    public T Ask<T>(Func<CryptokiCalls, nuint, T> question) => Mended((deadline, _) =>
    {
        var connection = Connection(deadline);
        return question(connection.Calls, connection.Slot);
    });

    /// <summary>Runs the operation in the only session that this line has with the token, logged out.</summary>
    public void UseAlone(Action<CryptokiCalls, nuint, nuint> operation) => Mended((deadline, _) => Connecting(deadline, () =>
    {
        Disconnect(deadline);
        var slot = TokenSlot.Find(module.Calls, options);
        var session = module.Calls.OpenSession(slot);
        try
        {
            LogOut(session);
            operation(module.Calls, slot, session);
            return 0;
        }
        finally
        {
            LeaveLoggedOut(session);
            module.Calls.CloseSession(session);
        }
    }));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        try
        {
            Connecting(Deadline.In(options.WaitMax), () =>
            {
                Disconnect(Deadline.In(options.WaitMax));
                return 0;
            });
        }
        catch (TokenRefusedException)
        {
            // Something is still waiting for the device; its session is closed when it comes back.
        }

        module.Leave();
    }

    private T Mended<T>(Func<Deadline, Remedies, T> operation)
    {
        var deadline = Deadline.In(options.WaitMax);
        var remedies = new Remedies();
        while (true)
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, typeof(Token));
            var generation = module.Generation;
            try
            {
                return operation(deadline, remedies);
            }
            catch (CryptokiFailure failure)
            {
                var remedy = RemedyBook.For(failure.Value);
                if (remedy == Remedy.None || !remedies.Once(remedy))
                    throw TokenRefusals.Of(failure, Token);
                Apply(remedy, generation, deadline);
            }
        }
    }

    private void Apply(Remedy remedy, long generation, Deadline deadline)
    {
        try
        {
            if (remedy == Remedy.Initialise)
                module.InitialiseAgain(generation);
            if (remedy == Remedy.FindToken)
            {
                Connecting(deadline, () =>
                {
                    Disconnect(deadline);
                    return 0;
                });
            }
        }
        catch (CryptokiFailure failure)
        {
            throw TokenRefusals.Of(failure, Token);
        }
    }

    private static void Lapse(TokenConnection connection, long epoch, Remedy remedy)
    {
        if (remedy is Remedy.LogIn or Remedy.FindKey)
            connection.Login.Lapsed(epoch);
        if (remedy == Remedy.FindKey)
            connection.ForgetHandles();
    }

    private TokenConnection Connection(Deadline deadline) =>
        Volatile.Read(ref current) is { } known && known.Generation == module.Generation
            ? known
            : Connecting(deadline, () =>
            {
                if (current is { } other && other.Generation == module.Generation)
                    return other;
                Disconnect(deadline);
                ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, typeof(Token));
                var opened = TokenConnection.Open(module, options, Refused);
                Volatile.Write(ref current, opened);
                return opened;
            });

    private void Disconnect(Deadline deadline)
    {
        if (Interlocked.Exchange(ref current, null) is not { } connection)
            return;
        // Handles of before the module was initialised again may be somebody else's now.
        if (connection.Generation == module.Generation)
            connection.Sessions.Retire(deadline);
        else
            connection.Sessions.Forget(deadline);
    }

    private T Connecting<T>(Deadline deadline, Func<T> action)
    {
        if (!Monitor.TryEnter(connecting, deadline.Left))
            throw TokenRefusals.TokenBusy();
        try
        {
            return action();
        }
        finally
        {
            Monitor.Exit(connecting);
        }
    }

    private void LogOut(nuint session)
    {
        try
        {
            module.Calls.Logout(session);
        }
        catch (CryptokiFailure failure) when (failure.Value == CkRv.CKR_USER_NOT_LOGGED_IN)
        {
            // As it should be.
        }
    }

    private void LeaveLoggedOut(nuint session)
    {
        try
        {
            module.Calls.Logout(session);
        }
        catch (CryptokiFailure)
        {
            // Closing the session ends the login too; where even that fails, the next login ends this one first.
        }
    }

    private sealed class Remedies
    {
        private Remedy applied;

        /// <summary>Whether the remedy was not applied before; from now on it was.</summary>
        public bool Once(Remedy remedy)
        {
            var isFirst = (applied & remedy) == 0;
            applied |= remedy;
            return isFirst;
        }
    }
}
