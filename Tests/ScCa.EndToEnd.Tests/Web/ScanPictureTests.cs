using System.Globalization;
using System.Text.RegularExpressions;
using QRCoder;
using ScCa.Web.Forms;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

public sealed partial class ScanPictureTests
{
    private const int Quiet = 4;

    public static TheoryData<string> Addresses => new("weixin://wxpay/bizpayurl?pr=p4lpSuKzz", "https://examiner.example/check?number=c-1_1_1&back=%2Fprogress", new string('x', 2331));

    [Theory]
    [MemberData(nameof(Addresses))]
    [Trait("rule", "P4")]
    public void P4_the_picture_has_exactly_the_modules_of_the_address(string address)
    {
        var picture = ScanPicture.Of(address)!;
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);

        Assert.Equal(code.ModuleMatrix.Count, picture.Size);
        var expected = code.ModuleMatrix.SelectMany((row, y) => row.Cast<bool>().Select((dark, x) => (dark, x, y))).Where(m => m.dark).Select(m => (m.x, m.y));
        Assert.Equal(expected, Modules(picture));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    [Trait("rule", "P4")]
    public void P4_four_quiet_modules_surround_a_code_of_error_correction_M(string address)
    {
        var picture = ScanPicture.Of(address)!;
        var dark = Modules(picture).ToHashSet();
        var last = picture.Size - Quiet - 1;

        // Version 1 has 21 modules, and each later one 4 more.
        Assert.Equal(0, (picture.Size - (2 * Quiet) - 21) % 4);
        Assert.All(dark, m => Assert.True(m.X >= Quiet && m.Y >= Quiet && m.X <= last && m.Y <= last));
        foreach (var (left, top) in new[] { (Quiet, Quiet), (last - 6, Quiet), (Quiet, last - 6) })
            Assert.All(Enumerable.Range(0, 7), i => Assert.True(dark.Contains((left + i, top)) && dark.Contains((left, top + i)) && dark.Contains((left + i, top + 6))));
        // The first two bits of the format say which correction: M is 00, and 10 under the mask.
        Assert.Contains((Quiet, Quiet + 8), dark);
        Assert.DoesNotContain((Quiet + 1, Quiet + 8), dark);
    }

    [Theory]
    [InlineData("x", 2332)]
    [InlineData("码", 778)]
    public void An_address_that_no_code_holds_has_no_picture(string of, int times) => Assert.Null(ScanPicture.Of(string.Concat(Enumerable.Repeat(of, times))));

    private static List<(int X, int Y)> Modules(ScanPicture picture)
    {
        var modules = new List<(int X, int Y)>();
        var drawn = 0;
        foreach (Match run in Runs().Matches(picture.Dark))
        {
            var (x, y, length) = (Number(run, 1), Number(run, 2), Number(run, 3));
            Assert.Equal(length, Number(run, 4));
            modules.AddRange(Enumerable.Range(x, length).Select(at => (at, y)));
            drawn += run.Length;
        }

        Assert.Equal(picture.Dark.Length, drawn);
        return modules;
    }

    private static int Number(Match run, int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("M([0-9]+) ([0-9]+)h([0-9]+)v1h-([0-9]+)z")]
    private static partial Regex Runs();
}
