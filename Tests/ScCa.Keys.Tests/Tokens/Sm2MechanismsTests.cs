using System.Text;
using ScCa.Keys.Tokens;
using ScCa.Testing;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

public sealed class Sm2MechanismsTests
{
    private const string Good = """
        { "maker": "M", "keyType": "0x80000004", "keyPairGeneration": "0x80008001", "signature": "0x80008104", "takes": "digest", "gives": "raw", "point": "raw" }
        """;

    [Fact]
    public void A_makers_file_is_read_as_it_is_written()
    {
        var read = Sm2Mechanisms.Parse("file", Encoding.UTF8.GetBytes(Good));

        Assert.Equal(
            new Sm2Mechanisms
            {
                Maker = "M",
                KeyType = 0x80000004,
                KeyPairGeneration = 0x80008001,
                Signature = 0x80008104,
                Takes = Sm2Input.Digest,
                Gives = SignatureForm.Raw,
                Point = PointForm.Raw,
            },
            read);
    }

    [Fact]
    public void The_files_that_ship_can_be_used()
    {
        var files = Directory.GetFiles(Repository.At("Infrastructure", "ScCa.Keys", "Tokens", "Makers"), "*.json");

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.NotEmpty(Sm2Mechanisms.FromFile(file).Maker));
    }

    [Theory]
    [InlineData("\"maker\": \"M\",", "", "maker")]
    [InlineData("\"maker\": \"M\"", "\"maker\": \"\"", "maker")]
    [InlineData("\"maker\": \"M\"", "\"maker\": 1", "maker")]
    [InlineData("\"signature\": \"0x80008104\",", "", "signature")]
    [InlineData("\"0x80008104\"", "\"80008104\"", "signature")]
    [InlineData("\"0x80008104\"", "\"0x\"", "signature")]
    [InlineData("\"0x80008104\"", "\"0x180008104\"", "signature")]
    [InlineData("\"0x80008104\"", "\"0x+1\"", "signature")]
    [InlineData("\"0x80008104\"", "2147516676", "signature")]
    [InlineData("\"keyType\": \"0x80000004\",", "", "keyType")]
    [InlineData("\"digest\"", "\"hash\"", "takes")]
    [InlineData("\"gives\": \"raw\"", "\"gives\": \"RAW\"", "gives")]
    [InlineData("\"point\": \"raw\"", "\"point\": \"compressed\"", "point")]
    [InlineData(", \"point\": \"raw\"", "", "point")]
    [InlineData("\"point\"", "\"Point\"", "Point")]
    [InlineData("{ ", "{ \"colour\": \"red\", ", "colour")]
    [InlineData("{ ", "{ \"gives\": \"der\", ", "JSON")]
    [InlineData("}", "", "JSON")]
    [InlineData("}", "} x", "JSON")]
    [InlineData("{ ", "[{ ", "JSON")]
    public void A_fault_in_a_makers_file_is_told_by_its_name(string what, string instead, string named)
    {
        var at = Good.IndexOf(what, StringComparison.Ordinal);
        var json = Good[..at] + instead + Good[(at + what.Length)..];

        var refused = Refusals.Of(() => Sm2Mechanisms.Parse("their.json", Encoding.UTF8.GetBytes(json)));

        Assert.Equal(TokenRefusal.VendorFileUnusable, refused.Refusal);
        Assert.Contains("their.json", refused.En, StringComparison.Ordinal);
        Assert.Contains(named, refused.En, StringComparison.Ordinal);
        Assert.Contains(named, refused.ZhCn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_too_long_or_no_object_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["long.json"], new string(' ', 100_000));

        foreach (var action in new Action[]
        {
            () => Sm2Mechanisms.FromFile(folder["nothing.json"]), () => Sm2Mechanisms.FromFile(folder.Path), () => Sm2Mechanisms.FromFile(folder["long.json"]),
            () => Sm2Mechanisms.Parse("list", "[]"u8.ToArray()), () => Sm2Mechanisms.Parse("nothing", Array.Empty<byte>()),
        })
            Assert.Equal(TokenRefusal.VendorFileUnusable, Refusals.Of(action).Refusal);
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_never_more_than_that() => Property.Check<string>(text =>
    {
        try
        {
            Sm2Mechanisms.Parse("any", Encoding.UTF8.GetBytes(text ?? ""));
        }
        catch (TokenRefusedException refused)
        {
            Assert.Equal(TokenRefusal.VendorFileUnusable, refused.Refusal);
        }
    });
}
