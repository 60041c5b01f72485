using System.Net;
using System.Net.Sockets;
using NodaTime;
using ScCa.Issuance.Timestamps;
using ScCa.Keys;
using ScCa.Pki.Certificates;
using ScCa.Pki.Timestamps;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary>A ceremony's timestamp authority on a free port of this machine; it can be made to answer as it should not.</summary>
internal sealed class LocalStampOffice : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly FileKey key;
    private readonly TimestampAuthority authority;
    private byte[]? earlier;

    public LocalStampOffice(HeldCeremony held)
    {
        key = FileKey.Open(held.Of("timestamp-sm2.key.pem"), HeldCeremony.Password);
        authority = new TimestampAuthority(
            new TimestampAuthorityOptions("2.999.1.1") { ClocksMin = 1 }, new Signer(key), PkiCertificate.FromFile(File.ReadAllBytes(held.Of("timestamp-sm2.crt")))[0], [],
            [new HeldClock(SystemClock.Instance, TimeSpan.FromMilliseconds(100))]);
        Address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Serve();
    }

    public enum Manner
    {
        Stamps,
        Rejects,
        AnswersAnEarlierQuestion,
        AnswersNonsense,
        Fails,
    }

    public string Address { get; }

    public Manner How { get; set; }

    public void Dispose()
    {
        listener.Close();
        key.Dispose();
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var answer = Answer(body.ToArray());
            context.Response.StatusCode = How == Manner.Fails ? 500 : 200;
            context.Response.ContentType = "application/timestamp-reply";
            await context.Response.OutputStream.WriteAsync(answer);
            context.Response.Close();
        }
    }

    private byte[] Answer(byte[] question)
    {
        var answer = authority.Answer(question).Encode();
        earlier ??= answer;
        return How switch
        {
            Manner.Rejects => TimestampResponse.Rejecting(TimestampFailures.TimeNotAvailable, "时钟不一致", "The clocks disagree.").Encode(),
            Manner.AnswersAnEarlierQuestion => earlier,
            Manner.AnswersNonsense => [1, 2, 3],
            _ => answer,
        };
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private sealed class Signer(FileKey key) : Pki.Algorithms.ISigner
    {
        public Pki.Algorithms.PublicKey PublicKey { get; } = Pki.Algorithms.PublicKey.From(key.SubjectPublicKeyInfo);

        public Pki.Algorithms.SignatureAlgorithm Algorithm => Pki.Algorithms.SignatureAlgorithm.For(PublicKey.Kind);

        public byte[] Sign(ReadOnlySpan<byte> data) => key.Sign(data);
    }
}
