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
        byte[] first = [0, 1, 2, 0xFF];

        Assert.Equal(first, (await Store.AddIfAbsent("subject-1", first, Cancellation)).ToArray());
        Assert.Equal(first, (await Store.AddIfAbsent("subject-1", new byte[] { 9 }, Cancellation)).ToArray());
        Assert.Equal(first, (await Store.Find("subject-1", Cancellation))!.Value.ToArray());
        Assert.Equal(new byte[] { 9 }, (await Store.AddIfAbsent("subject-2", new byte[] { 9 }, Cancellation)).ToArray());
        Assert.Null(await Store.Find("Subject-1", Cancellation));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Of_64_adds_at_once_one_key_wins_and_all_answer_with_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            caller => Task.Run(async () => await Store.AddIfAbsent("subject-1", new[] { (byte)caller }, Cancellation), Cancellation)));

        var winner = Assert.Single(answers.Select(key => Assert.Single(key.ToArray())).Distinct());
        Assert.Equal([winner], (await Store.Find("subject-1", Cancellation))!.Value.ToArray());
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Wiping_what_was_given_or_answered_does_not_wipe_the_key()
    {
        byte[] given = [1, 2, 3];
        var answered = await Store.AddIfAbsent("subject-1", given, Cancellation);
        var found = await Store.Find("subject-1", Cancellation);
        given.AsSpan().Clear();
        Wipe(answered);
        Wipe(found!.Value);

        Assert.Equal([1, 2, 3], (await Store.Find("subject-1", Cancellation))!.Value.ToArray());
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Mistakes_and_cancelled_adds_write_nothing()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.AddIfAbsent("", new byte[] { 1 }, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.AddIfAbsent("subject-1", ReadOnlyMemory<byte>.Empty, Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.AddIfAbsent("subject-1", new byte[] { 1 }, new CancellationToken(canceled: true)));
        Assert.Null(await Store.Find("subject-1", Cancellation));
    }

    private static void Wipe(ReadOnlyMemory<byte> key) => System.Runtime.InteropServices.MemoryMarshal.AsMemory(key).Span.Clear();
}
