namespace ScCa.Application.Tests.Privacy;

/// <summary>A crash at one of the changes that are made: "failed, not written" or "failed, but written".</summary>
internal sealed class Faults(int at, bool isWritten)
{
    private int left = at;

    public static Faults None => new(int.MaxValue, isWritten: false);

    public bool HasStruck { get; private set; }

    public void Around(Action change)
    {
        var strikes = Interlocked.Decrement(ref left) < 0;
        if (!strikes || isWritten)
            change();
        if (strikes)
            Strike();
    }

    public async ValueTask<T> Around<T>(Func<ValueTask<T>> change)
    {
        var strikes = Interlocked.Decrement(ref left) < 0;
        var result = !strikes || isWritten ? await change() : default!;
        if (strikes)
            Strike();
        return result;
    }

    private void Strike()
    {
        HasStruck = true;
        throw new IOException("A planted fault.");
    }
}
