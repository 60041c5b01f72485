using Xunit;

namespace ScCa.Keys.Tests;

public sealed class FileMasterSecretsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_version_is_the_file_that_was_there_before_there_were_versions()
    {
        byte[] before;
        using (var single = FileMasterSecret.Create(folder["master.key"]))
            before = Derive((purpose, key) => single.Derive(purpose, key));
        using var secrets = FileMasterSecrets.Open(folder.Path);

        Assert.Equal([1], secrets.Versions);
        Assert.Equal(before, Of(secrets, 1));
    }

    [Fact]
    public void Each_version_is_a_secret_of_its_own_and_stays_after_a_restart()
    {
        byte[] first, second;
        using (var secrets = FileMasterSecrets.Create(folder.Path))
        {
            secrets.Make(2);
            secrets.Make(10);
            (first, second) = (Of(secrets, 1), Of(secrets, 2));
            secrets.Make(2);
            Assert.Equal(second, Of(secrets, 2));
        }

        using var again = FileMasterSecrets.Open(folder.Path);
        Assert.Equal([1, 2, 10], again.Versions);
        Assert.NotEqual(first, second);
        Assert.Equal(first, Of(again, 1));
        Assert.Equal(second, Of(again, 2));
        Assert.Equal(folder["master.10.key"], FileMasterSecrets.NewestFileIn(folder.Path));
    }

    [Fact]
    public void A_version_that_another_process_makes_is_found_when_it_is_asked_for()
    {
        using var here = FileMasterSecrets.Create(folder.Path);
        Assert.Equal("FileMissing", Assert.Throws<KeyRefusedException>(() => Of(here, 2)).Code);
        using var there = FileMasterSecrets.Open(folder.Path);

        there.Make(2);

        Assert.Equal(Of(there, 2), Of(here, 2));
    }

    [Fact]
    public void A_retired_version_is_in_no_file_any_more_and_retiring_it_again_is_no_mistake()
    {
        using var secrets = FileMasterSecrets.Create(folder.Path);
        secrets.Make(2);
        var bytes = File.ReadAllBytes(folder["master.key"]);
        var second = Of(secrets, 2);

        secrets.Retire(1);
        secrets.Retire(1);

        Assert.Equal([2], secrets.Versions);
        Assert.Equal([folder["master.2.key"]], Directory.GetFiles(folder.Path));
        Assert.DoesNotContain(Directory.GetFiles(folder.Path), file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0);
        Assert.Throws<KeyRefusedException>(() => Of(secrets, 1));
        Assert.Equal(second, Of(secrets, 2));
        using var again = FileMasterSecrets.Open(folder.Path);
        Assert.Equal(second, Of(again, 2));
    }

    [Fact]
    public void Where_there_is_no_version_nothing_opens_and_nothing_is_made_by_opening()
    {
        Assert.Equal("FileMissing", Assert.Throws<KeyRefusedException>(() => FileMasterSecrets.Open(folder.Path)).Code);
        Assert.False(FileMasterSecrets.IsIn(folder.Path));
        Assert.False(FileMasterSecrets.IsIn(folder["not-there"]));
        Assert.Equal(folder["master.key"], FileMasterSecrets.NewestFileIn(folder.Path));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_secret_that_is_there_is_not_made_anew()
    {
        FileMasterSecrets.Create(folder.Path).Dispose();

        Assert.Equal("FileAlreadyThere", Assert.Throws<KeyRefusedException>(() => FileMasterSecrets.Create(folder.Path)).Code);
    }

    [Theory]
    [InlineData("master.1.key")]
    [InlineData("master.0.key")]
    [InlineData("master.-2.key")]
    [InlineData("master.two.key")]
    [InlineData("master.2.3.key")]
    [InlineData("master.key.0123456789abcdef.new")]
    [InlineData("masters.key")]
    public void Only_the_names_of_versions_are_versions(string name)
    {
        FileMasterSecrets.Create(folder.Path).Dispose();
        File.WriteAllBytes(folder[name], new byte[32]);

        using var secrets = FileMasterSecrets.Open(folder.Path);
        Assert.Equal([1], secrets.Versions);
    }

    [Fact]
    public void The_newest_version_must_be_fit_to_use_from_the_start()
    {
        using (var secrets = FileMasterSecrets.Create(folder.Path))
            secrets.Make(2);
        File.WriteAllBytes(folder["master.2.key"], new byte[7]);

        Assert.Equal("MasterSecretMalformed", Assert.Throws<KeyRefusedException>(() => FileMasterSecrets.Open(folder.Path)).Code);
    }

    [Fact]
    public void Of_many_who_make_a_version_at_once_all_have_the_same()
    {
        FileMasterSecrets.Create(folder.Path).Dispose();

        var made = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ =>
        {
            using var secrets = FileMasterSecrets.Open(folder.Path);
            secrets.Make(2);
            return Convert.ToHexString(Of(secrets, 2));
        }).Distinct();

        Assert.Single(made);
    }

    private static byte[] Of(FileMasterSecrets secrets, int version) => Derive((purpose, key) => secrets.Derive(version, purpose, key));

    private static byte[] Derive(DeriveKey derive)
    {
        var key = new byte[32];
        derive("subjects", key);
        return key;
    }

    private delegate void DeriveKey(string purpose, Span<byte> key);
}
