using System.Security.Cryptography;
using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>
/// A PKCS#11 token: a USB key or a hardware module. It may be taken out and put back, its module may fail and its sessions may go: the next operation finds
/// everything again. <b>Concurrency</b>: safe from any thread; as many operations at once as there are sessions, the others wait.
/// </summary>
public sealed class Token : IDisposable
{
    private const int KeyIdOctets = 16;

    private readonly TokenLine line;

    private readonly TokenOptions options;

    private Token(TokenLine line, TokenOptions options)
    {
        this.line = line;
        this.options = options;
    }

    /// <summary>Loads the module and finds the token; nobody is logged in yet.</summary>
    /// <exception cref="TokenRefusedException">The module cannot be used, or the token is not there.</exception>
    public static Token Open(TokenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Open(CryptokiModule.Load(options.ModuleFile), options);
    }

    internal static Token Open(CryptokiModule module, TokenOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SessionsMax, 1);
        try
        {
            module.Enter();
        }
        catch (CryptokiFailure failure)
        {
            throw TokenRefusals.Of(failure, TokenSlot.Described(options));
        }

        var token = new Token(new TokenLine(module, options), options);
        try
        {
            token.Info();
            return token;
        }
        catch
        {
            token.Dispose();
            throw;
        }
    }

    /// <summary>What the token says of itself, its PINs among it. Asks for no PIN.</summary>
    /// <exception cref="TokenRefusedException">The token is not there, or failed.</exception>
    public TokenInfo Info() => line.Ask((calls, slot) =>
    {
        var info = calls.TokenInfo(slot);
        return new TokenInfo(
            info.Label.ToString(), info.SerialNumber.ToString(), info.Manufacturer.ToString(), info.Model.ToString(), info.Firmware.ToString(),
            PinFlags.TriesOf(info, PinOwner.User), PinFlags.TriesOf(info, PinOwner.Administrator), info.Has(Ckf.UserPinInitialized),
            info.Has(Ckf.UserPinToBeChanged), (int)Math.Min(info.PinLengthMin, int.MaxValue), (int)Math.Min(info.PinLengthMax, int.MaxValue));
    });

    /// <summary>The holder of a key in this token; it needs the token for as long as it signs.</summary>
    /// <exception cref="TokenRefusedException">There is no such key, it must not be used, or the token refused otherwise.</exception>
    public TokenKey Key(TokenKeyAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return line.Use((connection, session) => TokenKeyReading.Read(line, connection, session, address, options.Sm2));
    }

    /// <summary>Makes a key pair inside the token, whose private key never leaves it; never over another one.</summary>
    /// <exception cref="TokenRefusedException">There is a key of that label, the token cannot make such keys, or it refused otherwise.</exception>
    public TokenKey Generate(KeyAlgorithm algorithm, string label)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentException.ThrowIfNullOrEmpty(label);
        var making = KeyMaking.Of(algorithm, options.Sm2);
        var id = RandomNumberGenerator.GetBytes(KeyIdOctets);
        line.Use((connection, session) =>
        {
            // Searched for in every attempt: an attempt that failed may have made the key.
            if (TokenObjects.IsThere(connection.Calls, session, TokenKeyAddress.Of(label, null)))
                throw TokenRefusals.KeyAlreadyThere(TokenKeyAddress.Of(label, null));
            connection.Calls.GenerateKeyPair(session, making.Mechanism, making.PublicKey(label, id), making.PrivateKey(label, id));
            return 0;
        });
        return Key(TokenKeyAddress.Of(label, Convert.ToHexStringLower(id)));
    }

    /// <summary>Tries the user's PIN, once, because a person asks for it: also on the last try. The right one restores the tries.</summary>
    /// <exception cref="TokenRefusedException">The PIN is wrong or locked, or the token refused otherwise.</exception>
    public void VerifyPin(Password pin) => OfUser(pin, (calls, session, octets) => calls.Login(session, Cku.User, octets.Octets));

    /// <summary>Changes the user's PIN by the present one.</summary>
    /// <exception cref="TokenRefusedException">The present PIN is wrong or locked, or the token does not take the next one.</exception>
    public void ChangePin(Password present, Password next)
    {
        ArgumentNullException.ThrowIfNull(next);
        using var octets = new PinOctets(next);
        OfUser(present, (calls, session, old) => SetPin(calls, session, old, octets), octets);
    }

    /// <summary>
    /// Sets the user's PIN by the administrator's: the first one, or another where it was forgotten or locked (C11). The tries are restored; the token stays
    /// inserted, and nothing is restarted.
    /// </summary>
    /// <exception cref="TokenRefusedException">The administrator's PIN is wrong or locked, or the token does not take the user's.</exception>
    public void ResetPin(Password administratorPin, Password next)
    {
        ArgumentNullException.ThrowIfNull(administratorPin);
        ArgumentNullException.ThrowIfNull(next);
        using var administrator = new PinOctets(administratorPin);
        using var octets = new PinOctets(next);
        line.UseAlone((calls, slot, session) =>
        {
            PinFlags.RefuseLength(calls.TokenInfo(slot), octets, PinOwner.User);
            AsAdministrator(calls, slot, session, administrator);
            calls.InitPin(session, octets.Octets);
        });
        line.Refused.Forget();
    }

    /// <summary>Changes the administrator's PIN by the present one.</summary>
    /// <exception cref="TokenRefusedException">The present PIN is wrong or locked, or the token does not take the next one.</exception>
    public void ChangeAdministratorPin(Password present, Password next)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(next);
        using var old = new PinOctets(present);
        using var octets = new PinOctets(next);
        line.UseAlone((calls, slot, session) =>
        {
            PinFlags.RefuseLength(calls.TokenInfo(slot), octets, PinOwner.Administrator);
            AsAdministrator(calls, slot, session, old);
            SetPin(calls, session, old, octets);
        });
    }

    /// <summary>Waits for what is under way, closes the sessions, and finalises the module where nobody else uses it.</summary>
    public void Dispose() => line.Dispose();

    public override string ToString() => line.Token;

    private void OfUser(Password pin, Action<CryptokiCalls, nuint, PinOctets> operation, PinOctets? next = null)
    {
        ArgumentNullException.ThrowIfNull(pin);
        using var octets = new PinOctets(pin);
        line.UseAlone((calls, slot, session) =>
        {
            if (next is not null)
                PinFlags.RefuseLength(calls.TokenInfo(slot), next, PinOwner.User);
            Judged(calls, slot, PinOwner.User, octets, () => operation(calls, session, octets));
        });
        line.Refused.Forget();
    }

    // Whether the PIN was changed before it failed nobody knows: with the present one again, a try would be lost on a PIN that is no more.
    private void SetPin(CryptokiCalls calls, nuint session, PinOctets present, PinOctets next)
    {
        try
        {
            calls.SetPin(session, present.Octets, next.Octets);
        }
        catch (CryptokiFailure failure) when (RemedyBook.For(failure.Value) != Remedy.None)
        {
            throw TokenRefusals.Of(failure, line.Token);
        }
    }

    private void AsAdministrator(CryptokiCalls calls, nuint slot, nuint session, PinOctets pin) =>
        Judged(calls, slot, PinOwner.Administrator, pin, () => calls.Login(session, Cku.SecurityOfficer, pin.Octets));

    private void Judged(CryptokiCalls calls, nuint slot, PinOwner owner, PinOctets pin, Action operation)
    {
        try
        {
            operation();
        }
        catch (CryptokiFailure failure) when (PinFlags.SaysWrong(failure.Value))
        {
            var left = PinFlags.TriesLeft(calls, slot, owner);
            // What a person has tried in vain, the program must not try again.
            if (owner == PinOwner.User && failure.Value is CkRv.CKR_PIN_INCORRECT or CkRv.CKR_PIN_LOCKED)
                line.Refused.Remember(pin, left ?? PinTries.All);
            throw TokenRefusals.Of(failure, line.Token, owner, left);
        }
    }
}
