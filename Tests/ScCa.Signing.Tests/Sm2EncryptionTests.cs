using System.Text;
using ScCa.Signing.Curve;
using ScCa.Signing.Formats;
using Xunit;

namespace ScCa.Signing.Tests;

public sealed class Sm2EncryptionTests
{
    private const string D = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string K = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private const string C1 = "04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0";
    private const string C3 = "59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766";
    private const string C2 = "21886CA989CA9C7D58087307CA93092D651EFA";

    private const string Asn1 =
        "307C022004EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73022100E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0"
        + "042059983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766041321886CA989CA9C7D58087307CA93092D651EFA";

    private static readonly byte[] Example = Encoding.ASCII.GetBytes("encryption standard");

    public static TheoryData<string> PathNames => Paths.Names;

    public static TheoryData<Sm2CiphertextFormat> Formats => [.. Enum.GetValues<Sm2CiphertextFormat>()];

    [Theory]
    [MemberData(nameof(PathNames))]
    public void The_example_comes_out_and_opens(string path)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        var c3 = new byte[32];
        var c2 = new byte[Example.Length];
        Assert.True(EncryptionScheme.TryEncrypt(Paths.Of(path), key.PublicKey.Point, Number.Of(K), Example, out var c1, c3, c2));
        Assert.Equal((C1, C3, C2), (Number.Hex(c1.X) + Number.Hex(c1.Y), Hex.Of(c3), Hex.Of(c2)));
        var written = new byte[200];
        Assert.Equal(Asn1, Hex.Of(written.AsSpan(0, CiphertextFormat.Write(c1, c3, c2, Sm2CiphertextFormat.Asn1, written))));

        var opened = new byte[Example.Length];
        Assert.True(EncryptionScheme.TryDecrypt(Paths.Of(path), Number.Of(D), c1, c3, c2, opened));
        Assert.Equal(Example, opened);
    }

    [Theory]
    [InlineData(Sm2CiphertextFormat.Asn1, Asn1)]
    [InlineData(Sm2CiphertextFormat.C1C3C2, "04" + C1 + C3 + C2)]
    [InlineData(Sm2CiphertextFormat.C1C2C3, "04" + C1 + C2 + C3)]
    public void Every_way_of_writing_it_opens(Sm2CiphertextFormat format, string ciphertext)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        var opened = new byte[Example.Length];
        Assert.Equal(Example.Length, key.Decrypt(Hex.Bytes(ciphertext), opened, format));
        Assert.Equal(Example, opened);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_encrypted_opens_at_any_length(Sm2CiphertextFormat format)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        foreach (var length in (int[])[1, 2, 31, 32, 33, 64, 127, 128, 129, 255, 256, 65536, 1 << 20])
        {
            var plaintext = Some.Bytes(30, length);
            var ciphertext = Sm2Encryption.Encrypt(key.PublicKey, plaintext, format);
            var opened = new byte[length];
            Assert.Equal(length, key.Decrypt(ciphertext, opened, format));
            Assert.Equal(plaintext, opened);
            Assert.True(ciphertext.Length <= Sm2Encryption.CiphertextSizeMax(length, format));
        }
    }

    [Fact]
    public void Plaintext_may_lie_where_the_ciphertext_goes()
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        foreach (var format in Enum.GetValues<Sm2CiphertextFormat>())
        {
            var buffer = new byte[Sm2Encryption.CiphertextSizeMax(300, format) + 7];
            Some.Bytes(31, 300).CopyTo(buffer, 0);
            var written = Sm2Encryption.Encrypt(key.PublicKey, buffer.AsSpan(0, 300), buffer, format);
            Assert.Equal(300, key.Decrypt(buffer.AsSpan(0, written), buffer, format));
            Assert.Equal(Some.Bytes(31, 300), buffer[..300]);
        }
    }

    [Fact]
    public void Nothing_is_not_encrypted()
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        Assert.Throws<ArgumentException>(() => Sm2Encryption.Encrypt(key.PublicKey, []));
    }

    [Theory]
    [InlineData("C1 off the curve", "04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A74")]
    [InlineData("x is p", "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF")]
    [InlineData("x and y zero", "00")]
    public void A_first_part_that_is_no_point_is_refused(string what, string x)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        var ciphertext = Hex.Bytes("04" + (x == "00" ? new string('0', 128) : x + C1[64..]) + C3 + C2);
        Refuses(key, Sm2Refusal.CiphertextRejected, ciphertext, Sm2CiphertextFormat.C1C3C2);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void A_ciphertext_with_any_bit_altered_is_refused()
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        var ciphertext = Hex.Bytes("04" + C1 + C3 + C2);
        for (var bit = 8; bit < ciphertext.Length * 8; bit += 5)
        {
            var altered = ciphertext.ToArray();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Refuses(key, Sm2Refusal.CiphertextRejected, altered, Sm2CiphertextFormat.C1C3C2);
        }
    }

    [Fact]
    public void A_mask_of_zeros_is_refused()
    {
        // For one byte a mask of zero is common: look for one, and write the ciphertext that it would make.
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        for (var k = 1u; ; k++)
        {
            Sm2Path.Chosen.MultiplyBase(new U256(0, 0, 0, k), out var c1);
            Sm2Path.Chosen.Multiply(key.PublicKey.Point, new U256(0, 0, 0, k), out var shared);
            byte[] bytes = [.. Number.Bytes(shared.X), .. Number.Bytes(shared.Y)];
            var mask = new byte[1];
            Sm3Kdf.Derive(bytes, mask);
            if (mask[0] != 0)
                continue;
            var c3 = Sm3.HashData([.. Number.Bytes(shared.X), 0x41, .. Number.Bytes(shared.Y)]);
            Assert.False(EncryptionScheme.TryEncrypt(Sm2Path.Chosen, key.PublicKey.Point, new U256(0, 0, 0, k), [0x41], out _, new byte[32], new byte[1]));
            Refuses(key, Sm2Refusal.CiphertextRejected, [4, .. Number.Bytes(c1.X), .. Number.Bytes(c1.Y), .. c3, 0x41], Sm2CiphertextFormat.C1C3C2);
            return;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("3000")]
    [InlineData("no point's tag")]
    [InlineData("C2 empty")]
    [InlineData("truncated")]
    [InlineData("trailing byte")]
    [InlineData("HASH of 31")]
    [InlineData("x of 33")]
    [InlineData("x negative")]
    public void A_malformed_ciphertext_is_refused(string what)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        var malformed = what switch
        {
            "" => "",
            "3000" => "3000",
            "no point's tag" => Asn1.Replace("022004EB", "042004EB", StringComparison.Ordinal),
            "C2 empty" => "3069" + Asn1[4..^42] + "0400",
            "truncated" => Asn1[..^2],
            "trailing byte" => Asn1 + "00",
            "HASH of 31" => "307B" + Asn1[4..].Replace("042059", "041F", StringComparison.Ordinal),
            "x of 33" => "307D" + Asn1[4..].Replace("022004EB", "02210104EB", StringComparison.Ordinal),
            _ => Asn1.Replace("022004EB", "022084EB", StringComparison.Ordinal),
        };
        Refuses(key, Sm2Refusal.CiphertextMalformed, Hex.Bytes(malformed), Sm2CiphertextFormat.Asn1);
        Refuses(key, Sm2Refusal.CiphertextMalformed, Hex.Bytes("04" + C1 + C3), Sm2CiphertextFormat.C1C3C2);
        Refuses(key, Sm2Refusal.CiphertextMalformed, Hex.Bytes("03" + C1 + C3 + C2), Sm2CiphertextFormat.C1C3C2);
    }

    private static void Refuses(Sm2PrivateKey key, Sm2Refusal refusal, byte[] ciphertext, Sm2CiphertextFormat format)
    {
        var opened = new byte[Math.Max(1, ciphertext.Length)];
        Assert.Equal(refusal, Assert.Throws<Sm2RefusedException>(() => key.Decrypt(ciphertext, opened, format)).Refusal);
        Assert.Equal(new byte[opened.Length], opened);
    }
}
