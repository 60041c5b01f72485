using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>What goes wrong in the wrapping module, and what it has seen.</summary>
internal static class Faults
{
    private static readonly Lock Gate = new();

    private static string? call;

    private static CkRv value;

    private static bool isDone;

    private static int left;

    private static int fired;

    private static Dictionary<string, int> seen = [];

    private static (string Call, ManualResetEventSlim Entered, ManualResetEventSlim Leave)? held;

    /// <summary>How often the fault was injected.</summary>
    public static int Fired => Volatile.Read(ref fired);

    /// <summary>The call answers with the error, so many times; done: after doing what it was asked for.</summary>
    public static void Inject(string function, CkRv error, bool done = false, int times = 1)
    {
        lock (Gate)
            (call, value, isDone, left, fired) = (function, error, done, times, 0);
    }

    /// <summary>The next such call says that it was entered, and waits.</summary>
    public static void Hold(string function, ManualResetEventSlim entered, ManualResetEventSlim leave)
    {
        lock (Gate)
            held = (function, entered, leave);
    }

    public static void Heal()
    {
        lock (Gate)
            call = null;
    }

    public static int Calls(string function)
    {
        lock (Gate)
            return seen.GetValueOrDefault(function);
    }

    public static void ForgetCalls()
    {
        lock (Gate)
            seen = [];
    }

    /// <summary>What the call answers instead of being made.</summary>
    public static nuint? Before(string function)
    {
        Wait(function);
        lock (Gate)
        {
            seen[function] = seen.GetValueOrDefault(function) + 1;
            return isDone ? null : Taken(function);
        }
    }

    /// <summary>What the call answers after it was made.</summary>
    public static nuint After(string function, nuint answer)
    {
        lock (Gate)
            return isDone && Taken(function) is { } injected ? injected : answer;
    }

    private static void Wait(string function)
    {
        (string Call, ManualResetEventSlim Entered, ManualResetEventSlim Leave) mine;
        lock (Gate)
        {
            if (held is not { } waiting || waiting.Call != function)
                return;
            mine = waiting;
            held = null;
        }

        mine.Entered.Set();
        mine.Leave.Wait();
    }

    private static nuint? Taken(string function)
    {
        if (call != function || left == 0)
            return null;
        left--;
        fired++;
        return (nuint)value;
    }
}
