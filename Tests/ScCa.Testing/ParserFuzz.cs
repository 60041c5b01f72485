using System.Diagnostics;
using System.Globalization;

namespace ScCa.Testing;

/// <summary>
/// Gives a parser changed samples (<see cref="DerMutations"/>) by the thousand. Whatever comes, it reads or refuses: any other exception, a flood of memory or a
/// parser that hangs fails, with the bytes that did it.
/// </summary>
/// <param name="Read">How many were read all the same.</param>
/// <param name="Refused">How many were refused.</param>
public sealed record ParserFuzz(int Read, int Refused)
{
    /// <summary>How many every run tries of one parser.</summary>
    public const int Usual = 10_000;

    /// <summary>How many the long set tries.</summary>
    public const int Long = 1_000_000;

    /// <summary>The seed that a failure printed: that one input again.</summary>
    public const string SeedVariable = "SCCA_SEED";

    // A reader keeps some hundred bytes for a few bytes of input; what a crafted input could ask for is thousands of times more.
    private const long AllocatedPerByteMax = 4096;
    private const long AllocatedMax = 1 << 20;

    // No figure of speed: what takes this long on any machine hangs.
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(20);

    /// <param name="read">Reads, and asks for whatever is only read when it is asked for.</param>
    /// <typeparam name="TRefused">The one exception that is allowed.</typeparam>
    public static ParserFuzz Run<TRefused>(IReadOnlyList<byte[]> samples, int count, Action<byte[]> read, int firstSeed = 0)
        where TRefused : Exception
    {
        var mutations = samples.Select(sample => new DerMutations(sample)).ToList();
        foreach (var sample in samples)
            read(sample);
        var result = new ParserFuzz(0, 0);
        var (first, tries) = Asked(firstSeed, count);
        for (var seed = first; seed < first + tries; seed++)
        {
            var input = mutations[seed % mutations.Count].Next(new Random(seed));
            result = Try<TRefused>(input, seed, read) ? result with { Read = result.Read + 1 } : result with { Refused = result.Refused + 1 };
        }

        return result;
    }

    private static bool Try<TRefused>(byte[] input, int seed, Action<byte[]> read)
        where TRefused : Exception
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        bool isRead;
        try
        {
            read(input);
            isRead = true;
        }
        catch (TRefused)
        {
            isRead = false;
        }
        catch (Exception e)
        {
            throw Failed(input, seed, $"it threw {e}", e);
        }

        var used = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (used > AllocatedMax + AllocatedPerByteMax * input.Length)
            throw Failed(input, seed, $"it took {used} bytes of memory for {input.Length}");
        return Stopwatch.GetElapsedTime(began) < Hangs ? isRead : throw Failed(input, seed, "it hung");
    }

    private static (int First, int Tries) Asked(int firstSeed, int count) =>
        Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } seed && int.TryParse(seed, CultureInfo.InvariantCulture, out var one) ? (one, 1) : (firstSeed, count);

    private static TestFailedException Failed(byte[] input, int seed, string what, Exception? inner = null) =>
        new($"{what}\n{SeedVariable}={seed}; the input:\n{Convert.ToHexString(input)}", inner!);
}
