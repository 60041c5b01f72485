using System.Runtime.InteropServices;
using ScCa.Application.Ports;
using Xunit;

namespace ScCa.Stores.Contract;

public abstract class MaterialStoreContract : StoreContract
{
    private static readonly string Name1 = new('a', 64);
    private static readonly string Name2 = new('b', 64);

    private IMaterialStore Store => Stores.Materials;

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_What_was_put_is_found_under_its_subject_and_name_only()
    {
        await Store.Put("s-1", Name1, Bytes(1, 2, 3), Cancellation);
        await Store.Put("s-1", Name2, Bytes(4), Cancellation);
        await Store.Put("s-2", Name1, Bytes(5), Cancellation);

        Assert.Equal([1, 2, 3], await Found("s-1", Name1));
        Assert.Equal([4], await Found("s-1", Name2));
        Assert.Equal([5], await Found("s-2", Name1));
        Assert.Null(await Found("s-2", Name2));
        Assert.Null(await Found("s-3", Name1));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Put_again_the_last_content_stands_and_of_many_at_once_one_whole()
    {
        await Store.Put("s-1", Name1, Bytes(1), Cancellation);
        await Task.WhenAll(Enumerable.Range(1, 16).Select(
            n => Task.Run(async () => await Store.Put("s-1", Name1, Enumerable.Repeat((byte)n, 100_000).ToArray(), Cancellation), Cancellation)));

        var found = (await Found("s-1", Name1))!;
        Assert.Equal(100_000, found.Length);
        Assert.Single(found.Distinct());
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_Everything_of_a_subject_is_deleted_as_often_as_it_is_asked_for_and_nothing_of_others()
    {
        await Store.Put("s-1", Name1, Bytes(1), Cancellation);
        await Store.Put("s-1", Name2, Bytes(2), Cancellation);
        await Store.Put("s-2", Name1, Bytes(3), Cancellation);

        await Store.DeleteAll("s-1", Cancellation);
        await Store.DeleteAll("s-1", Cancellation);
        await Store.DeleteAll("never-there", Cancellation);

        Assert.Null(await Found("s-1", Name1));
        Assert.Null(await Found("s-1", Name2));
        Assert.Equal([3], await Found("s-2", Name1));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_More_than_was_asked_for_is_not_read()
    {
        await Store.Put("s-1", Name1, new byte[1000], Cancellation);

        Assert.Equal(1000, (await Store.Find("s-1", Name1, 1000, Cancellation))!.Value.Length);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Store.Find("s-1", Name1, 999, Cancellation));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Wiping_what_was_given_or_answered_does_not_wipe_what_is_kept()
    {
        byte[] given = [1, 2, 3];
        await Store.Put("s-1", Name1, given, Cancellation);
        given.AsSpan().Clear();
        MemoryMarshal.AsMemory((await Store.Find("s-1", Name1, 9, Cancellation))!.Value).Span.Clear();

        Assert.Equal([1, 2, 3], await Found("s-1", Name1));
    }

    [Theory]
    [Trait("rule", "A7")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("../../x")]
    [InlineData("a/b")]
    [InlineData("con:")]
    [InlineData("四川")]
    public async Task A7_No_subject_leads_anywhere_else(string subject)
    {
        await Store.Put(subject, Name1, Bytes(1), Cancellation);

        Assert.Equal([1], await Found(subject, Name1));
        await Store.DeleteAll(subject, Cancellation);
        Assert.Null(await Found(subject, Name1));
    }

    [Theory]
    [Trait("rule", "A7")]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("../aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg")]
    public async Task A7_A_name_is_64_hex_digits(string name)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Put("s-1", name, Bytes(1), Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Find("s-1", name, 9, Cancellation));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_Mistakes_and_cancelled_puts_write_nothing()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Put("", Name1, Bytes(1), Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Put("s-1", Name1, Bytes(), Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Put("s-1", Name1, Bytes(1), new CancellationToken(canceled: true)));
        Assert.Null(await Found("s-1", Name1));
    }

    private static ReadOnlyMemory<byte> Bytes(params byte[] bytes) => bytes;

    private async Task<byte[]?> Found(string subject, string name) => (await Store.Find(subject, name, 1_000_000, Cancellation))?.ToArray();
}
