using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using ScCa.Pki.Timestamps;

namespace ScCa.Issuance.Timestamps;

/// <summary>
/// A time server, asked by SNTP (RFC 4330). Between two answers time goes on by this machine's monotonic clock, whose drift counts against the accuracy; after an
/// hour without an answer there is no time from here. <b>Concurrency</b>: safe from any thread; one refresh at a time.
/// </summary>
public sealed class SntpClockSource(string host, int port = SntpClockSource.UsualPort) : IClockSource
{
    public const int UsualPort = 123;

    private const int MessageSize = 48;

    // No leap warning, version 4, client.
    private const byte Asking = 0x23;

    private const byte Server = 4;

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeptMax = TimeSpan.FromHours(1);

    // Ordinary quartz stays within 50 parts in a million; twice that is safe.
    private const double DriftMax = 100e-6;

    private static readonly DateTimeOffset Epoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private sealed record Measured(DateTimeOffset Time, long Ticks, TimeSpan Accuracy);

    private Measured? last;

    public string Name => host;

    public ClockReading? Read()
    {
        if (Volatile.Read(ref last) is not { } measured || Stopwatch.GetElapsedTime(measured.Ticks) is var since && since > KeptMax)
            return null;
        return new ClockReading(measured.Time + since, measured.Accuracy + (since * DriftMax));
    }

    /// <summary>Asks once. False where no answer came that can be believed; what was known before stays as it was.</summary>
    public async Task<bool> Refresh(CancellationToken cancellation)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        within.CancelAfter(AnswerWithin);
        try
        {
            using var socket = new UdpClient();
            socket.Connect(host, port);
            var question = new byte[MessageSize];
            question[0] = Asking;
            // RFC 4330 §5: the answer repeats it. Chance in place of our time: whoever does not see the question cannot answer it.
            RandomNumberGenerator.Fill(question.AsSpan(40, 8));
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(question, within.Token).ConfigureAwait(false);
            var answer = await socket.ReceiveAsync(within.Token).ConfigureAwait(false);
            var received = Stopwatch.GetTimestamp();
            if (Of(question, answer.Buffer, Stopwatch.GetElapsedTime(sent, received), received) is not { } measured)
                return false;
            Volatile.Write(ref last, measured);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Measured? Of(byte[] question, byte[] answer, TimeSpan roundTrip, long received)
    {
        // Mode server; stratum 0 tells to go away, 16 is not synchronised; leap 3 is an alarm.
        if (answer.Length < MessageSize || (answer[0] & 7) != Server || answer[0] >> 6 == 3 || answer[1] is 0 or > 15
            || !CryptographicOperations.FixedTimeEquals(answer.AsSpan(24, 8), question.AsSpan(40, 8)))
        {
            return null;
        }

        var (at, left) = (TimeOf(answer.AsSpan(32, 8)), TimeOf(answer.AsSpan(40, 8)));
        var way = roundTrip - (left - at);
        if (way < TimeSpan.Zero || left < at)
            return null;
        // Half of the way is the best guess, and as wrong as the other half at most; then what the server says of itself.
        return new Measured(left + (way / 2), received, (way / 2) + Seconds(answer.AsSpan(4, 4)) / 2 + Seconds(answer.AsSpan(8, 4)));
    }

    private static DateTimeOffset TimeOf(ReadOnlySpan<byte> octets)
    {
        var seconds = BinaryPrimitives.ReadUInt32BigEndian(octets);
        var fraction = BinaryPrimitives.ReadUInt32BigEndian(octets[4..]);
        // RFC 4330 §3: with the top bit clear it is the era that begins in 2036.
        var era = seconds >= 0x8000_0000 ? 0L : 1L << 32;
        return Epoch.AddSeconds(era + seconds).AddTicks((long)(fraction * (double)TimeSpan.TicksPerSecond / (1L << 32)));
    }

    private static TimeSpan Seconds(ReadOnlySpan<byte> fixedPoint) => TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt32BigEndian(fixedPoint) / 65536.0);
}
