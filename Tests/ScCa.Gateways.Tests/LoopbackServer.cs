using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ScCa.Gateways.Tests;

/// <summary>A request as it came over the wire.</summary>
internal sealed record ReceivedRequest(string Line, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>
/// Speaks HTTP over a loopback socket of its own, octet by octet as the test says: also what no decent server would send. An answer of null keeps the caller
/// waiting; an empty one hangs up.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    private readonly CancellationTokenSource stopping = new();

    private readonly Func<ReceivedRequest, byte[]?> answer;

    private readonly List<ReceivedRequest> received = [];

    private readonly Task accepting;

    public LoopbackServer(Func<ReceivedRequest, byte[]?> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = Accept();
    }

    public Uri Url(string pathAndQuery) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}{pathAndQuery}");

    public IReadOnlyList<ReceivedRequest> Received
    {
        get
        {
            lock (received)
                return [.. received];
        }
    }

    public static byte[] Answer(int status, string body, params ReadOnlySpan<(string Name, string Value)> headers) => Answer(status, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Answer(int status, byte[] body, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var head = new StringBuilder($"HTTP/1.1 {status} Answer\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n");
        foreach (var (name, value) in headers)
            head.Append($"{name}: {value}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task Accept()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(Serve(await listener.AcceptTcpClientAsync(stopping.Token)));
        }
        catch (Exception reason) when (stopping.IsCancellationRequested && reason is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await Read(stream) is not { } request)
                    return;
                lock (received)
                    received.Add(request);
                if (answer(request) is { } bytes)
                    await stream.WriteAsync(bytes, stopping.Token);
                else
                    await Task.Delay(Timeout.Infinite, stopping.Token);
            }
            catch (Exception reason) when (reason is IOException or OperationCanceledException)
            {
                // The caller hung up, as some of these tests want it to.
            }
        }
    }

    private async Task<ReceivedRequest?> Read(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, stopping.Token) == 0)
                return null;
            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body, stopping.Token);
        return new ReceivedRequest(lines[0], headers, body);
    }
}
