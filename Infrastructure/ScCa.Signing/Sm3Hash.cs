using ScCa.Signing.Fast;

namespace ScCa.Signing;

/// <summary>SM3 over a message that comes in pieces. Not for use by several threads at once.</summary>
public sealed class Sm3Hash : IDisposable
{
    // Pinned, so that wiping reaches the only copy.
    private readonly Sm3State<UnrolledSm3>[] state = GC.AllocateUninitializedArray<Sm3State<UnrolledSm3>>(1, pinned: true);

    public Sm3Hash() => Reset();

    public void Append(ReadOnlySpan<byte> source) => state[0].Append(source);

    /// <summary>Writes the hash of all that was appended and starts anew.</summary>
    public void GetHashAndReset(Span<byte> destination)
    {
        Lengths.AtLeast(destination, Sm3.HashSizeInBytes);
        state[0].Finish(destination);
        Reset();
    }

    /// <summary>Writes the hash of what was appended so far; more may follow.</summary>
    public void GetCurrentHash(Span<byte> destination)
    {
        Lengths.AtLeast(destination, Sm3.HashSizeInBytes);
        var copy = state[0];
        copy.Finish(destination);
    }

    /// <summary>Forgets what was appended.</summary>
    public void Reset() => state[0] = Sm3State<UnrolledSm3>.Start();

    public void Dispose() => state[0].Clear();
}
