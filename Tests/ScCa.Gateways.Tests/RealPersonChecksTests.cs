using System.Text;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.RealPerson;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class RealPersonChecksTests
{
    private const string Service = "real-person";
    private const string Name = "王小梅";
    private const string IdNumber = "110101199003070015";

    private static readonly RealPersonCheck Check = new("check-1", Name, IdNumber, new Uri("https://scca.example/back"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("rule", "P5")]
    public async Task P5_The_examiner_is_told_name_and_id_number_once_and_answers_with_a_page()
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, 200, """{"number":"check-1","page":"https://face.example/p/4711"}"""));

        Assert.Equal(new Uri("https://face.example/p/4711"), (await Begin(server)).Value);

        var request = Assert.Single(server.Received);
        Assert.Equal("POST /api/v1/checks HTTP/1.1", request.Line);
        Assert.Equal("""{"number":"check-1","name":"\u738B\u5C0F\u6885","idNumber":"110101199003070015","returnTo":"https://scca.example/back"}""", request.Text);
        Assert.Equal(PartnerWire.RequestSignature(request, Service, "POST", "/api/v1/checks"), request.Headers["X-Partner-Signature"]);
    }

    [Theory]
    [Trait("rule", "A7")]
    [InlineData("http://face.example/p/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@face.example/p/1")]
    [InlineData("/p/1")]
    [InlineData("")]
    [InlineData("https://face.example/p?id=110101199003070015")]
    [InlineData("https://face.example/p?id=%31%31%30101199003070015")]
    [InlineData("https://face.example/p?name=%E7%8E%8B%E5%B0%8F%E6%A2%85")]
    public async Task A7_A_page_that_is_not_protected_or_names_the_person_is_none(string page)
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, 200, $$"""{"number":"check-1","page":"{{page}}"}"""));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Begin(server));

        SaysNothing(failure);
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Neither_name_nor_id_number_shows_in_what_is_printed_or_thrown()
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, 500, $"{Name} {IdNumber}"));
        using var checks = Checks(server);

        Assert.Equal("RealPersonCheck check-1", Check.ToString());
        SaysNothing(await Assert.ThrowsAsync<HttpRequestException>(() => checks.Begin(Check, Token)));
        foreach (var bad in new[] { Check with { Name = $"{Name}\n" }, Check with { IdNumber = "" }, Check with { Number = "a/../b" }, Check with { ReturnTo = new Uri("http://a.example") } })
            SaysNothing(await Assert.ThrowsAnyAsync<ArgumentException>(() => checks.Begin(bad, Token)));
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("""{"number":"check-1","status":"passed","evidence":"ev-1","decidedAt":"2026-01-05T10:30:00+08:00"}""", RealPersonStatus.Passed, null)]
    [InlineData("""{"number":"check-1","status":"failed","code":"not-alive","evidence":"ev-1","decidedAt":"2026-01-05T02:30:00Z"}""", RealPersonStatus.Failed, "not-alive")]
    [InlineData("""{"number":"check-1","status":"failed","code":"王小梅","evidence":"ev-1","decidedAt":"2026-01-05T02:30:00Z","more":1}""", RealPersonStatus.Failed, "other")]
    [Trait("rule", "P5")]
    public void P5_A_callback_says_which_check_came_out_how(string body, RealPersonStatus status, string? code) => Assert.Equal(
        new RealPersonOutcome("check-1", status, code, "ev-1", Instant.FromUtc(2026, 1, 5, 2, 30)), Told(body).Value);

    [Theory]
    [InlineData("""{"number":"check-1","status":"pending"}""")]
    [InlineData("""{"number":"check-1","status":"PASSED","evidence":"ev-1","decidedAt":"2026-01-05T02:30:00Z"}""")]
    [InlineData("""{"number":"x","status":"passed","evidence":"ev-1","decidedAt":"2026-01-05T02:30:00Z"}""")]
    [InlineData("""{"number":"check-1","status":"passed","decidedAt":"2026-01-05T02:30:00Z"}""")]
    [InlineData("""{"number":"check-1","status":"passed","evidence":"王小梅","decidedAt":"2026-01-05T02:30:00Z"}""")]
    [InlineData("""{"number":"check-1","status":"passed","evidence":"ev-1"}""")]
    [InlineData("""{"number":"check-1","status":"passed","evidence":"ev-1","decidedAt":"2026-13-05T02:30:00Z"}""")]
    [InlineData("""{"number":"check-1","status":"passed","evidence":"ev-1","decidedAt":"2026-01-05T02:30:00"}""")]
    [InlineData("""{"number":"check-1","status":"passed","code":"not-alive","evidence":"ev-1","decidedAt":"2026-01-05T02:30:00Z"}""")]
    [InlineData("""{"number":"check-1","status":"failed","evidence":"ev-1","decidedAt":"2026-01-05T02:30:00Z"}""")]
    [Trait("rule", "P5")]
    public void P5_A_callback_that_decides_nothing_or_contradicts_itself_is_unreadable(string body) => Assert.Equal(CallbackFault.Unreadable, Told(body).Fault);

    [Fact]
    [Trait("rule", "P5")]
    public async Task P5_With_the_stand_in_a_check_is_begun_found_and_decided_once_and_outlives_a_restart()
    {
        using var folder = new TemporaryFolder();
        using (var local = Local(folder, 1))
        {
            var page = await local.Begin(Check, Token);
            Assert.Equal(page, await local.Begin(Check, Token));
            Assert.Equal("number-used", (await local.Begin(Check with { Name = "李四" }, Token)).ErrorCode);
            Assert.Equal("not-found", (await local.Find("check-0", Token)).ErrorCode);
            Assert.Equal(RealPersonStatus.Pending, (await local.Find("check-1", Token)).Value!.Status);
        }

        using var again = Local(folder, 2);
        var failed = await again.Decide("check-1", RealPersonFailure.FaceDiffers, Token);
        var repeated = await again.Decide("check-1", failureCode: null, Token);

        var outcome = again.ReadCallback(failed.Headers, failed.Body).Value!;
        Assert.Equal((RealPersonStatus.Failed, RealPersonFailure.FaceDiffers, FixedClock.Now), (outcome.Status, outcome.FailureCode, outcome.DecidedAt));
        Assert.Equal(outcome, again.ReadCallback(repeated.Headers, repeated.Body).Value);
        Assert.Equal(outcome, (await again.Find("check-1", Token)).Value);
        Assert.Equal(CallbackFault.Replayed, again.ReadCallback(failed.Headers, failed.Body).Fault);
        var kept = await File.ReadAllTextAsync(folder[LocalRealPersonChecks.FileName], Token);
        Assert.DoesNotContain(Name, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(IdNumber, kept, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => again.Decide("check-0", null, Token));
    }

    private static CallbackOutcome<RealPersonOutcome> Told(string text)
    {
        using var checks = new PartnerRealPersonChecks(PartnerWire.Options(), PartnerWire.Key(), new FixedClock(), new CountedRandom(1));
        var body = Encoding.UTF8.GetBytes(text);
        return checks.ReadCallback(PartnerWire.Signed(Service, body), body);
    }

    private static async Task<GatewayResult<Uri>> Begin(LoopbackServer server)
    {
        using var checks = Checks(server);
        return await checks.Begin(Check, Token);
    }

    private static PartnerRealPersonChecks Checks(LoopbackServer server) => new(PartnerWire.Options(server), PartnerWire.Key(), new FixedClock(), new CountedRandom(1));

    private static LocalRealPersonChecks Local(TemporaryFolder folder, int seed) => new(folder.Path, new FixedClock(), new CountedRandom(seed));

    private static void SaysNothing(Exception failure)
    {
        Assert.DoesNotContain(Name, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(IdNumber, failure.ToString(), StringComparison.Ordinal);
    }
}
