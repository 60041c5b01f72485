using System.Security.Cryptography;
using ScCa.Issuance.Timestamps;
using Xunit;

namespace ScCa.Issuance.Tests.Timestamps;

public sealed class SntpClockSourceTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 5, 2, 30, 15, 250, TimeSpan.Zero);

    // In the era that begins on 7 February 2036 the seconds count from nought again.
    private static readonly DateTimeOffset NextEra = new(2036, 2, 8, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, byte> Spoiled => new()
    {
        { "the question was another", 24, 0xFF },
        { "the answer is a question", 0, 0x23 },
        { "the server's clock is not set", 0, 0xE4 },
        { "the server wants to be left alone", 1, 0 },
        { "the server knows no time", 1, 16 },
        { "it was sent before the question came", 40, 0x01 },
    };

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_right_answer_gives_the_time_and_how_sure_it_is(bool isNextEra)
    {
        var time = isNextEra ? NextEra : Time;
        await using var server = new LocalTimeServer(question => LocalTimeServer.Right(question, time));
        var source = new SntpClockSource("127.0.0.1", server.Port);
        Assert.Null(source.Read());

        Assert.True(await source.Refresh(Cancellation));

        var reading = source.Read()!.Value;
        Assert.True(reading.Instant > time);
        Assert.True(reading.Accuracy >= TimeSpan.FromMilliseconds(1.4));
    }

    [Theory, MemberData(nameof(Spoiled))]
    public async Task What_cannot_be_believed_is_not(string why, int at, byte octet)
    {
        await using var server = new LocalTimeServer(question =>
        {
            var answer = LocalTimeServer.Right(question, Time);
            // Whatever chance stood there.
            answer[at] = answer[at] == octet ? (byte)(octet ^ 0x10) : octet;
            return answer;
        });
        var source = new SntpClockSource("127.0.0.1", server.Port);

        Assert.False(await source.Refresh(Cancellation), why);
        Assert.Null(source.Read());
    }

    [Fact]
    public async Task What_was_known_stays_where_the_next_answer_is_too_short_or_forged()
    {
        var asked = 0;
        await using var server = new LocalTimeServer(question => ++asked switch
        {
            1 => LocalTimeServer.Right(question, Time),
            2 => LocalTimeServer.Right(question, Time)[..47],
            // Whoever has not seen the question can only guess what to repeat.
            _ => LocalTimeServer.Right(RandomNumberGenerator.GetBytes(48), Time.AddDays(1)),
        });
        var source = new SntpClockSource("127.0.0.1", server.Port);

        Assert.True(await source.Refresh(Cancellation));
        Assert.False(await source.Refresh(Cancellation));
        Assert.False(await source.Refresh(Cancellation));
        Assert.True(source.Read()!.Value.Instant < Time.AddHours(1));
    }

    [Fact]
    public async Task A_server_that_is_silent_or_not_there_gives_no_time()
    {
        await using var silent = new LocalTimeServer(_ => null);
        var source = new SntpClockSource("127.0.0.1", silent.Port);
        Assert.False(await source.Refresh(Cancellation));

        var gone = new LocalTimeServer(_ => null);
        var port = gone.Port;
        await gone.DisposeAsync();
        Assert.False(await new SntpClockSource("127.0.0.1", port).Refresh(Cancellation));
        Assert.Null(source.Read());
    }
}
