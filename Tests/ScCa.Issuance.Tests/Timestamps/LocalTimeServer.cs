using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ScCa.Issuance.Tests.Timestamps;

/// <summary>A time server on a free port of this machine, which answers as it is told.</summary>
internal sealed class LocalTimeServer : IAsyncDisposable
{
    private static readonly DateTimeOffset Epoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource ending = new();
    private readonly Func<byte[], byte[]?> answer;
    private readonly Task serving;

    public LocalTimeServer(Func<byte[], byte[]?> answer)
    {
        this.answer = answer;
        serving = Serve();
    }

    public int Port => ((IPEndPoint)socket.Client.LocalEndPoint!).Port;

    /// <summary>RFC 4330 §5: what a server that is right answers at a time.</summary>
    public static byte[] Right(byte[] question, DateTimeOffset time)
    {
        var answer = new byte[48];
        (answer[0], answer[1]) = (0x24, 2);
        // A root delay and a dispersion of a millisecond each.
        BinaryPrimitives.WriteUInt32BigEndian(answer.AsSpan(4), 65);
        BinaryPrimitives.WriteUInt32BigEndian(answer.AsSpan(8), 65);
        question.AsSpan(40, 8).CopyTo(answer.AsSpan(24));
        Write(answer.AsSpan(32), time);
        Write(answer.AsSpan(40), time);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await serving;
        socket.Dispose();
        ending.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var question = await socket.ReceiveAsync(ending.Token);
                if (answer(question.Buffer) is { } said)
                    await socket.SendAsync(said, question.RemoteEndPoint, ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static void Write(Span<byte> octets, DateTimeOffset time)
    {
        var since = time - Epoch;
        BinaryPrimitives.WriteUInt32BigEndian(octets, (uint)(since.Ticks / TimeSpan.TicksPerSecond));
        BinaryPrimitives.WriteUInt32BigEndian(octets[4..], (uint)((since.Ticks % TimeSpan.TicksPerSecond) * (1L << 32) / TimeSpan.TicksPerSecond));
    }
}
