using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ScCa.EndToEnd.Tests.Console;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using ScCa.Pki.Timestamps;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>The host with <c>--status-only</c> over a real data folder and a ceremony's folder.</summary>
[Collection(nameof(HeldCeremony))]
public sealed class RealStatusPointTests(HeldCeremony held)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_for_a_real_authority_whose_issuing_keys_are_elsewhere()
    {
        var data = await RealData("answering");
        var folder = held.Copy();
        foreach (var key in Directory.EnumerateFiles(folder, "*.key.pem").Where(file => !Path.GetFileName(file).StartsWith("ocsp", StringComparison.Ordinal)))
            File.Delete(key);
        var (point, address) = await HallProcess.Start(HallProcess.NewFolder(), Authority(folder), Cancellation, "--status-only", "--data", data);
        await using (point)
        {
            using var client = new HttpClient { BaseAddress = address };
            var issuer = PkiCertificate.From(await client.GetByteArrayAsync(new Uri("/ca/issuing-p256.cer", UriKind.Relative), Cancellation));
            var office = PkiCertificate.FromFile(await File.ReadAllBytesAsync(held.Of("ocsp-p256.crt"), Cancellation))[0];
            var request = new OcspRequestContent([OcspCertificateId.Of(new OcspIssuer(issuer), office.SerialNumber, DigestAlgorithm.Sha256)]).Encode();
            var verified = OcspResponse.From(await Post(client, "/ocsp", request)).Verify(new OcspQuestion(issuer, office.SerialNumber, DateTimeOffset.UtcNow, default));
            Assert.Equal(OcspCheck.None, verified.Failed);
            Assert.Equal(OcspStatusKind.Good, verified.Answer!.Status.Kind);
            // No policy of timestamps is configured, and their key is gone.
            var stamp = TimestampResponse.From(await Post(client, "/timestamp", TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sha256, "x"u8)).Encode()));
            Assert.Equal((false, TimestampStatus.Rejection), (stamp.IsGranted, stamp.Status));
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/staff", UriKind.Relative), Cancellation)).StatusCode);
            Assert.Contains("状态答复已启动", point.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_responder_of_its_own_it_does_not_start_and_says_what_is_missing()
    {
        var data = await RealData("silent");
        var folder = held.Copy();
        foreach (var key in Directory.EnumerateFiles(folder, "ocsp-*.key.pem"))
            File.Delete(key);

        var none = await HallProcess.Run(HallProcess.NewFolder(), Authority(folder), Cancellation, "--status-only", "--port", "0", "--data", data);
        var unnamed = await HallProcess.Run(HallProcess.NewFolder(), Cancellation, "--status-only", "--port", "0", "--data", data);

        Assert.Equal((2, 2), (none.ExitCode, unnamed.ExitCode));
        Assert.Contains("holds no responder's certificate and key", none.Errors, StringComparison.Ordinal);
        Assert.Contains("没有状态应答人", none.Errors, StringComparison.Ordinal);
        Assert.Contains("Authority:Folder", unnamed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_relying_parties_refuse_of_the_authoritys_folder_shows_in_its_health()
    {
        var data = await RealData("unsound");
        var folder = held.Copy();
        await File.WriteAllTextAsync(Path.Combine(folder, "root-sm2.1.crl"), "no list", Cancellation);
        var (point, address) = await HallProcess.Start(HallProcess.NewFolder(), Authority(folder), Cancellation, "--status-only", "--data", data);
        await using (point)
        {
            using var client = new HttpClient { BaseAddress = address };
            var answer = await client.GetAsync(new Uri("/health", UriKind.Relative), Cancellation);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            using var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.Equal("degraded", health.RootElement.GetProperty("status").GetString());
            Assert.Equal(["root-sm2: list-damaged"], health.RootElement.GetProperty("remarks").EnumerateArray().Select(r => r.GetString()!));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> Post(HttpClient client, string path, byte[] request)
    {
        using var body = new ByteArrayContent(request) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return await (await client.PostAsync(new Uri(path, UriKind.Relative), body, Cancellation)).Content.ReadAsByteArrayAsync(Cancellation);
    }

    private Dictionary<string, string> Authority(string folder) =>
        new() { ["SCCA_AUTHORITY__FOLDER"] = folder, ["SCCA_AUTHORITY__PASSWORDFILE"] = held.PasswordFile };

    private async Task<string> RealData(string name)
    {
        var data = held.At(name);
        var set = await held.Run("init", "--data", data, "--administrator", "admin", "--name", "管理员");
        Assert.True(set.ExitCode == 0, set.ToString());
        return data;
    }
}
