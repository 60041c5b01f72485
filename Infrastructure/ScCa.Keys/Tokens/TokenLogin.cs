using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>
/// The user's login, which holds for all sessions with the token. Whoever finds it missing logs in, once for all. No PIN is tried that the token has refused,
/// and none on the last try: that one is for a person.
/// </summary>
internal sealed class TokenLogin(CryptokiCalls calls, nuint slot, TokenOptions options, RefusedPin refused)
{
    // Waiting with a deadline is Monitor's.
    private readonly object gate = new();

    private bool isLoggedIn;

    private long epoch;

    /// <summary>Changes with every login: handles of private objects do not outlive one.</summary>
    public long Epoch => Interlocked.Read(ref epoch);

    public void Ensure(nuint session, Deadline deadline)
    {
        if (Volatile.Read(ref isLoggedIn))
            return;
        if (!Monitor.TryEnter(gate, deadline.Left))
            throw TokenRefusals.TokenBusy();
        try
        {
            if (isLoggedIn)
                return;
            LogIn(session);
            Interlocked.Increment(ref epoch);
            Volatile.Write(ref isLoggedIn, true);
        }
        finally
        {
            Monitor.Exit(gate);
        }
    }

    /// <summary>The token said that nobody is logged in, to whoever relied on this login.</summary>
    public void Lapsed(long epochSeen)
    {
        lock (gate)
        {
            if (epoch == epochSeen)
                isLoggedIn = false;
        }
    }

    /// <summary>The user's PIN for the one operation that was just begun.</summary>
    public void Confirm(nuint session) => Try(session, Cku.ContextSpecific, calls.TokenInfo(slot));

    private void LogIn(nuint session)
    {
        var info = calls.TokenInfo(slot);
        if (info.Has(Ckf.LoginRequired))
            Try(session, Cku.User, info);
    }

    private void Try(nuint session, Cku user, CkTokenInfo info)
    {
        var tries = PinFlags.TriesOf(info, PinOwner.User);
        if (!info.Has(Ckf.UserPinInitialized))
            throw TokenRefusals.PinNotSet();
        if (tries == PinTries.None)
            throw TokenRefusals.PinLocked(PinOwner.User);
        using var pin = options.Pin();
        using var octets = new PinOctets(pin);
        if (refused.Is(octets, tries))
            throw TokenRefusals.PinIncorrect(PinOwner.User, tries, wasTried: false);
        if (tries == PinTries.Last)
            throw TokenRefusals.PinOnLastTry();
        PinFlags.RefuseLength(info, octets, PinOwner.User);
        try
        {
            LogIn(session, user, octets);
        }
        catch (CryptokiFailure failure) when (PinFlags.SaysWrong(failure.Value))
        {
            var left = PinFlags.TriesLeft(calls, slot, PinOwner.User);
            refused.Remember(octets, left ?? PinTries.All);
            throw TokenRefusals.Of(failure, TokenSlot.Described(options), PinOwner.User, left);
        }
    }

    private void LogIn(nuint session, Cku user, PinOctets pin)
    {
        try
        {
            calls.Login(session, user, pin.Octets);
        }
        catch (CryptokiFailure failure) when (failure.Value == CkRv.CKR_USER_ALREADY_LOGGED_IN && user == Cku.User)
        {
            // Another part of this process logged in; the login is shared.
        }
        catch (CryptokiFailure failure) when (failure.Value == CkRv.CKR_USER_ANOTHER_ALREADY_LOGGED_IN)
        {
            // An administrator's login that could not be ended would keep the user out until a restart. The PIN was not looked at.
            calls.Logout(session);
            calls.Login(session, user, pin.Octets);
        }
    }
}
