using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using ScCa.Pki.Timestamps;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>The host with <c>--status-only</c>: it answers relying parties out of a folder from which every secret it has no use for was taken away.</summary>
public sealed class StatusPointTests(StatusPointTests.EndedHall hall) : IClassFixture<StatusPointTests.EndedHall>
{
    private static readonly string[] TakenAway = ["master.key", "vault.db", "vault.db-wal", "vault.db-shm", "web-keys", "stand-ins", "materials", "worker.lock"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_relying_parties_without_any_other_key_or_secret_and_has_no_pages()
    {
        var (point, address) = await Answering();
        await using (point)
        {
            using var client = new HttpClient { BaseAddress = address };
            await AnswersStatus(client, point.Data);
            foreach (var file in new[] { "/ca/issuing-sm2.cer", "/crl/issuing-sm2.crl", "/crl/root-sm2.crl", "/metrics" })
                Assert.Equal((file, HttpStatusCode.OK), (file, (await Get(client, file)).StatusCode));
            using var health = JsonDocument.Parse(await client.GetStringAsync(new Uri("/health", UriKind.Relative), Cancellation));
            Assert.Equal("healthy", health.RootElement.GetProperty("status").GetString());
            foreach (var page in new[] { "/", "/login", "/help", "/staff", "/demo", "/crl/nobody.crl", "/ocspx" })
                Assert.Equal((page, HttpStatusCode.NotFound), (page, (await Get(client, page)).StatusCode));
            Assert.Contains("答", point.Errors, StringComparison.Ordinal);
            Assert.Contains("nothing in it is real", point.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_stamps_time_and_answers_many_at_once()
    {
        var (point, address) = await Answering();
        await using (point)
        {
            using var client = new HttpClient { BaseAddress = address };
            await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
            {
                if (i % 4 == 0)
                    await Stamps(client);
                else
                    await AnswersStatus(client, point.Data);
            }));
        }
    }

    [Fact]
    public async Task Where_there_is_nothing_to_answer_from_it_says_what_is_missing()
    {
        var folder = HallProcess.NewFolder();
        var (data, real) = (Path.Combine(folder, "data"), Path.Combine(folder, "real"));
        Bare(hall.Data, data);
        Bare(hall.Data, real);
        File.Delete(Path.Combine(real, "DEMO"));

        foreach (var (folderName, demo, code, said) in new[]
                 {
                     ("nowhere", false, "ST9", "no history"), ("nowhere", true, "ST9", "no history"), ("data", false, "ST7", "belongs to a demonstration"),
                     ("real", true, "ST8", "real business"), ("real", false, "ST3", "Authority:Folder"),
                 })
        {
            var apart = HallProcess.NewFolder();
            string[] args = ["--status-only", "--port", "0", "--data", Path.Combine(folder, folderName)];
            var (exitCode, _, errors) = await HallProcess.Run(apart, Cancellation, demo ? [.. args, "--demo"] : args);

            Assert.Equal((folderName, demo, 2), (folderName, demo, exitCode));
            Assert.Contains(code + " ", errors, StringComparison.Ordinal);
            Assert.Contains(said, errors, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    private Task<(HallProcess Point, Uri Address)> Answering()
    {
        var folder = HallProcess.NewFolder();
        var data = Path.Combine(folder, "data");
        Bare(hall.Data, data);
        return HallProcess.Start(folder, HallProcess.Nothing, Cancellation, "--demo", "--status-only", "--data", data);
    }

    private static async Task AnswersStatus(HttpClient client, string data)
    {
        var issuer = PkiCertificate.From(await client.GetByteArrayAsync(new Uri("/ca/issuing-p256.cer", UriKind.Relative), Cancellation));
        var office = PkiCertificate.FromFile(await File.ReadAllBytesAsync(
            HierarchyFiles.CertificateFile(Path.Combine(data, "demo-ca"), CertificateRole.Ocsp, KeyAlgorithm.EcdsaP256), Cancellation))[0];
        var nonce = OcspNonce.New();
        var request = new OcspRequestContent([OcspCertificateId.Of(new OcspIssuer(issuer), office.SerialNumber, DigestAlgorithm.Sha256)], nonce).Encode();
        var answer = OcspResponse.From(await Post(client, "/ocsp", "application/ocsp-request", request));
        var verified = answer.Verify(new OcspQuestion(issuer, office.SerialNumber, DateTimeOffset.UtcNow, nonce));
        Assert.Equal(OcspCheck.None, verified.Failed);
        Assert.Equal(OcspStatusKind.Good, verified.Answer!.Status.Kind);
    }

    private static async Task Stamps(HttpClient client)
    {
        var request = TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sha256, "stamped"u8)).Encode();
        Assert.True(TimestampResponse.From(await Post(client, "/timestamp", "application/timestamp-query", request)).IsGranted);
    }

    private static async Task<ReadOnlyMemory<byte>> Post(HttpClient client, string path, string type, byte[] request)
    {
        using var body = new ByteArrayContent(request) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        var answer = await client.PostAsync(new Uri(path, UriKind.Relative), body, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private static Task<HttpResponseMessage> Get(HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

    // Of the authority's keys only those that answer.
    private static void Bare(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, file);
            if (TakenAway.Contains(name.Split(Path.DirectorySeparatorChar)[0]) || (name.EndsWith(".key.pem", StringComparison.Ordinal) && !IsAnswering(name)))
                continue;
            var copy = Path.Combine(to, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The folder of a demonstration that has issued its lists and was killed.</summary>
    public sealed class EndedHall : IAsyncLifetime
    {
        private HallProcess? hall;

        public string Data => hall!.Data;

        public async ValueTask InitializeAsync()
        {
            (hall, var address) = await HallProcess.StartDemo(Cancellation);
            using var client = new HttpClient { BaseAddress = address };
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            while (!(await client.GetAsync(new Uri("/crl/issuing-sm2.crl", UriKind.Relative), patience.Token)).IsSuccessStatusCode)
                await Task.Delay(100, patience.Token);
            await hall.Kill();
        }

        public async ValueTask DisposeAsync()
        {
            if (hall is not null)
                await hall.DisposeAsync();
        }
    }

    private static bool IsAnswering(string name) => Path.GetFileName(name) is var file
        && (file.StartsWith("ocsp", StringComparison.Ordinal) || file.StartsWith("timestamp", StringComparison.Ordinal));
}
