using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

public sealed class MaterialFileTests : IDisposable
{
    private static readonly string Name = new('a', 64);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_A_material_is_one_file_that_only_the_owner_can_read_and_is_there_after_a_restart()
    {
        await using (var stores = SqliteUnderTest.OpenIn(folder.Path))
        {
            await stores.Materials.Put("s-1", Name, new byte[] { 1, 2 }, Cancellation);
            await stores.Materials.Put("s-1", Name, new byte[] { 3 }, Cancellation);
        }

        var file = Assert.Single(Materials());
        Assert.Equal(Name, Path.GetFileName(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
        }

        await using var again = SqliteUnderTest.OpenIn(folder.Path);
        Assert.Equal([3], (await again.Materials.Find("s-1", Name, 9, Cancellation))!.Value.ToArray());
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_What_a_crash_left_half_written_is_never_read_and_goes_with_the_rest()
    {
        await using var stores = SqliteUnderTest.OpenIn(folder.Path);
        await stores.Materials.Put("s-1", Name, new byte[] { 1, 2 }, Cancellation);
        var place = Path.GetDirectoryName(Assert.Single(Materials()))!;
        // As this very process would name its next ones.
        for (var n = 1; n <= 5; n++)
            await File.WriteAllBytesAsync(Path.Combine(place, $"{Name}.{Environment.ProcessId}-{n}.new"), [9], Cancellation);

        await stores.Materials.Put("s-1", Name, new byte[] { 3 }, Cancellation);
        Assert.Equal([3], (await stores.Materials.Find("s-1", Name, 9, Cancellation))!.Value.ToArray());

        await stores.Materials.DeleteAll("s-1", Cancellation);
        Assert.Empty(Materials());
        Assert.False(Directory.Exists(place));
    }

    [Fact]
    [Trait("rule", "A7")]
    public async Task A7_No_subjects_id_stands_in_a_path_and_none_leads_out_of_the_folder()
    {
        var inner = folder.File("data");
        await using (var stores = SqliteUnderTest.OpenIn(inner))
        {
            foreach (var subject in new[] { "..", "../..", "/", "s-1" })
                await stores.Materials.Put(subject, Name, new byte[] { 1 }, Cancellation);
        }

        Assert.Equal(["data"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
        Assert.Equal(4, Directory.EnumerateFiles(Path.Combine(inner, "materials"), "*", SearchOption.AllDirectories).Count());
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries(Path.Combine(inner, "materials"), "*", SearchOption.AllDirectories),
            path => path.Contains("s-1", StringComparison.Ordinal));
    }

    private string[] Materials() => Directory.Exists(folder.File("materials"))
        ? Directory.GetFiles(folder.File("materials"), "*", SearchOption.AllDirectories)
        : [];
}
