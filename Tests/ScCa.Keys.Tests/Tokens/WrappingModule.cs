using System.Runtime.InteropServices;
using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>
/// A PKCS#11 module around another one: counts wrong PINs and locks, lets the token be taken out, has any call fail (<see cref="Faults"/>), and lies about
/// lengths. Functions of a list know no object, so there is one.
/// </summary>
internal static unsafe partial class WrappingModule
{
    public const int TriesMax = 3;

    private static readonly CkFunctionList* Outer = (CkFunctionList*)NativeMemory.AllocZeroed((nuint)sizeof(CkFunctionList));

    private static readonly ReaderWriterLockSlim Underneath = new(LockRecursionPolicy.SupportsRecursion);

    private static CkFunctionList* inner;

    private static int wrongUserPins;

    private static int wrongAdministratorPins;

    private static int sessions;

    private static int sessionsMost;

    private static Cku? loggedIn;

    private static bool isOut;

    /// <summary>Whether the token shows in its flags that tries are used up; some do not.</summary>
    public static bool ShowsTries { get; set; }

    /// <summary>At most so many sessions; then CKR_SESSION_COUNT.</summary>
    public static int SessionsMax { get; set; }

    /// <summary>The call whose answer claims an absurd length.</summary>
    public static string? LyingCall { get; set; }

    /// <summary>Whether a bit of every signature is turned over.</summary>
    public static bool SpoilsSignatures { get; set; }

    public static int WrongUserPins => Volatile.Read(ref wrongUserPins);

    public static int SessionsMost => Volatile.Read(ref sessionsMost);

    /// <summary>The module's function list around another's; everything is as new.</summary>
    public static nint Around(nint functionList)
    {
        inner = (CkFunctionList*)functionList;
        *Outer = *inner;
        Wrap();
        Faults.Heal();
        Faults.ForgetCalls();
        (wrongUserPins, wrongAdministratorPins, sessions, sessionsMost, loggedIn, isOut) = (0, 0, 0, 0, null, false);
        (ShowsTries, SessionsMax, LyingCall, SpoilsSignatures) = (true, int.MaxValue, null, false);
        return (nint)Outer;
    }

    /// <summary>The list as it stands, around the same module.</summary>
    public static nint Again() => (nint)Outer;

    /// <summary>Takes a function out of the list.</summary>
    /// <returns>What puts it back.</returns>
    public static Action Remove(string function)
    {
        var offset = (int)Marshal.OffsetOf<CkFunctionList>(function);
        var address = *(nint*)((byte*)Outer + offset);
        *(nint*)((byte*)Outer + offset) = 0;
        return () => *(nint*)((byte*)Outer + offset) = address;
    }

    /// <summary>Sessions and logins go with the token, as the standard has it.</summary>
    public static void TakeOut() => WhileNothingIsCalled(() =>
    {
        CloseAllSessions();
        isOut = true;
    });

    public static void PutBack() => WhileNothingIsCalled(() => isOut = false);

    public static void CloseAllSessions() => WhileNothingIsCalled(() =>
    {
        foreach (var slot in Slots())
            ((delegate* unmanaged[Cdecl]<nuint, nuint>)inner->CloseAllSessions)(slot);
        sessions = 0;
        loggedIn = null;
    });

    /// <summary>Somebody else in the process finalises the module.</summary>
    public static void FinaliseUnderneath() => WhileNothingIsCalled(() =>
    {
        ((delegate* unmanaged[Cdecl]<nint, nuint>)inner->Finalize)(0);
        sessions = 0;
        loggedIn = null;
    });

    /// <summary>Somebody else in the process stays logged in as administrator, in a session that is never closed.</summary>
    public static void LogInAsAdministratorUnderneath(string pin) => WhileNothingIsCalled(() =>
    {
        CloseAllSessions();
        var octets = System.Text.Encoding.ASCII.GetBytes(pin);
        foreach (var slot in Slots())
        {
            nuint session = 0;
            ((delegate* unmanaged[Cdecl]<nuint, nuint, nint, nint, nuint*, nuint>)inner->OpenSession)(slot, Ckf.RwSession | Ckf.SerialSession, 0, 0, &session);
            fixed (byte* first = octets)
                ((delegate* unmanaged[Cdecl]<nuint, nuint, byte*, nuint, nuint>)inner->Login)(session, (nuint)Cku.SecurityOfficer, first, (nuint)octets.Length);
        }
    });

    /// <summary>Somebody else in the process logs out.</summary>
    public static void LogOutUnderneath() => WhileNothingIsCalled(() =>
    {
        foreach (var slot in Slots())
        {
            nuint session = 0;
            if (((delegate* unmanaged[Cdecl]<nuint, nuint, nint, nint, nuint*, nuint>)inner->OpenSession)(
                slot, Ckf.RwSession | Ckf.SerialSession, 0, 0, &session) != 0)
                continue;
            ((delegate* unmanaged[Cdecl]<nuint, nuint>)inner->Logout)(session);
            ((delegate* unmanaged[Cdecl]<nuint, nuint>)inner->CloseSession)(session);
        }

        loggedIn = null;
    });

    /// <summary>Somebody enters the right PIN in another program: the token counts from the beginning.</summary>
    public static void ConfirmPinElsewhere() => wrongUserPins = 0;

    // SoftHSM frees a session that is closed while a call is made through it; a device's module would not. So what happens underneath waits for the calls.
    private static nuint Make(string call, Absence absence, Func<nuint> make)
    {
        if (Faults.Before(call) is { } injected)
            return injected;
        Underneath.EnterReadLock();
        try
        {
            return isOut && absence != Absence.IsNoMatter
                ? (nuint)(absence == Absence.IsOfSlot ? CkRv.CKR_TOKEN_NOT_PRESENT : CkRv.CKR_DEVICE_REMOVED)
                : Faults.After(call, make());
        }
        finally
        {
            Underneath.ExitReadLock();
        }
    }

    private static nuint[] Slots() => new CryptokiCalls((nint)inner).Slots();

    private static void WhileNothingIsCalled(Action action)
    {
        Underneath.EnterWriteLock();
        try
        {
            action();
        }
        finally
        {
            Underneath.ExitWriteLock();
        }
    }

    private static nuint Judge(Cku user, Func<nuint> check)
    {
        ref var wrong = ref user == Cku.SecurityOfficer ? ref wrongAdministratorPins : ref wrongUserPins;
        if (wrong >= TriesMax)
            return (nuint)CkRv.CKR_PIN_LOCKED;
        var answer = check();
        wrong = (CkRv)answer switch
        {
            CkRv.CKR_PIN_INCORRECT => wrong + 1,
            CkRv.CKR_OK => 0,
            _ => wrong,
        };
        return answer;
    }

    // SoftHSM shows that a wrong PIN was entered, but counts none: the count here is the only one.
    private const uint AllTriesFlags = Ckf.UserPinCountLow | Ckf.UserPinFinalTry | Ckf.UserPinLocked | Ckf.SoPinCountLow | Ckf.SoPinFinalTry | Ckf.SoPinLocked;

    private static nuint TriesFlags()
    {
        if (!ShowsTries)
            return 0;
        nuint Flags(int wrong, uint fewer, uint last, uint locked) => wrong switch
        {
            0 => 0,
            >= TriesMax => fewer | locked,
            TriesMax - 1 => fewer | last,
            _ => fewer,
        };
        return Flags(wrongUserPins, Ckf.UserPinCountLow, Ckf.UserPinFinalTry, Ckf.UserPinLocked)
            | Flags(wrongAdministratorPins, Ckf.SoPinCountLow, Ckf.SoPinFinalTry, Ckf.SoPinLocked);
    }

    private enum Absence
    {
        IsOfSession,

        IsOfSlot,

        IsNoMatter,
    }

    private static void Lie(string call, nuint* length)
    {
        if (LyingCall == call && length != null)
            *length = nuint.MaxValue / 2;
    }
}
