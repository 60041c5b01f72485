using System.Runtime.InteropServices;
using ScCa.Application.Ports;
using Xunit;

namespace ScCa.Stores.Contract;

public abstract class SubjectKeysContract : StoreContract
{
    private ISubjectKeys Store => Stores.SubjectKeys;

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_An_unknown_subject_has_no_key() => Assert.Null(await Store.Find("subject-1", Cancellation));

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_The_first_key_of_a_subject_stays_and_later_adds_answer_with_it()
    {
        var first = Given.Key(0, 1, 2, 0xFF);

        Assert.Equal(first, await Store.AddIfAbsent("subject-1", first, Cancellation));
        Assert.Equal(first, await Store.AddIfAbsent("subject-1", Given.Key(9), Cancellation));
        Assert.Equal(first, await Store.Find("subject-1", Cancellation));
        Assert.Equal(Given.Key(9), await Store.AddIfAbsent("subject-2", Given.Key(9), Cancellation));
        Assert.Null(await Store.Find("Subject-1", Cancellation));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Of_64_adds_at_once_one_key_wins_and_all_answer_with_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            caller => Task.Run(async () => await Store.AddIfAbsent("subject-1", Given.Key((byte)caller), Cancellation), Cancellation)));

        var winner = Assert.Single(answers.Distinct());
        Assert.Equal(winner, await Store.Find("subject-1", Cancellation));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Wiping_what_was_given_or_answered_does_not_wipe_the_key()
    {
        byte[] given = [1, 2, 3];
        var answered = await Store.AddIfAbsent("subject-1", new WrappedKey(1, given), Cancellation);
        var found = await Store.Find("subject-1", Cancellation);
        var listed = await Store.WrappedBefore(2, 9, Cancellation);
        given.AsSpan().Clear();
        Wipe(answered!.Bytes);
        Wipe(found!.Bytes);
        Wipe(listed[0].Key.Bytes);

        Assert.Equal(Given.Key(1, 2, 3), await Store.Find("subject-1", Cancellation));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Mistakes_and_cancelled_adds_write_nothing()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.AddIfAbsent("", Given.Key(1), Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.AddIfAbsent("subject-1", Given.Key(), Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.AddIfAbsent("subject-1", new WrappedKey(0, new byte[] { 1 }), Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.AddIfAbsent("subject-1", Given.Key(1), new CancellationToken(canceled: true)));
        Assert.Null(await Store.Find("subject-1", Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_key_destroyed_stays_destroyed_and_its_subject_gets_no_other()
    {
        await Store.AddIfAbsent("subject-1", Given.Key(1), Cancellation);
        await Store.AddIfAbsent("subject-2", Given.Key(2), Cancellation);

        for (var time = 1; time <= 2; time++)
        {
            await Store.Destroy("subject-1", Cancellation);
            Assert.Null(await Store.Find("subject-1", Cancellation));
            Assert.Null(await Store.AddIfAbsent("subject-1", Given.Key(3), Cancellation));
            Assert.False(await Store.Replace("subject-1", Given.Key(1), Given.Key(4), Cancellation));
            Assert.Null(await Store.Find("subject-1", Cancellation));
        }

        Assert.Equal("subject-2", Assert.Single(await Store.WrappedBefore(2, 9, Cancellation)).Subject);
        Assert.Equal(Given.Key(2), await Store.Find("subject-2", Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_Somebody_destroyed_before_he_had_a_key_gets_none()
    {
        await Store.Destroy("subject-1", Cancellation);

        Assert.Null(await Store.AddIfAbsent("subject-1", Given.Key(1), Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_Of_adds_and_a_destruction_at_once_no_key_is_left()
    {
        var adding = Enumerable.Range(0, 32).Select(n => Task.Run(async () => await Store.AddIfAbsent("subject-1", Given.Key((byte)n), Cancellation), Cancellation));
        await Task.WhenAll([.. adding, Task.Run(async () => await Store.Destroy("subject-1", Cancellation), Cancellation)]);

        Assert.Null(await Store.Find("subject-1", Cancellation));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_A_key_takes_the_place_of_the_one_that_is_known_and_of_no_other()
    {
        await Store.AddIfAbsent("subject-1", Given.Key(1), Cancellation);

        Assert.False(await Store.Replace("subject-1", Given.Key(2), Given.Key(3), Cancellation));
        Assert.False(await Store.Replace("subject-1", new WrappedKey(2, new byte[] { 1 }), Given.Key(3), Cancellation));
        Assert.False(await Store.Replace("subject-2", Given.Key(1), Given.Key(3), Cancellation));
        Assert.Null(await Store.Find("subject-2", Cancellation));
        Assert.True(await Store.Replace("subject-1", Given.Key(1), new WrappedKey(2, new byte[] { 3 }), Cancellation));
        Assert.Equal(new WrappedKey(2, new byte[] { 3 }), await Store.Find("subject-1", Cancellation));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_From_a_new_version_on_no_key_comes_in_under_an_older_one()
    {
        var first = Given.Key(1);
        Assert.Equal(1, await Store.MasterVersion(Cancellation));
        await Store.AddIfAbsent("subject-1", first, Cancellation);
        await Store.RaiseMasterVersion(2, Cancellation);
        await Store.RaiseMasterVersion(1, Cancellation);

        Assert.Equal(2, await Store.MasterVersion(Cancellation));
        await Assert.ThrowsAsync<OutdatedMasterVersionException>(async () => await Store.AddIfAbsent("subject-2", Given.Key(2), Cancellation));
        await Assert.ThrowsAsync<OutdatedMasterVersionException>(async () => await Store.Replace("subject-1", first, Given.Key(9), Cancellation));
        Assert.Null(await Store.Find("subject-2", Cancellation));
        Assert.Equal(first, await Store.AddIfAbsent("subject-1", Given.Key(5), Cancellation));
        Assert.NotNull(await Store.AddIfAbsent("subject-2", new WrappedKey(3, new byte[] { 2 }), Cancellation));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_What_is_wrapped_under_older_versions_is_listed_in_portions_until_nothing_is_left()
    {
        for (var n = 0; n < 25; n++)
            await Store.AddIfAbsent($"subject-{n:00}", Given.Key((byte)(n + 1)), Cancellation);
        await Store.RaiseMasterVersion(2, Cancellation);
        await Store.AddIfAbsent("subject-99", new WrappedKey(2, new byte[] { 1 }), Cancellation);

        var seen = new List<string>();
        while (await Store.WrappedBefore(2, 7, Cancellation) is { Count: > 0 } portion)
        {
            Assert.InRange(portion.Count, 1, 7);
            foreach (var (subject, key) in portion)
            {
                seen.Add(subject);
                Assert.True(await Store.Replace(subject, key, key with { MasterVersion = 2 }, Cancellation));
            }
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(n => $"subject-{n:00}"), seen.Order(StringComparer.Ordinal));
        Assert.Empty(await Store.WrappedBefore(2, 7, Cancellation));
        Assert.Equal(26, (await Store.WrappedBefore(3, 100, Cancellation)).Count);
    }

    private static void Wipe(ReadOnlyMemory<byte> key) => MemoryMarshal.AsMemory(key).Span.Clear();
}
