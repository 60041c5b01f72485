using Xunit;

namespace ScCa.Keys.Tests;

public sealed class PasswordTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("secret", "secret")]
    [InlineData("secret\n", "secret")]
    [InlineData("secret\r\nsecond line", "secret")]
    [InlineData("口令 with spaces ", "口令 with spaces ")]
    public void A_password_is_the_first_line_of_its_file(string content, string expected)
    {
        PrivateFile.Create(folder["password"], System.Text.Encoding.UTF8.GetBytes(content));

        using var password = Password.FromFile(folder["password"]);

        Assert.Equal(expected, new string(password.Characters));
    }

    [Fact]
    public void A_password_that_is_empty_or_no_text_is_refused_without_being_quoted()
    {
        PrivateFile.Create(folder["empty"], "\nsecond"u8);
        PrivateFile.Create(folder["bytes"], [0x73, 0x65, 0xFF, 0xFE]);

        Assert.Equal("PasswordEmpty", Assert.Throws<KeyRefusedException>(() => Password.FromFile(folder["empty"])).Code);
        var refusal = Assert.Throws<KeyRefusedException>(() => Password.FromFile(folder["bytes"]));
        Assert.Equal("PasswordNotText", refusal.Code);
        Assert.Null(refusal.InnerException);
    }

    [Fact]
    public void A_disposed_password_gives_nothing_and_never_shows_itself()
    {
        var password = Password.Copy("secret");
        Assert.Equal("(password)", password.ToString());

        password.Dispose();

        Assert.Throws<ObjectDisposedException>(() => password.Characters.Length);
    }
}
