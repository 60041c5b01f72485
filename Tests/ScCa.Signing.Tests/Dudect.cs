using System.Diagnostics;

namespace ScCa.Signing.Tests;

/// <summary>
/// Whether an operation's time tells a fixed secret from random ones (Reparaz, Balasch, Verbauwhede: "dude, is my code constant time?"):
/// Welch's t over times of both classes, taken in random alternation, with the slowest cut off as noise.
/// </summary>
internal static class Dudect
{
    /// <summary>Below: no difference was found.</summary>
    public const double NoDifference = 4.5;

    /// <summary>Above: a leak is found for certain.</summary>
    public const double Leak = 10;

    private const int WarmUp = 20_000;

    /// <summary>The |t| of so many samples. The operation is given a buffer that holds its secret, always the same buffer.</summary>
    public static double Measure(int secretBytes, int samples, Action<byte[]> operation)
    {
        var random = new Random(1);
        var secret = new byte[secretBytes];
        var fixedSecret = new byte[secretBytes];
        random.NextBytes(fixedSecret);
        fixedSecret[0] = secretBytes == 32 ? (byte)0x01 : (byte)0;
        // Prepared in blocks, so that nothing of the preparation lies between two samples but a copy.
        const int Block = 4096;
        var secrets = new byte[Block * secretBytes];
        var classes = new byte[Block];
        var times = new double[samples];
        var labels = new byte[samples];
        var taken = -WarmUp;
        while (taken < samples)
        {
            random.NextBytes(secrets);
            random.NextBytes(classes);
            for (var i = 0; i < Block; i++)
            {
                classes[i] &= 1;
                if (classes[i] == 0)
                    fixedSecret.CopyTo(secrets, i * secretBytes);
                else if (secretBytes == 32)
                    secrets[i * secretBytes] &= 0x7F;
            }

            for (var i = 0; i < Block && taken < samples; i++, taken++)
            {
                Buffer.BlockCopy(secrets, i * secretBytes, secret, 0, secretBytes);
                var began = Stopwatch.GetTimestamp();
                operation(secret);
                var ended = Stopwatch.GetTimestamp();
                if (taken >= 0)
                    (times[taken], labels[taken]) = (ended - began, classes[i]);
            }
        }

        return new[] { 0.50, 0.80, 0.95 }.Max(kept => Welch(times, labels, Quantile(times, kept)));
    }

    /// <summary>The best of three: noise comes and goes, a leak stays.</summary>
    public static double BestOfThree(int secretBytes, int samples, Action<byte[]> operation)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3 && best >= NoDifference; i++)
            best = Math.Min(best, Measure(secretBytes, samples, operation));
        return best;
    }

    private static double Quantile(double[] times, double part)
    {
        var sorted = times.ToArray();
        Array.Sort(sorted);
        return sorted[(int)((sorted.Length - 1) * part)];
    }

    private static double Welch(double[] times, byte[] labels, double longest)
    {
        Span<double> count = stackalloc double[2];
        Span<double> mean = stackalloc double[2];
        Span<double> squares = stackalloc double[2];
        count.Clear();
        mean.Clear();
        squares.Clear();
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] > longest)
                continue;
            int label = labels[i];
            count[label]++;
            var delta = times[i] - mean[label];
            mean[label] += delta / count[label];
            squares[label] += delta * (times[i] - mean[label]);
        }

        var variance = (squares[0] / (count[0] - 1) / count[0]) + (squares[1] / (count[1] - 1) / count[1]);
        return variance == 0 ? 0 : Math.Abs(mean[0] - mean[1]) / Math.Sqrt(variance);
    }
}
