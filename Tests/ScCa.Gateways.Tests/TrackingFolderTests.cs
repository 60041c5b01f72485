using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.People;
using ScCa.Gateways.Courier;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class TrackingFolderTests : IDisposable
{
    private const string Header = "trackingNumber,event,time,signer\n";
    private const string Accepted = "SF1234567890,accepted,2026-01-05T10:30:15+08:00,\n";
    private const string InTransit = "SF1234567890,in-transit,2026-01-05T20:00:00+08:00,\n";
    private const string Delivered = "SF1234567890,delivered,2026-01-06T09:00:00+08:00,recipient\n";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("rule", "D1")]
    public async Task D1_Files_and_pushes_are_taken_in_once_line_by_line_and_keep_their_numbers()
    {
        var tracking = Folder();
        Put("1.csv", Header + Accepted + InTransit);
        Put("2.json", """{"events":[{"trackingNumber":"SF1234567890","event":"in-transit","time":"2026-01-05T12:00:00Z"},{"trackingNumber":"SF0000000001","event":"returned","time":"2026-01-07T12:00:00Z"}]}""");

        var first = await tracking.ReadAfter(0, 100, Token);
        Assert.Empty(await tracking.Take(new TrackingReport([.. first.Select(t => new ToldTracking(1, t.Event))], []), Token));
        await tracking.Import(Encoding.UTF8.GetBytes(Header + Delivered + Accepted), isJson: false, Token);

        Assert.Equal([(1L, TrackingCode.Accepted), (2L, TrackingCode.InTransit), (3L, TrackingCode.Returned)], first.Select(t => (t.Number, t.Event.Code)));
        var all = await Folder().ReadAfter(0, 100, Token);
        Assert.Equal(first, all.Take(3));
        Assert.Equal(new TrackingEvent("SF1234567890", TrackingCode.Delivered, Instant.FromUtc(2026, 1, 6, 1, 0), ParcelSigner.Recipient), Assert.Single(all.Skip(3)).Event);
        Assert.Equal([4L], (await tracking.ReadAfter(3, 100, Token)).Select(t => t.Number));
        Assert.Equal([2L], (await tracking.ReadAfter(1, 1, Token)).Select(t => t.Number));
        Assert.Empty(Directory.GetFiles(folder[TrackingFolder.InboxName]));
        Assert.Empty(Directory.GetDirectories(folder.Path).Except([folder[TrackingFolder.InboxName]]));
    }

    [Fact]
    [Trait("rule", "D1")]
    public async Task D1_All_that_was_told_of_one_parcel_is_found_and_nothing_of_another()
    {
        var tracking = Folder();
        await tracking.Import(Encoding.UTF8.GetBytes(Header + Accepted + "SF0000000001,returned,2026-01-07T20:00:00+08:00,\n" + Delivered), isJson: false, Token);

        Assert.Equal([TrackingCode.Accepted, TrackingCode.Delivered], (await Folder().Of("SF1234567890", Token)).Select(e => e.Code));
        Assert.Empty(await tracking.Of("SF123456789", Token));
    }

    [Fact]
    [Trait("rule", "D1")]
    public async Task D1_In_whatever_order_and_however_often_the_lines_come_the_parcel_went_the_same_way()
    {
        string[] lines = [Accepted, InTransit, Delivered];
        int[][] orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 2, 0, 1, 0], [0, 2, 1, 2, 1, 0]];
        ParcelTrack? expected = null;
        foreach (var (i, order) in orders.Index())
        {
            var tracking = new TrackingFolder(folder[$"order-{i}"], NullLogger<TrackingFolder>.Instance);
            foreach (var line in order)
                Assert.Empty(await tracking.Import(Encoding.UTF8.GetBytes(Header + lines[line]), isJson: false, Token));

            var told = await tracking.ReadAfter(0, 100, Token);
            Assert.Equal(3, told.Count);
            var track = ParcelTrack.Of("SF1234567890", told.Select(t => t.Event));
            expected ??= track;
            Assert.Equal(expected.Events, track.Events);
            Assert.True(track.IsSignedByRecipient);
        }
    }

    [Fact]
    public async Task A_bad_line_is_told_with_its_number_and_the_others_are_taken()
    {
        var bad = await Folder().Import(
            Encoding.UTF8.GetBytes(
                Header + Accepted + "SF1234567890,accepted\n" + "SF1234567890,eaten,2026-01-05T10:30:15+08:00,\n" + "=1+1,accepted,2026-01-05T10:30:15+08:00,\n"
                + "SF1234567890,accepted,5 January,\n" + "SF1234567890,delivered,2026-01-06T09:00:00+08:00,\n" + "\"SF123\"4567890,accepted,x,\n" + InTransit + "SF1234567890,acc"),
            isJson: false, Token);

        Assert.Equal(
            [
                (3, TrackingFault.FieldCount), (4, TrackingFault.CodeUnknown), (5, TrackingFault.TrackingNumberUnreadable), (6, TrackingFault.TimeUnreadable),
                (7, TrackingFault.SignerUnreadable), (8, TrackingFault.NotCsv), (10, TrackingFault.NotCsv),
            ],
            bad.Select(line => (line.Line, line.Fault)));
        Assert.Equal(2, (await Folder().ReadAfter(0, 100, Token)).Count);
    }

    [Fact]
    [Trait("rule", "D1")]
    public async Task D1_A_delivery_that_is_told_again_with_another_signer_is_left_to_a_person()
    {
        var tracking = Folder();
        await tracking.Import(Encoding.UTF8.GetBytes(Header + Delivered), isJson: false, Token);

        var bad = await tracking.Import(Encoding.UTF8.GetBytes(Header + Accepted + Delivered.Replace("recipient", "other", StringComparison.Ordinal)), isJson: false, Token);

        Assert.Equal([new BadTracking(3, TrackingFault.SignerContradicted)], bad);
        Assert.Equal(ParcelSigner.Recipient, (await tracking.ReadAfter(0, 1, Token))[0].Event.Signer);
    }

    [Theory]
    [InlineData("1.csv", "")]
    [InlineData("1.csv", "time,event,trackingNumber,signer\n")]
    [InlineData("1.csv", "\"trackingNumber,event,time,signer\n")]
    [InlineData("1.json", "")]
    [InlineData("1.json", "[]")]
    [InlineData("1.json", "{\"events\":null}")]
    public async Task A_file_that_is_no_tracking_goes_out_of_the_way_and_holds_up_no_other(string name, string content)
    {
        Put(name, content);
        Put("2.csv", Header + Accepted);
        Put("3.csv.part", Header + InTransit);

        Assert.Single(await Folder().ReadAfter(0, 100, Token));

        Assert.True(File.Exists(Path.Combine(folder[TrackingFolder.RefusedName], name)));
        Assert.True(File.Exists(Path.Combine(folder[TrackingFolder.InboxName], "3.csv.part")));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_file_that_names_who_signed_is_not_kept_and_one_put_aside_goes_when_anybody_is_erased()
    {
        Put("1.csv", Header + Accepted + "SF1234567890,delivered,2026-01-06T09:00:00+08:00,王小明\n");
        Put("2.csv", "王小明\n");
        await Folder().ReadAfter(0, 100, Token);
        var left = Assert.Single(Directory.GetFiles(folder.Path, "*.csv", SearchOption.AllDirectories));
        Assert.Equal("2.csv", Path.GetFileName(left));

        await Folder().Forget(new ForgottenPerson(new SubjectId("i-1"), []), Token);

        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("王小明", await File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_long_is_refused_unread()
    {
        await Assert.ThrowsAsync<GatewayRefusedException>(() => Folder().Import(new byte[TrackingFolder.FileOctetsMax + 1], isJson: false, Token));

        Assert.Empty(await Folder().ReadAfter(0, 1, Token));
    }

    [Fact]
    [Trait("rule", "D1")]
    public async Task D1_Many_who_take_in_the_same_at_once_give_each_event_one_number()
    {
        var content = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, 50).Select(i => $"SF12345678{i:00},accepted,2026-01-05T10:30:15+08:00,\n")));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Folder().Import(content, isJson: false, Token), Token)));

        var all = await Folder().ReadAfter(0, 1000, Token);
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), all.Select(t => t.Number));
        Assert.Equal(50, all.Select(t => t.Event.TrackingNumber).Distinct().Count());
    }

    [Fact]
    [Trait("rule", "D1")]
    public void D1_A_late_scan_does_not_bring_a_parcel_back_on_its_way_and_only_the_recipient_counts_as_signer()
    {
        var delivered = new TrackingEvent("SF1234567890", TrackingCode.Delivered, FixedClock.Now, ParcelSigner.Recipient);
        var scanned = new TrackingEvent("SF1234567890", TrackingCode.InTransit, FixedClock.Now + Duration.FromHours(1), Signer: null);
        var returned = new TrackingEvent("SF1234567890", TrackingCode.Returned, FixedClock.Now + Duration.FromHours(2), Signer: null);
        var another = delivered with { TrackingNumber = "SF0000000001" };

        Assert.True(Track(scanned, delivered).IsSignedByRecipient);
        Assert.False(Track(returned, scanned, delivered).IsSignedByRecipient);
        Assert.False(Track(delivered with { Signer = ParcelSigner.Other }).IsSignedByRecipient);
        Assert.False(Track(scanned, another).IsSignedByRecipient);
        Assert.Null(Track(scanned).End);
        Assert.Equal([delivered], Track(delivered, delivered).Events);

        static ParcelTrack Track(params ImmutableArray<TrackingEvent> told) => ParcelTrack.Of("SF1234567890", told);
    }

    private TrackingFolder Folder() => new(folder.Path, NullLogger<TrackingFolder>.Instance);

    private void Put(string name, string content)
    {
        Directory.CreateDirectory(folder[TrackingFolder.InboxName]);
        File.WriteAllText(Path.Combine(folder[TrackingFolder.InboxName], name), content);
    }
}
