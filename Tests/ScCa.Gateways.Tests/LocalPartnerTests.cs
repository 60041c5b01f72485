using System.Net;
using NodaTime;
using ScCa.Gateways.Partners;
using Xunit;

namespace ScCa.Gateways.Tests;

/// <summary>A stand-in is as strict as the partner that it stands in for: what it lets pass, the real one may not.</summary>
public sealed class LocalPartnerTests : IDisposable
{
    private const string Path = "/v1/things";

    private readonly MovableClock clock = new();
    private readonly HttpMessageInvoker invoker;

    public LocalPartnerTests() => invoker = new HttpMessageInvoker(new LocalPartner(
        "things", LocalPartner.Options, PartnerWire.Key(), clock, new CountedRandom(1), (_, _, _, _) => Task.FromResult(LocalAnswer.Done(new { number = "thing-1" }))));

    public void Dispose() => invoker.Dispose();

    [Fact]
    public async Task It_takes_a_signed_request_once_and_says_so_under_its_signature()
    {
        var first = await Send(Path, "n1", "things");

        Assert.Equal((HttpStatusCode.OK, """{"number":"thing-1"}"""), first);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(Path, "n1", "things")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(Path, "n2", "things")).Status);
    }

    [Fact]
    public async Task It_takes_nothing_that_is_old_unsigned_changed_or_meant_for_another_service()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(Path, "n1", "other")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(Path, "n2", "things", keyId: "somebody")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(Path, "n3", "things", sentBody: "{}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(Path, "n4", "things", sentPath: "/v1/others")).Status);
        using var unsigned = new HttpRequestMessage(HttpMethod.Get, new Uri(LocalPartner.Options.Url, Path));
        Assert.Equal(HttpStatusCode.Unauthorized, (await invoker.SendAsync(unsigned, TestContext.Current.CancellationToken)).StatusCode);

        clock.Now += Duration.FromSeconds(301);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(Path, "n5", "things")).Status);
    }

    private async Task<(HttpStatusCode Status, string Body)> Send(
        string path, string nonce, string service, string keyId = "stand-in", string sentPath = Path, string sentBody = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(LocalPartner.Options.Url, sentPath)) { Content = new StringContent(sentBody) };
        request.Headers.Add("X-Partner-Key", keyId);
        request.Headers.Add("X-Partner-Timestamp", PartnerWire.Now);
        request.Headers.Add("X-Partner-Nonce", nonce);
        request.Headers.Add("X-Partner-Signature", PartnerWire.Hmac("request", service, "POST", path, PartnerWire.Now, nonce, PartnerWire.Digest([])));
        using var response = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            PartnerWire.Hmac("answer", "things", $"{(int)response.StatusCode}", nonce, PartnerWire.Digest(body)), response.Headers.GetValues("X-Partner-Signature").Single());
        return (response.StatusCode, System.Text.Encoding.UTF8.GetString(body));
    }
}
