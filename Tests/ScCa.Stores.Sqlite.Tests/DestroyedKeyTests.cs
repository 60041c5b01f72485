using ScCa.Application.Ports;
using ScCa.Stores.Sqlite.Connections;
using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

public sealed class DestroyedKeyTests : IDisposable
{
    private const int KeyLength = 60;

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_A_destroyed_key_is_in_no_file_of_the_folder_and_stays_destroyed_after_a_restart()
    {
        var key = KeyOf(1, version: 1);
        await using (var stores = SqliteUnderTest.OpenIn(folder.Path))
        {
            await stores.SubjectKeys.AddIfAbsent("subject", key, Cancellation);
            Assert.NotEmpty(FilesWith(key));

            await stores.SubjectKeys.Destroy("subject", Cancellation);

            Assert.Empty(FilesWith(key));
            Assert.Equal(0, new FileInfo(folder.File("vault.db-wal")).Length);
        }

        Assert.Empty(FilesWith(key));
        await using var again = SqliteUnderTest.OpenIn(folder.Path);
        Assert.Null(await again.SubjectKeys.AddIfAbsent("subject", key, Cancellation));
        Assert.Empty(FilesWith(key));
    }

    // SQLite moves keys from page to page as a page fills up: no copy may stay behind where one was.
    [Theory]
    [Trait("rule", "A10")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A10_Of_many_keys_added_replaced_and_destroyed_in_any_order_no_destroyed_one_is_left(int seed)
    {
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        var keys = stores.SubjectKeys;
        var order = Enumerable.Range(0, 600).OrderBy(n => Scrambled(n, seed)).ToArray();
        foreach (var n in order)
            await keys.AddIfAbsent(Subject(n), KeyOf(n, 1), Cancellation);
        await keys.RaiseMasterVersion(2, Cancellation);
        foreach (var n in order.Where(n => n % 3 == 0))
            await keys.Replace(Subject(n), KeyOf(n, 1), KeyOf(n, 2), Cancellation);
        var destroyed = order.Where(n => Scrambled(n, seed + 1) % 4 == 0).ToArray();

        await Task.WhenAll(destroyed.Select(async n => await keys.Destroy(Subject(n), Cancellation)));

        Assert.NotEmpty(destroyed);
        var files = Files();
        Assert.DoesNotContain(destroyed, n => IsIn(files, KeyOf(n, 1)) || IsIn(files, KeyOf(n, 2)));
        foreach (var n in order.Except(destroyed))
            Assert.Equal(KeyOf(n, n % 3 == 0 ? 2 : 1), await keys.Find(Subject(n), Cancellation));
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_While_another_process_reads_in_the_log_a_destruction_is_not_said_to_be_done_and_can_be_repeated()
    {
        var key = KeyOf(1, version: 1);
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        await stores.SubjectKeys.AddIfAbsent("subject", key, Cancellation);
        using (var reader = Connection.OpenReader(folder.File("vault.db"), new("test")))
        {
            reader.Run("BEGIN");
            reader.AskNumber("SELECT count(*) FROM subject_keys");

            await Assert.ThrowsAsync<SqliteStoreException>(async () => await stores.SubjectKeys.Destroy("subject", Cancellation));
            Assert.NotEmpty(FilesWith(key));
            Assert.Null(await stores.SubjectKeys.Find("subject", Cancellation));
            reader.Run("COMMIT");
        }

        await stores.SubjectKeys.Destroy("subject", Cancellation);
        Assert.Empty(FilesWith(key));
    }

    private static string Subject(int n) => $"s-{Scrambled(n, 7):x16}";

    // Not the same bytes at any two places, and never a run that another key has.
    private static WrappedKey KeyOf(int n, int version)
    {
        var bytes = new byte[KeyLength];
        for (var i = 0; i < bytes.Length; i += 8)
            BitConverter.TryWriteBytes(bytes.AsSpan(i), Scrambled((n * 1000) + i, version));
        return new WrappedKey(version, bytes);
    }

    // SplitMix64's finalizer: the same on every machine.
    private static ulong Scrambled(int n, int seed)
    {
        var x = ((ulong)(uint)n + 1) * 0x9E3779B97F4A7C15UL + ((ulong)(uint)seed * 0xD1B54A32D192ED03UL);
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    private byte[][] Files() => [.. Directory.GetFiles(folder.Path).Select(File.ReadAllBytes)];

    private string[] FilesWith(WrappedKey key) => [.. Directory.GetFiles(folder.Path).Where(file => IsIn([File.ReadAllBytes(file)], key))];

    // Half a key is enough to be found: a page may have overwritten the rest.
    private static bool IsIn(byte[][] files, WrappedKey key) => files.Any(file =>
        file.AsSpan().IndexOf(key.Bytes.Span[..16]) >= 0 || file.AsSpan().IndexOf(key.Bytes.Span[^24..]) >= 0);
}
