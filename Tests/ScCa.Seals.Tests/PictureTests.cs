using System.Text;
using ScCa.Seals.Pictures;
using Xunit;

namespace ScCa.Seals.Tests;

public sealed class PictureTests
{
    private static readonly byte[] Gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    private static readonly byte[] Bmp = [(byte)'B', (byte)'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0, .. new byte[24], 0, 0, 255, 0];

    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0xD9,
    ];

    public static TheoryData<string> Files => ["png", "jpg", "gif", "bmp", "svg"];

    [Theory]
    [InlineData("png", SealPictureKind.Png, 20, 10)]
    [InlineData("jpg", SealPictureKind.Jpeg, 3, 2)]
    [InlineData("gif", SealPictureKind.Gif, 1, 1)]
    [InlineData("bmp", SealPictureKind.Bmp, 1, 1)]
    [InlineData("svg", SealPictureKind.Svg, 0, 0)]
    public void A_picture_is_known_by_its_content(string file, SealPictureKind kind, int width, int height)
    {
        var picture = SealPicture.Take(File(file));
        Assert.Equal((kind, width, height, file.ToUpperInvariant()), (picture.Kind, picture.PixelWidth, picture.PixelHeight, picture.TypeName));
    }

    // Cut anywhere, it is no picture any more; a byte behind it is a file in a file.
    [Theory]
    [MemberData(nameof(Files))]
    public void A_picture_that_is_not_whole_is_refused(string file)
    {
        var good = File(file);
        for (var length = 0; length < good.Length - (file == "svg" ? 7 : 0); length++)
            Assert.Throws<SealRefusedException>(() => SealPicture.Take(good.AsMemory(0, length)));
        if (file != "bmp")
            Assert.Throws<SealRefusedException>(() => SealPicture.Take((byte[])[.. good, (byte)'x']));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<g onload=\"alert(1)\"/>")]
    [InlineData("<image href=\"http://example.com/a.png\"/>")]
    [InlineData("<image href=\"data:image/png;base64,AAAA\"/>")]
    [InlineData("<use href=\"#a\"/>")]
    [InlineData("<a href=\"http://example.com\"><circle r=\"1\"/></a>")]
    [InlineData("<foreignObject/>")]
    [InlineData("<style>@import url(http://example.com)</style>")]
    [InlineData("<rect fill=\"url(http://example.com/#a)\"/>")]
    [InlineData("<rect fill=\"url( &quot;//example.com&quot;)\"/>")]
    [InlineData("<rect style=\"fill:\\75rl(http://example.com)\"/>")]
    [InlineData("<rect style=\"fill:u/**/rl(http://example.com)\"/>")]
    [InlineData("<rect style=\"background:image-set('http://example.com' 1x)\"/>")]
    [InlineData("<text xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"javascript:alert(1)\"/>")]
    [InlineData("<set attributeName=\"onload\"/>")]
    [InlineData("<svg/>")]
    [InlineData("<?xml-stylesheet href=\"http://example.com\"?>")]
    [InlineData("<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\"/>")]
    [InlineData("<rect xml:base=\"http://example.com\"/>")]
    public void An_SVG_that_is_more_than_shapes_is_refused(string content) => Some.Refuses(SealRefusal.PictureActive, () => SealPicture.Take(Svg(content)));

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"x\">]>")]
    [InlineData("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">")]
    public void An_SVG_with_a_DTD_is_refused(string dtd) =>
        Some.Refuses(SealRefusal.PictureActive, () => SealPicture.Take((byte[])[.. Encoding.UTF8.GetBytes(dtd), .. Svg("")]));

    [Theory]
    [InlineData("<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs><rect fill=\"url(#a)\"/>")]
    [InlineData("<text><textPath href=\"#a\">章</textPath></text>")]
    [InlineData("<g style=\"fill:url('#a');stroke:none\" transform=\"rotate(3)\"><title>t</title></g>")]
    public void Shapes_and_text_are_taken(string content) => Assert.Equal(SealPictureKind.Svg, SealPicture.Take(Svg(content)).Kind);

    [Fact]
    public void Pictures_that_are_too_large_are_refused()
    {
        Some.Refuses(SealRefusal.PictureTooLarge, () => SealPicture.Take(new byte[(2 << 20) + 1]));
        Some.Refuses(SealRefusal.PictureTooLarge, () => SealPicture.Take(Some.Png(4097, 1)));
        Some.Refuses(SealRefusal.PictureTooLarge, () => SealPicture.Take(Svg(string.Concat(Enumerable.Repeat("<g/>", 20_001)))));
        Some.Refuses(SealRefusal.PictureTooLarge, () => SealPicture.Take(Svg(string.Concat(Enumerable.Repeat("<g>", 40)) + string.Concat(Enumerable.Repeat("</g>", 40)))));
        Some.Refuses(SealRefusal.PictureTooLarge, () => SealPicture.Take(Svg(new string(' ', 600_000))));
        Some.Refuses(SealRefusal.PictureUnknown, () => SealPicture.Take("%PDF-1.7 no picture"u8.ToArray()));
    }

    [Fact]
    public void Every_flipped_byte_of_a_PNG_is_found()
    {
        var png = Some.Png(4, 4);
        for (var i = 0; i < png.Length; i++)
        {
            png[i] ^= 1;
            Assert.Throws<SealRefusedException>(() => SealPicture.Take(png));
            png[i] ^= 1;
        }
    }

    [Fact]
    public void A_PNGs_pixels_are_colours_and_opacity()
    {
        var pixels = PngPixels.Read(Some.Png(3, 2));
        Assert.Equal((3, 2), (pixels.Width, pixels.Height));
        Assert.Equal([0xD0, 0x10, 0x20], pixels.Colours[..3]);
        Assert.Equal([255, 40, 255, 40, 255, 40], pixels.Opacity);
    }

    public static TheoryData<string> Drawings => ["unit", "long", "square", "strip"];

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Drawings_are_taken_as_pictures_and_are_always_the_same(string name)
    {
        Assert.Equal(Drawing(name).ToSvg(), Drawing(name).ToSvg());
        Assert.Equal(SealPictureKind.Svg, Drawing(name).ToPicture().Kind);
        Testing.Golden.Matches($"seal-{name}", Drawing(name).ToSvg());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(40)]
    public void Names_of_any_length_stay_within_the_ring_and_do_not_overlap(int length)
    {
        var glyphs = new RoundUnitSeal(new string('章', length)).Draw().Marks.OfType<GlyphMark>().ToArray();
        Assert.Equal(length, glyphs.Length);
        Assert.All(glyphs, g => Assert.InRange(Math.Sqrt(Math.Pow(g.X - 20, 2) + Math.Pow(g.Y - 20, 2)) + (g.Size / 2), 10, 19));
        for (var i = 1; i < length; i++)
            Assert.True(Math.Sqrt(Math.Pow(glyphs[i].X - glyphs[i - 1].X, 2) + Math.Pow(glyphs[i].Y - glyphs[i - 1].Y, 2)) >= glyphs[i].Size * glyphs[i].Stretch);
    }

    [Theory]
    [InlineData("")]
    [InlineData("章")]
    [InlineData("示例\u0001")]
    [InlineData("示例\u202E公司")]
    [InlineData("示例\uFFFD")]
    [InlineData("示例\uE000")]
    public void A_name_that_cannot_be_drawn_is_refused(string name) => Some.Refuses(SealRefusal.SealTextUnfit, () => new RoundUnitSeal(name).Draw());

    [Fact]
    public void Half_a_character_is_refused() => Some.Refuses(SealRefusal.SealTextUnfit, () => new RoundUnitSeal("示例" + '\uD800').Draw());

    [Theory]
    [InlineData("李白", "李白之印")]
    [InlineData("李太白", "李太白印")]
    [InlineData("欧阳文忠", "欧阳文忠")]
    public void A_square_seal_is_read_downwards_from_the_right(string name, string expected)
    {
        var glyphs = new SquarePersonalSeal(name).Draw().Marks.OfType<GlyphMark>().OrderByDescending(g => g.X).ThenBy(g => g.Y);
        Assert.Equal(expected, string.Concat(glyphs.Select(g => g.Character)));
    }

    [Fact]
    public void Names_that_a_seal_has_no_room_for_are_refused()
    {
        Some.Refuses(SealRefusal.SealTextUnfit, () => new RoundUnitSeal(new string('章', 41)).Draw());
        Some.Refuses(SealRefusal.SealTextUnfit, () => new SquarePersonalSeal("买买提江·吾买尔").Draw());
        Some.Refuses(SealRefusal.SealTextUnfit, () => new RoundUnitSeal("示例公司") { Number = new string('1', 21) }.Draw());
        Assert.NotEmpty(new NameStripSeal("买买提江·吾买尔").Draw().Marks);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-40)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1000)]
    public void A_size_that_no_seal_has_is_refused(double size)
    {
        Some.Refuses(SealRefusal.SealSizeUnfit, () => new RoundUnitSeal("示例公司") { Diameter = size }.Draw());
        Some.Refuses(SealRefusal.SealSizeUnfit, () => new SquarePersonalSeal("李白") { Side = size }.Draw());
        Some.Refuses(SealRefusal.SealSizeUnfit, () => new NameStripSeal("李白") { Width = size, Height = size }.Draw());
    }

    private static SealDrawing Drawing(string name) => name switch
    {
        "unit" => Some.UnitSeal,
        "long" => new RoundUnitSeal("四川省示例市示例区公共资源交易服务中心有限责任公司示例分公司") { Diameter = 42, Purpose = "合同专用章", Number = "5101000012345" }.Draw(),
        "square" => new SquarePersonalSeal("李太白").Draw(),
        _ => new NameStripSeal("李太白") { Title = "评标专家 A<1>&" }.Draw(),
    };

    private static byte[] Svg(string content) => Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40mm\">{content}</svg>");

    private static byte[] File(string name) => name switch
    {
        "png" => Some.Png(20, 10),
        "jpg" => Jpeg,
        "gif" => Gif,
        "bmp" => Bmp,
        _ => Encoding.UTF8.GetBytes(Some.UnitSeal.ToSvg()),
    };
}
