using System.Net;
using System.Text.Json;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>Lists as relying parties fetch them over HTTP, and what they are told of one that is damaged at rest.</summary>
public sealed class AuthorityFilesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_damaged_list_is_refused_by_name_and_logged_while_others_are_served()
    {
        var (hall, address) = await HallProcess.StartDemo(Cancellation);
        await using (hall)
        {
            using var client = new HttpClient { BaseAddress = address };
            var list = await Issued(client, "/crl/issuing-sm2.crl");
            Assert.Equal("application/pkix-crl", list.Content.Headers.ContentType!.MediaType);
            var file = Assert.Single(Directory.GetFiles(Path.Combine(hall.Data, "revocation-lists"), "issuing-sm2.whole.*.crl"));
            await File.WriteAllTextAsync(file, "no list", Cancellation);

            var refused = await client.GetAsync(new Uri("/crl/issuing-sm2.crl", UriKind.Relative), Cancellation);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(TimeSpan.FromMinutes(5), refused.Headers.RetryAfter!.Delta);
            using var said = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Cancellation));
            Assert.Equal("RevocationListDamaged", said.RootElement.GetProperty("code").GetString());
            Assert.Contains("已损坏", said.RootElement.GetProperty("zhCn").GetString(), StringComparison.Ordinal);
            Assert.Contains("issued anew", said.RootElement.GetProperty("en").GetString(), StringComparison.Ordinal);
            foreach (var sound in new[] { "/crl/issuing-p256.crl", "/crl/root-sm2.crl" })
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(sound, UriKind.Relative), Cancellation)).StatusCode);
            await Until(() => (hall.Output + hall.Errors).Contains(Path.GetFileName(file), StringComparison.Ordinal));
        }
    }

    private static async Task<HttpResponseMessage> Issued(HttpClient client, string path)
    {
        HttpResponseMessage answer = null!;
        await Until(() => (answer = client.GetAsync(new Uri(path, UriKind.Relative), Cancellation).GetAwaiter().GetResult()).IsSuccessStatusCode);
        return answer;
    }

    private static async Task Until(Func<bool> holds)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(started.Elapsed < Patience, "It did not come about in time.");
            await Task.Delay(200, Cancellation);
        }
    }
}
