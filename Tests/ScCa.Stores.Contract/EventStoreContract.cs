using NodaTime;
using ScCa.Application.Ports;
using Xunit;
using static ScCa.Application.Ports.AppendOutcome;
using static ScCa.Stores.Contract.Given;

namespace ScCa.Stores.Contract;

public abstract class EventStoreContract : StoreContract
{
    private const string Stream = "certificate-1";

    private IEventStore Store => Stores.Events;

    [Fact]
    public async Task An_empty_store_has_no_streams_no_events_and_position_zero()
    {
        Assert.Empty(await Store.ReadStream(Stream, Cancellation));
        Assert.Empty(await Store.ReadAll(0, 10, Cancellation));
        Assert.Equal(0, await Store.LastPosition(Cancellation));
    }

    [Fact]
    public async Task What_was_appended_is_read_back_in_every_field()
    {
        var given = Event("command-1", 0, """{"到期":"2027-03-10"}""");

        var result = await Store.Append(Stream, IEventStore.NoStream, given);

        var stored = Assert.Single(await Store.ReadStream(Stream, Cancellation));
        Assert.Equal(new AppendResult(Appended, stored.Position), result);
        Assert.Equal(1, stored.Position);
        Assert.Equal(Stream, stored.Stream);
        Assert.Equal(0, stored.Revision);
        Assert.Equal(given.Type, stored.Type);
        Assert.Equal(given.Body.ToArray(), stored.Body.ToArray());
        Assert.Equal(given.Metadata.ToArray(), stored.Metadata.ToArray());
        Assert.Equal(given.CommandId, stored.CommandId);
        Assert.Equal(given.Ordinal, stored.Ordinal);
        Assert.Equal(RecordedAt, stored.RecordedAt);
    }

    [Theory]
    [InlineData(IEventStore.NoStream, new[] { 0L, 1, 2 })]
    [InlineData(0, new[] { 1L, 2 })]
    [InlineData(2, new long[0])]
    [InlineData(9, new long[0])]
    public async Task A_stream_is_read_from_behind_a_revision(long revision, long[] expected)
    {
        await Store.Append("a", IEventStore.NoStream, Events("1", 2));
        await Store.Append("b", IEventStore.NoStream, Events("2", 4));
        await Store.Append("a", 1, Events("3", 1));

        var later = await Store.ReadStreamAfter("a", revision, Cancellation);

        Assert.Equal(expected, later.Select(e => e.Revision));
        Assert.Equal((await Store.ReadStream("a", Cancellation)).Where(e => e.Revision > revision).Select(e => e.Position), later.Select(e => e.Position));
        Assert.Empty(await Store.ReadStreamAfter("none", revision, Cancellation));
    }

    [Fact]
    public async Task Revisions_count_within_the_stream_and_positions_across_all()
    {
        await Store.Append("a", IEventStore.NoStream, Events("1", 2));
        await Store.Append("b", IEventStore.NoStream, Events("2", 2));
        var last = await Store.Append("a", 1, Events("3", 1));

        Assert.Equal([0L, 1, 2], (await Store.ReadStream("a", Cancellation)).Select(e => e.Revision));
        Assert.Equal([0L, 1], (await Store.ReadStream("b", Cancellation)).Select(e => e.Revision));
        var all = await Store.ReadAll(0, 100, Cancellation);
        Assert.Equal([("a", 0L), ("a", 1L), ("b", 0L), ("b", 1L), ("a", 2L)], all.Select(e => (e.Stream, e.Revision)));
        Assert.Equal(all.Select(e => e.Position).Order(), all.Select(e => e.Position));
        Assert.Equal(5, all.Select(e => e.Position).Distinct().Count());
        Assert.Equal(all[^1].Position, last.LastPosition);
        Assert.Equal(last.LastPosition, await Store.LastPosition(Cancellation));
    }

    [Theory]
    [InlineData(IEventStore.NoStream, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(long.MaxValue, false)]
    public async Task Only_the_revision_that_the_stream_is_at_is_accepted_and_any_other_writes_nothing(long expected, bool accepted)
    {
        await Store.Append(Stream, IEventStore.NoStream, Events("1", 2));

        var result = await Store.Append(Stream, expected, Events("2", 3));

        Assert.Equal(accepted ? Appended : WrongRevision, result.Outcome);
        Assert.Equal(accepted ? await Store.LastPosition(Cancellation) : 0, result.LastPosition);
        Assert.Equal(accepted ? 5 : 2, (await Store.ReadStream(Stream, Cancellation)).Count);
        Assert.Equal(accepted ? 5 : 2, (await Store.ReadAll(0, 100, Cancellation)).Count);
    }

    [Fact]
    public async Task A_stream_that_is_expected_and_does_not_exist_is_a_wrong_revision()
    {
        Assert.Equal(new AppendResult(WrongRevision, 0), await Store.Append(Stream, 0, Event("1")));
        Assert.Equal(0, await Store.LastPosition(Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(IEventStore.NoStream)]
    [InlineData(7)]
    public async Task A_command_already_recorded_is_said_before_a_wrong_revision_and_writes_nothing(long expected)
    {
        await Store.Append(Stream, IEventStore.NoStream, Event("1"));

        Assert.Equal(new AppendResult(CommandAlreadyRecorded, 0), await Store.Append(Stream, expected, Event("1")));
        Assert.Single(await Store.ReadAll(0, 100, Cancellation));
    }

    [Fact]
    public async Task A_command_is_recorded_whatever_the_ordinals_and_wherever_it_stands_among_the_events()
    {
        await Store.Append(Stream, IEventStore.NoStream, Event("old", 0));

        Assert.Equal(CommandAlreadyRecorded, (await Store.Append(Stream, 0, Event("old", 1))).Outcome);
        Assert.Equal(CommandAlreadyRecorded, (await Store.Append(Stream, 0, Event("new", 0), Event("new", 1), Event("old", 5))).Outcome);
        Assert.Single(await Store.ReadStream(Stream, Cancellation));
        Assert.Equal(Appended, (await Store.Append(Stream, 0, Event("new", 0))).Outcome);
    }

    [Fact]
    public async Task The_same_command_may_be_recorded_in_another_stream()
    {
        await Store.Append("a", IEventStore.NoStream, Event("1"));

        Assert.Equal(Appended, (await Store.Append("b", IEventStore.NoStream, Event("1"))).Outcome);
    }

    [Fact]
    public async Task Streams_whose_names_differ_only_in_case_are_different_streams()
    {
        await Store.Append("Stream-é", IEventStore.NoStream, Event("1"));

        Assert.Equal(Appended, (await Store.Append("stream-é", IEventStore.NoStream, Event("1"))).Outcome);
        Assert.Empty(await Store.ReadStream("STREAM-É", Cancellation));
        Assert.Empty(await Store.ReadStream("Stream-e\u0301", Cancellation));
    }

    public static TheoryData<string, byte[]> OddBytes => new()
    {
        { "nothing at all", [] },
        { "a single zero", [0] },
        { "every byte", [.. Enumerable.Range(0, 256).Select(n => (byte)n)] },
        { "no UTF-8", [0xC3, 0x28, 0xFF, 0xFE, 0x80] },
        { "a byte order mark", [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'] },
        { "spaces and line ends that JSON would not need", "{ \r\n\t\"a\" : 1.0 }\n "u8.ToArray() },
        { "larger than any page", [.. Enumerable.Range(0, 300_000).Select(n => (byte)(n * 31))] },
    };

    [Theory]
    [MemberData(nameof(OddBytes))]
    public async Task Bytes_come_back_as_they_went_in(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        await Store.Append(Stream, IEventStore.NoStream, new NewEvent("t", bytes, bytes, "1", 0));

        var read = Assert.Single(await Store.ReadStream(Stream, Cancellation));
        Assert.Equal(bytes, read.Body.ToArray());
        Assert.Equal(bytes, read.Metadata.ToArray());
        Assert.Equal(bytes, Assert.Single(await Store.ReadAll(0, 1, Cancellation)).Body.ToArray());
    }

    [Theory]
    [InlineData("甲（集团）公司")]
    [InlineData("𠮷野家")]
    [InlineData("'; DROP TABLE events; --")]
    [InlineData("%_\\\"`\t\n")]
    [InlineData(" leading and trailing ")]
    public async Task Names_come_back_as_they_went_in(string name)
    {
        await Store.Append(name, IEventStore.NoStream, new NewEvent(name, Event("1").Body, Event("1").Metadata, name, 0));

        var read = Assert.Single(await Store.ReadStream(name, Cancellation));
        Assert.Equal((name, name, name), (read.Stream, read.Type, read.CommandId));
        Assert.Equal(name, Assert.Single(await Store.ReadAll(0, 1, Cancellation)).Stream);
        Assert.Equal(CommandAlreadyRecorded, (await Store.Append(name, 0, Event(name))).Outcome);
    }

    [Fact]
    public async Task The_buffers_given_may_be_used_again_after_the_answer()
    {
        byte[] body = [1, 2, 3];
        await Store.Append(Stream, IEventStore.NoStream, new NewEvent("t", body, body, "1", 0));
        body.AsSpan().Clear();

        var read = Assert.Single(await Store.ReadStream(Stream, Cancellation));
        Assert.Equal([1, 2, 3], read.Body.ToArray());
        Assert.Equal([1, 2, 3], read.Metadata.ToArray());
    }

    [Fact]
    public async Task The_recording_time_is_kept_to_a_hundred_nanoseconds_also_before_1970_and_far_away()
    {
        Instant[] times = [RecordedAt.PlusNanoseconds(99), Instant.FromUtc(1949, 10, 1, 7, 0).PlusTicks(3), Instant.FromUtc(9999, 12, 31, 23, 59).PlusTicks(9)];
        for (var n = 0; n < times.Length; n++)
        {
            await Store.Append($"s{n}", IEventStore.NoStream, [Event("1")], times[n], Cancellation);
        }

        Assert.Equal(
            [RecordedAt, times[1], times[2]],
            (await Store.ReadAll(0, 10, Cancellation)).Select(e => e.RecordedAt));
    }

    [Fact]
    public async Task Reading_all_pages_through_without_missing_or_repeating_any()
    {
        for (var n = 0; n < 7; n++)
        {
            await Store.Append($"s{n % 3}", n / 3 * 3 - 1, Events($"{n}", 3));
        }

        var whole = await Store.ReadAll(0, 1000, Cancellation);
        Assert.Equal(21, whole.Count);
        foreach (var size in (int[])[1, 2, 20, 21, 22])
        {
            var paged = new List<StoredEvent>();
            for (IReadOnlyList<StoredEvent> page; (page = await Store.ReadAll(paged.Count == 0 ? 0 : paged[^1].Position, size, Cancellation)).Count > 0;)
            {
                Assert.True(page.Count == size || paged.Count + page.Count == whole.Count, "only the last page may be short");
                paged.AddRange(page);
            }

            Assert.Equal(whole.Select(e => (e.Position, e.Stream, e.Revision)), paged.Select(e => (e.Position, e.Stream, e.Revision)));
        }
    }

    [Fact]
    public async Task Reading_after_the_last_position_finds_nothing()
    {
        var last = (await Store.Append(Stream, IEventStore.NoStream, Event("1"))).LastPosition;

        Assert.Empty(await Store.ReadAll(last, 10, Cancellation));
        Assert.Empty(await Store.ReadAll(long.MaxValue, 10, Cancellation));
    }

    public static TheoryData<string, string, long, NewEvent[]> Unacceptable => new()
    {
        { "no events", Stream, IEventStore.NoStream, [] },
        { "no stream", "", IEventStore.NoStream, [Event("1")] },
        { "a revision below none", Stream, -2, [Event("1")] },
        { "no type", Stream, IEventStore.NoStream, [Event("1") with { Type = "" }] },
        { "no command", Stream, IEventStore.NoStream, [Event("")] },
        { "a negative ordinal", Stream, IEventStore.NoStream, [Event("1", -1)] },
        { "the same command and ordinal twice", Stream, IEventStore.NoStream, [Event("1"), Event("2"), Event("1")] },
        { "U+0000 in the stream", "a\0b", IEventStore.NoStream, [Event("1")] },
        { "a lone surrogate in the stream", "a\uD800", IEventStore.NoStream, [Event("1")] },
        { "a lone surrogate in the command", Stream, IEventStore.NoStream, [Event("\uDC00")] },
    };

    [Theory]
    [MemberData(nameof(Unacceptable))]
    public async Task What_no_store_accepts_is_a_mistake_of_the_caller_and_writes_nothing(string what, string stream, long expected, NewEvent[] events)
    {
        Assert.NotEmpty(what);
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Append(stream, expected, events));
        Assert.Equal(0, await Store.LastPosition(Cancellation));
    }

    [Fact]
    public async Task Questions_that_make_no_sense_are_mistakes_of_the_caller()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.ReadAll(-1, 10, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.ReadAll(0, 0, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.ReadStream("", Cancellation));
    }

    [Fact]
    public async Task A_call_cancelled_beforehand_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.Append(Stream, IEventStore.NoStream, [Event("1")], RecordedAt, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ReadStream(Stream, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ReadAll(0, 1, cancelled));
        Assert.Equal(0, await Store.LastPosition(Cancellation));
    }
}
