using System.Net;
using System.Net.Http.Headers;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>What relying parties get over HTTP, by the addresses that certificates name.</summary>
[Collection(HallCollection.Name)]
public sealed class AuthorityEndpointsTests(RunningHall hall)
{
    private static readonly HttpClient Client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_is_answered_to_POST_and_to_GET_and_the_answer_verifies()
    {
        var issuer = await CertificateOf("issuing-p256");
        var office = PkiCertificate.FromFile(await File.ReadAllBytesAsync(
            HierarchyFiles.CertificateFile(Path.Combine(hall.Data, "demo-ca"), CertificateRole.Ocsp, KeyAlgorithm.EcdsaP256), Cancellation))[0];
        var nonce = OcspNonce.New();
        var id = OcspCertificateId.Of(new OcspIssuer(issuer), office.SerialNumber, DigestAlgorithm.Sha256);

        var posted = await Post("/ocsp", new OcspRequestContent([id], nonce).Encode());
        Assert.Equal((HttpStatusCode.OK, "application/ocsp-response", "no-store"), Head(posted));
        var verified = OcspResponse.From(await Body(posted)).Verify(new OcspQuestion(issuer, office.SerialNumber, DateTimeOffset.UtcNow, nonce));
        Assert.Equal((OcspCheck.None, OcspStatusKind.Good), (verified.Failed, verified.Answer!.Status.Kind));

        var question = new OcspRequestContent([id]).Encode();
        foreach (var path in new[] { Uri.EscapeDataString(Convert.ToBase64String(question)), Convert.ToBase64String(question) })
        {
            var got = await Client.GetAsync(new Uri(hall.Address, $"/ocsp/{path}"), Cancellation);
            Assert.Equal((HttpStatusCode.OK, "application/ocsp-response"), (got.StatusCode, got.Content.Headers.ContentType!.MediaType));
            // RFC 5019 §6: without a nonce it may be kept until the next is due.
            Assert.True(got.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: > 0 and <= 3600 }, got.Headers.CacheControl?.ToString());
            Assert.Equal(OcspStatusKind.Good, OcspResponse.From(await Body(got)).Basic!.Answers.Single().Status.Kind);
        }
    }

    [Fact]
    public async Task Mistakes_are_answered_in_the_protocols_own_words()
    {
        foreach (var request in new byte[][] { [], [0x30], [1, 2, 3], new byte[64 * 1024] })
        {
            var answer = await Post("/ocsp", request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(OcspResponseStatus.MalformedRequest, OcspResponse.From(await Body(answer)).Status);
        }

        Assert.Equal(OcspResponseStatus.MalformedRequest, OcspResponse.From(await Body(await Client.GetAsync(new Uri(hall.Address, "/ocsp/no%20base64"), Cancellation))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post("/ocsp", new byte[64 * 1024 + 1])).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post("/timestamp", new byte[64 * 1024 + 1])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(hall.Address, "/ocspx"), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(hall.Address, "/crl/nobody.crl"), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(hall.Address, "/ca/nobody.cer"), Cancellation)).StatusCode);
        // A rejection, not an exception: RFC 3161 §2.4.2.
        var stamp = await Post("/timestamp", [1, 2, 3]);
        Assert.Equal((HttpStatusCode.OK, "application/timestamp-reply"), (stamp.StatusCode, stamp.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Questions_about_status_leave_no_line_in_the_log()
    {
        await Post("/ocsp", [1, 2, 3]);
        await Client.GetAsync(new Uri(hall.Address, "/ca/issuing-sm2.cer"), Cancellation);
        using var visitor = new Visitor(hall.Address);
        await visitor.Until("/health", "healthy");

        Assert.DoesNotContain("ocsp", hall.Output, StringComparison.OrdinalIgnoreCase);
    }

    private static (HttpStatusCode, string?, string?) Head(HttpResponseMessage answer) =>
        (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString());

    private static async Task<ReadOnlyMemory<byte>> Body(HttpResponseMessage answer) => await answer.Content.ReadAsByteArrayAsync(Cancellation);

    private async Task<PkiCertificate> CertificateOf(string name) => PkiCertificate.From(await Client.GetByteArrayAsync(new Uri(hall.Address, $"/ca/{name}.cer"), Cancellation));

    private Task<HttpResponseMessage> Post(string path, byte[] request) =>
        Client.PostAsync(new Uri(hall.Address, path), new ByteArrayContent(request) { Headers = { ContentType = new MediaTypeHeaderValue("application/ocsp-request") } }, Cancellation);
}
