using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ScCa.Keys.Tests;

public sealed class FileMasterSecretTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_purpose_gives_the_same_key_after_a_restart_and_another_purpose_another()
    {
        byte[] first;
        using (var made = FileMasterSecret.Create(folder["master.key"]))
            first = Derive(made, "subjects");
        using var opened = FileMasterSecret.Open(folder["master.key"]);

        Assert.Equal(first, Derive(opened, "subjects"));
        Assert.NotEqual(first, Derive(opened, "phones"));
    }

    [Fact]
    public void A_derived_key_is_HKDF_SHA256_of_the_file_under_the_purpose()
    {
        File.WriteAllBytes(folder["master.key"], [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        OwnerOnly();
        using var secret = FileMasterSecret.Open(folder["master.key"]);

        // Fixed for ever: what is sealed under these keys must open in every later version.
        var expected = Extract([.. Enumerable.Range(0, 32).Select(i => (byte)i)], "ScCa.Core master secret 1", "subjects");
        Assert.Equal(expected, Derive(secret, "subjects"));
    }

    [Fact]
    public void Two_files_hold_two_secrets()
    {
        using var one = FileMasterSecret.Create(folder["one"]);
        using var two = FileMasterSecret.Create(folder["two"]);

        Assert.NotEqual(Derive(one, "subjects"), Derive(two, "subjects"));
    }

    [Fact]
    public void A_missing_secret_is_not_made_by_opening_it()
    {
        Assert.Equal("FileMissing", Assert.Throws<KeyRefusedException>(() => FileMasterSecret.Open(folder["master.key"])).Code);
        Assert.False(File.Exists(folder["master.key"]));
    }

    [Theory]
    [InlineData(1, "MasterSecretMalformed")]
    [InlineData(31, "MasterSecretMalformed")]
    [InlineData(33, "FileTooLong")]
    public void A_secret_of_another_length_is_refused(int length, string code)
    {
        File.WriteAllBytes(folder["master.key"], new byte[length]);
        OwnerOnly();

        Assert.Equal(code, Assert.Throws<KeyRefusedException>(() => FileMasterSecret.Open(folder["master.key"])).Code);
    }

    [Fact]
    public void A_secret_that_others_may_read_is_refused_and_an_existing_one_is_not_replaced()
    {
        using (FileMasterSecret.Create(folder["master.key"])) { }
        var before = File.ReadAllBytes(folder["master.key"]);

        Assert.Equal("FileAlreadyThere", Assert.Throws<KeyRefusedException>(() => FileMasterSecret.Create(folder["master.key"])).Code);
        Assert.Equal(before, File.ReadAllBytes(folder["master.key"]));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["master.key"], UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal("ReadableByOthers", Assert.Throws<KeyRefusedException>(() => FileMasterSecret.Open(folder["master.key"])).Code);
    }

    [Fact]
    public void After_disposal_nothing_is_derived()
    {
        var secret = FileMasterSecret.Create(folder["master.key"]);
        secret.Dispose();
        secret.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Derive(secret, "subjects"));
        Assert.Equal("(master secret)", secret.ToString());
    }

    private static byte[] Derive(FileMasterSecret secret, string purpose)
    {
        var key = new byte[32];
        secret.Derive(purpose, key);
        return key;
    }

    // RFC 5869 §2.2 and §2.3, written out for one block.
    private static byte[] Extract(byte[] secret, string salt, string purpose)
    {
        var extracted = HMACSHA256.HashData(Encoding.ASCII.GetBytes(salt), secret);
        byte[] info = [.. Encoding.UTF8.GetBytes(purpose), 1];
        return HMACSHA256.HashData(extracted, info);
    }

    private void OwnerOnly()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["master.key"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
