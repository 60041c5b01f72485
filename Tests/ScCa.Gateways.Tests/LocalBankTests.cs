using ScCa.Application.Ports;
using ScCa.Domain.Payments;
using ScCa.Gateways.Bank;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class LocalBankTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestVault vault = new();

    public void Dispose()
    {
        folder.Dispose();
        vault.Dispose();
    }

    [Fact]
    [Trait("rule", "P3")]
    public async Task P3_a_transfer_is_on_the_statement_as_it_was_made_even_after_a_restart()
    {
        var made = await Transfer(Open(1), "甲（集团）公司", 40_000);

        var read = await ReadAfter(Open(2), 0);

        Assert.Equal([made], read);
        Assert.Equal((1, "甲（集团）公司", 40_000, FixedClock.Now), (made.Number, await vault.NameOf(made.Payer), made.AmountFen, made.BookedAt));
        Assert.Equal(made.Reference, BankReference.Parse(made.Reference).Value);
    }

    [Fact]
    [Trait("rule", "P3")]
    public async Task P3_reading_goes_on_after_a_number_and_stops_at_a_maximum()
    {
        var bank = Open(1);
        for (var i = 1; i <= 5; i++)
            await Transfer(bank, "甲公司", i);

        Assert.Equal([1, 2, 3, 4, 5], (await ReadAfter(bank, 0)).Select(line => line.Number));
        Assert.Equal([3, 4], (await ReadAfter(bank, 2, max: 2)).Select(line => line.Number));
        Assert.Equal([5], (await ReadAfter(bank, 4)).Select(line => line.AmountFen));
        Assert.Empty(await ReadAfter(bank, 5));
        Assert.Empty(await ReadAfter(bank, 500));
    }

    [Fact]
    [Trait("rule", "P3")]
    public async Task P3_writers_at_once_lose_no_line_and_share_no_number_and_no_reference()
    {
        LocalBank[] writers = [Open(1), Open(2), Open(3)];
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => Transfer(writers[i % 3], "甲公司", i + 1))));

        var read = await ReadAfter(Open(4), 0);

        Assert.Equal(Enumerable.Range(1, 60).Select(number => (long)number), read.Select(line => line.Number));
        Assert.Equal(60, read.Select(line => line.Reference).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 60).Sum(), read.Sum(line => line.AmountFen));
    }

    [Fact]
    public async Task A_transfer_that_a_crash_has_torn_was_never_made_and_its_number_is_given_again()
    {
        await Transfer(Open(1), "甲公司", 100);
        await using (var file = new FileStream(folder[LocalBank.FileName], FileMode.Append))
            file.Write("{\"number\":2,\"reference\":\"LOC"u8);

        Assert.Single(await ReadAfter(Open(2), 0));
        var next = await Transfer(Open(2), "乙公司", 200);

        Assert.Equal(2, next.Number);
        Assert.Equal([100, 200], (await ReadAfter(Open(3), 0)).Select(line => line.AmountFen));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Nothing_and_less_than_nothing_is_not_transferred(long amountFen)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Transfer(Open(1), "甲公司", amountFen));
        await Assert.ThrowsAsync<ArgumentException>(() => Transfer(Open(1), " ", 100));

        Assert.Empty(await ReadAfter(Open(1), 0));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_no_payer_is_named_in_the_file_and_one_who_is_erased_leaves_his_namesakes_payment_alone()
    {
        var (his, namesakes) = (await Transfer(Open(1), "王小明", 100), await Transfer(Open(2), "王小明", 200));

        await vault.Erase(his.Payer.Subject);

        Assert.DoesNotContain("王小明", await File.ReadAllTextAsync(folder[LocalBank.FileName], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((null, "王小明"), (await vault.NameOf(his.Payer), await vault.NameOf(namesakes.Payer)));
        Assert.Equal([100, 200], (await ReadAfter(Open(3), 0)).Select(line => line.AmountFen));
        Assert.Equal(his.Payer.NameIndex, namesakes.Payer.NameIndex);
    }

    [Fact]
    public async Task The_statement_opens_for_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await Transfer(Open(1), "甲公司", 100);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder[LocalBank.FileName]));
    }

    private LocalBank Open(int seed) => new(folder.Path, vault.Payers, new FixedClock(), new CountedRandom(seed));

    private static Task<BankLine> Transfer(LocalBank bank, string payer, long amountFen) =>
        bank.Transfer(payer, amountFen, TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<BankLine>> ReadAfter(LocalBank bank, long number, int max = 100) =>
        bank.ReadAfter(number, max, TestContext.Current.CancellationToken);
}
