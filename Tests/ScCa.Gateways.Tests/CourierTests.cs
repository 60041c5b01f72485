using System.Text;
using ScCa.Application.Ports;
using ScCa.Gateways.Courier;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class CourierTests
{
    private const string Service = "courier";
    private const string Name = "王小梅";
    private const string Phone = "13812345678";
    private const string Address = "成都市高新区天府大道 1 号";

    private static readonly CourierOrder Order = new("parcel-1", new CourierParty(Name, Phone, Address), new CourierParty("认证中心", "02812345678", "成都市"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("rule", "D1")]
    public async Task D1_A_label_is_ordered_under_our_number_and_comes_back_as_it_is_printed()
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, 200, Label("pdf", "%PDF-1.7 label")));
        using var courier = Courier(server);

        var label = (await courier.CreateLabel(Order, Token)).Value!;

        Assert.Equal(("parcel-1", "SF1234567890", LabelFormat.Pdf, "%PDF-1.7 label"), (label.OrderNumber, label.TrackingNumber, label.Format, Encoding.UTF8.GetString(label.Content.Span)));
        var request = Assert.Single(server.Received);
        Assert.Equal("POST /api/v1/parcels HTTP/1.1", request.Line);
        Assert.Equal(
            """{"number":"parcel-1","recipient":{"name":"王小梅","phone":"13812345678","address":"成都市高新区天府大道 1 号"},"sender":{"name":"认证中心","phone":"02812345678","address":"成都市"}}""",
            System.Text.RegularExpressions.Regex.Unescape(request.Text));
        Assert.Equal(PartnerWire.RequestSignature(request, Service, "POST", "/api/v1/parcels"), request.Headers["X-Partner-Signature"]);
    }

    [Theory]
    [InlineData("pdf", "^XA^XZ", "parcel-1", "SF1234567890")]
    [InlineData("zpl", "%PDF-1.7", "parcel-1", "SF1234567890")]
    [InlineData("html", "<script>", "parcel-1", "SF1234567890")]
    [InlineData("pdf", "", "parcel-1", "SF1234567890")]
    [InlineData("pdf", "%PDF-1.7", "parcel-2", "SF1234567890")]
    [InlineData("pdf", "%PDF-1.7", "parcel-1", "SF 1234567890")]
    [InlineData("pdf", "%PDF-1.7", "parcel-1", "")]
    public async Task A_label_that_is_none_or_another_parcels_leaves_the_outcome_unknown(string format, string content, string number, string tracking)
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, 200, Label(format, content, number, tracking)));
        using var courier = Courier(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => courier.CreateLabel(Order, Token));
    }

    [Fact]
    public async Task A_label_that_is_too_long_leaves_the_outcome_unknown()
    {
        foreach (var length in new[] { CourierJson.LabelOctetsMax + 10, 2 * CourierJson.LabelOctetsMax })
        {
            await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, 200, Label("pdf", "%PDF-" + new string('x', length))));
            using var courier = Courier(server);

            await Assert.ThrowsAsync<HttpRequestException>(() => courier.CreateLabel(Order, Token));
        }
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Nobody_is_named_in_what_is_printed_or_thrown()
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, 500, Name));
        using var courier = Courier(server);

        Assert.Equal(("CourierOrder parcel-1", "CourierParty"), (Order.ToString(), Order.Recipient.ToString()));
        SaysNothing(await Assert.ThrowsAsync<HttpRequestException>(() => courier.CreateLabel(Order, Token)));
        foreach (var bad in new[] { Order with { Number = "x" }, Order with { Recipient = Order.Recipient with { Phone = "" } }, Order with { Sender = Order.Sender with { Name = "a\0" } } })
            SaysNothing(await Assert.ThrowsAnyAsync<ArgumentException>(() => courier.CreateLabel(bad, Token)));
        Assert.Single(server.Received);
    }

    [Fact]
    [Trait("rule", "D1")]
    public void D1_A_push_is_read_event_by_event_and_a_bad_one_costs_only_itself()
    {
        var outcome = Push(
            """
            {"events":[
              {"trackingNumber":"SF1234567890","event":"accepted","time":"2026-01-05T10:30:15+08:00"},
              {"trackingNumber":"SF1234567890","event":"delivered","time":"2026-01-05T02:30:15Z","signer":"recipient","courier":"李四"},
              {"trackingNumber":"SF1234567890","event":"delivered","time":"2026-01-05T02:30:15Z"},
              {"trackingNumber":"SF1234567890","event":"accepted","time":"2026-01-05T02:30:15Z","signer":"other"},
              {"trackingNumber":"SF1234567890","event":"delivered","time":"2026-01-05T02:30:15Z","signer":"王小梅"},
              {"trackingNumber":"SF 123","event":"accepted","time":"2026-01-05T02:30:15Z"},
              {"trackingNumber":"SF1234567890","event":"eaten","time":"2026-01-05T02:30:15Z"},
              {"trackingNumber":"SF1234567890","event":"accepted","time":"2026-01-05 02:30:15"},
              {"trackingNumber":7},
              null, "accepted", []
            ]}
            """);

        Assert.Equal(
            [
                new ToldTracking(1, new TrackingEvent("SF1234567890", TrackingCode.Accepted, FixedClock.Now, null)),
                new ToldTracking(2, new TrackingEvent("SF1234567890", TrackingCode.Delivered, FixedClock.Now, ParcelSigner.Recipient)),
            ],
            outcome.Value!.Events);
        Assert.Equal(
            [
                (3, TrackingFault.SignerUnreadable), (4, TrackingFault.SignerUnreadable), (5, TrackingFault.SignerUnreadable), (6, TrackingFault.TrackingNumberUnreadable),
                (7, TrackingFault.CodeUnknown), (8, TrackingFault.TimeUnreadable), (9, TrackingFault.FieldCount), (10, TrackingFault.FieldCount), (11, TrackingFault.FieldCount),
                (12, TrackingFault.FieldCount),
            ],
            outcome.Value.Bad.Select(bad => (bad.Line, bad.Fault)));
    }

    [Theory]
    [InlineData("""{"trackingNumber":"SF1234567890","trackingNumber":"SF0000000001","event":"accepted","time":"2026-01-05T02:30:15Z"}""")]
    [InlineData("""{"trackingNumber":"\ud800","event":"accepted","time":"2026-01-05T02:30:15Z"}""")]
    public void An_event_that_says_two_things_or_holds_no_text_is_none(string element)
    {
        var outcome = Push($$"""{"events":[{{element}}]}""");

        Assert.Empty(outcome.Value?.Events ?? []);
        Assert.True(outcome.Fault == CallbackFault.Unreadable || outcome.Value!.Bad.Length == 1);
    }

    [Fact]
    public void A_push_of_too_many_events_is_unreadable()
    {
        Assert.Equal(CourierJson.EventsMax, Push($$"""{"events":[{{string.Join(',', Enumerable.Repeat("0", CourierJson.EventsMax))}}]}""").Value!.Bad.Length);
        Assert.Equal(CallbackFault.Unreadable, Push($$"""{"events":[{{string.Join(',', Enumerable.Repeat("0", CourierJson.EventsMax + 1))}}]}""").Fault);
    }

    [Fact]
    [Trait("rule", "D1")]
    public async Task D1_With_the_stand_in_a_parcel_is_labelled_carried_and_signed_for_and_outlives_a_restart()
    {
        using var folder = new TemporaryFolder();
        string tracking;
        using (var local = Local(folder, 1))
        {
            var label = (await local.CreateLabel(Order, Token)).Value!;
            tracking = label.TrackingNumber;
            Assert.Equal((LabelFormat.Zpl, tracking), (label.Format, (await local.CreateLabel(Order, Token)).Value!.TrackingNumber));
            Assert.Equal("number-used", (await local.CreateLabel(Order with { Recipient = Order.Sender }, Token)).ErrorCode);
            Assert.NotEqual(tracking, (await local.CreateLabel(Order with { Number = "parcel-2" }, Token)).Value!.TrackingNumber);
            Assert.Empty(await Carry(local, tracking, TrackingCode.Accepted));
        }

        using var again = Local(folder, 2);
        Assert.Equal(tracking, (await again.CreateLabel(Order, Token)).Value!.TrackingNumber);
        Assert.Empty(await Carry(again, tracking, TrackingCode.Delivered, ParcelSigner.Recipient));

        var told = await again.ReadAfter(0, 100, Token);
        Assert.True(ParcelTrack.Of(tracking, told.Select(t => t.Event)).IsSignedByRecipient);
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            var kept = await File.ReadAllTextAsync(file, Token);
            Assert.All([Name, Phone, Address], person => Assert.DoesNotContain(person, kept, StringComparison.Ordinal));
        }
    }

    private static async Task<IEnumerable<BadTracking>> Carry(LocalCourier local, string tracking, TrackingCode code, ParcelSigner? signer = null)
    {
        var (headers, body) = local.Tell(tracking, code, signer);
        return await local.Take(local.ReadPush(headers, body).Value!, Token);
    }

    private static CallbackOutcome<TrackingReport> Push(string text)
    {
        using var courier = new PartnerCourier(PartnerWire.Options(), PartnerWire.Key(), new FixedClock(), new CountedRandom(1));
        var body = Encoding.UTF8.GetBytes(text);
        return courier.ReadPush(PartnerWire.Signed(Service, body), body);
    }

    private static string Label(string format, string content, string number = "parcel-1", string tracking = "SF1234567890") =>
        $$"""{"number":"{{number}}","trackingNumber":"{{tracking}}","format":"{{format}}","label":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}}"}""";

    private static PartnerCourier Courier(LoopbackServer server) => new(PartnerWire.Options(server), PartnerWire.Key(), new FixedClock(), new CountedRandom(1));

    private static LocalCourier Local(TemporaryFolder folder, int seed) => new(folder.Path, new FixedClock(), new CountedRandom(seed));

    private static void SaysNothing(Exception failure) =>
        Assert.All([Name, Phone, Address], person => Assert.DoesNotContain(person, failure.ToString(), StringComparison.Ordinal));
}
