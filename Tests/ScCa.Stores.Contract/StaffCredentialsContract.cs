using ScCa.Application.Ports;
using Xunit;

namespace ScCa.Stores.Contract;

public abstract class StaffCredentialsContract : StoreContract
{
    private static readonly byte[] Code = [0, 1, 2, 0xFF];
    private static readonly byte[] Passphrase = [7, 7];

    private IStaffCredentials Store => Stores.StaffCredentials;

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_An_unknown_account_has_no_record() => Assert.Null(await Store.Find("zhang", Cancellation));

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_A_record_takes_the_place_of_the_one_that_is_known_and_of_no_other()
    {
        Assert.True(await Store.Replace("zhang", null, Code, Cancellation));
        Assert.False(await Store.Replace("zhang", null, Passphrase, Cancellation));
        Assert.False(await Store.Replace("zhang", new byte[] { 0, 1, 2 }, Passphrase, Cancellation));
        Assert.Equal(Code, await Stored("zhang"));
        Assert.Null(await Store.Find("Zhang", Cancellation));

        Assert.True(await Store.Replace("zhang", Code, Passphrase, Cancellation));
        Assert.False(await Store.Replace("zhang", Code, Code, Cancellation));
        Assert.False(await Store.Replace("wang", Passphrase, Code, Cancellation));
        Assert.Equal(Passphrase, await Stored("zhang"));
        Assert.Null(await Store.Find("wang", Cancellation));
    }

    [Fact]
    [Trait("rule", "F1")]
    public async Task F1_Nothing_can_take_a_records_place()
    {
        await Store.Replace("zhang", null, Code, Cancellation);
        Assert.False(await Store.Replace("zhang", Passphrase, null, Cancellation));
        Assert.Equal(Code, await Stored("zhang"));

        Assert.True(await Store.Replace("zhang", Code, null, Cancellation));
        Assert.Null(await Store.Find("zhang", Cancellation));
        Assert.True(await Store.Replace("zhang", null, null, Cancellation));
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_Of_32_who_use_the_same_code_at_once_one_wins()
    {
        await Store.Replace("zhang", null, Code, Cancellation);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            caller => Task.Run(async () => await Store.Replace("zhang", Code, new[] { (byte)(caller + 1) }, Cancellation), Cancellation)));

        var winner = Assert.Single(Enumerable.Range(0, 32), caller => answers[caller]);
        Assert.Equal([(byte)(winner + 1)], await Stored("zhang"));
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_Wiping_what_was_given_or_answered_does_not_wipe_the_record()
    {
        byte[] given = [1, 2, 3];
        await Store.Replace("zhang", null, given, Cancellation);
        var found = await Store.Find("zhang", Cancellation);
        given.AsSpan().Clear();
        System.Runtime.InteropServices.MemoryMarshal.AsMemory(found!.Value).Span.Clear();

        Assert.Equal([1, 2, 3], await Stored("zhang"));
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_Mistakes_and_cancelled_replacements_write_nothing()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Replace("", null, Code, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Replace("zhang", null, ReadOnlyMemory<byte>.Empty, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Replace("zhang", ReadOnlyMemory<byte>.Empty, Code, Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.Replace("zhang", null, Code, new CancellationToken(canceled: true)));
        Assert.Null(await Store.Find("zhang", Cancellation));
    }

    private async Task<byte[]> Stored(string account) => (await Store.Find(account, Cancellation))!.Value.ToArray();
}
