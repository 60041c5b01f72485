using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ScCa.Benchmarks.Ocsp;

/// <summary>One client that asks over and over: HTTP with as little of a client's own work as can be.</summary>
internal sealed class OcspAsker(int port, byte[] question, bool keepsAlive) : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LengthField = "content-length: "u8.ToArray();

    private readonly byte[] request = [.. Encoding.ASCII.GetBytes(
        $"POST /ocsp HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/ocsp-request\r\nContent-Length: {question.Length}\r\n\r\n"), .. question];

    private readonly byte[] buffer = new byte[16 * 1024];
    private Socket? socket;
    private int length;

    /// <summary>Becomes readable when something of the answer is there.</summary>
    public Socket Socket => socket ?? throw new InvalidOperationException("Nothing was asked.");

    public void Ask()
    {
        socket ??= Connect();
        length = 0;
        socket.Send(request);
    }

    /// <summary>Takes what has come: the answer's body, until the next is asked for, or null where more is to come.</summary>
    public ReadOnlyMemory<byte>? Receive()
    {
        var received = Socket.Receive(buffer.AsSpan(length));
        if (received == 0)
            throw new InvalidOperationException("The server hung up in the middle of an answer.");
        length += received;
        if (Body(length) is not { } body || body.Start + body.Length > length)
            return null;
        if (!keepsAlive)
            Dispose();
        return buffer.AsMemory(body.Start, body.Length);
    }

    public void Dispose()
    {
        socket?.Dispose();
        socket = null;
    }

    private Socket Connect()
    {
        var made = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        made.Connect(new IPEndPoint(IPAddress.Loopback, port));
        return made;
    }

    private (int Start, int Length)? Body(int received)
    {
        var head = buffer.AsSpan(0, received);
        var end = head.IndexOf(EndOfHead);
        if (end < 0)
            return null;
        head = head[..end];
        for (var at = 0; at <= head.Length - LengthField.Length; at++)
        {
            if (Ascii.EqualsIgnoreCase(head.Slice(at, LengthField.Length), LengthField)
                && Utf8Parser.TryParse(head[(at + LengthField.Length)..], out int body, out _))
            {
                return (end + EndOfHead.Length, body);
            }
        }

        throw new InvalidOperationException("The answer does not say how long it is.");
    }
}
