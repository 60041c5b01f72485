using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Which keys there are, how they are written, and what is refused.</summary>
public sealed class Sm2KeyTests
{
    private const string D = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string Point =
        "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private const string Pkcs8 = "308187020100301306072A8648CE3D020106082A811CCF5501822D046D306B0201010420" + D + "A144034200" + Point;
    private const string Spki = "3059301306072A8648CE3D020106082A811CCF5501822D034200" + Point;
    private const string N = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D5412";
    private const string Prime = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF";

    [Fact]
    public void Keys_are_written_as_the_framework_and_OpenSSL_write_them()
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        Assert.Equal(Point, Hex.Of(key.PublicKey.ExportPoint()));
        Assert.Equal(Spki, Hex.Of(key.PublicKey.ExportSubjectPublicKeyInfo()));
        var pkcs8 = new byte[138];
        key.ExportPkcs8(pkcs8);
        Assert.Equal(Pkcs8, Hex.Of(pkcs8));
    }

    [Fact]
    public void Keys_come_back_from_every_form()
    {
        using var fromScalar = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        using var fromPkcs8 = Sm2PrivateKey.FromPkcs8(Hex.Bytes(Pkcs8));
        using var fromEc = Sm2PrivateKey.FromEcPrivateKey(Hex.Bytes(Pkcs8).AsSpan(29));
        using var bare = Sm2PrivateKey.FromEcPrivateKey(Hex.Bytes("30250201010420" + D));
        using var named = Sm2PrivateKey.FromEcPrivateKey(Hex.Bytes("30310201010420" + D + "A00A06082A811CCF5501822D"));
        foreach (var key in (Sm2PrivateKey[])[fromScalar, fromPkcs8, fromEc, bare, named])
        {
            var scalar = new byte[32];
            key.ExportScalar(scalar);
            Assert.Equal(D, Hex.Of(scalar));
            Assert.Equal(Sm2PublicKey.FromPoint(Hex.Bytes(Point)), key.PublicKey);
            Assert.Equal(Sm2PublicKey.FromSubjectPublicKeyInfo(Hex.Bytes(Spki)).GetHashCode(), key.PublicKey.GetHashCode());
        }
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", false)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000001", true)]
    [InlineData(N + "1", true)]
    [InlineData(N + "2", false)]
    [InlineData(N + "3", false)]
    [InlineData(N + "4", false)]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", false)]
    public void A_private_key_is_from_1_to_n_less_2(string d, bool isKey)
    {
        if (isKey)
        {
            using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(d));
            using var signer = new Sm2SigningKey(key);
            Assert.True(new Sm2VerifyKey(key.PublicKey).Verify("m"u8, signer.Sign("m"u8)));
            return;
        }

        Assert.Equal(Sm2Refusal.PrivateKeyOutOfRange, Refusal(() => Sm2PrivateKey.FromScalar(Hex.Bytes(d))));
        Assert.Equal(Sm2Refusal.PrivateKeyOutOfRange, Refusal(() => Sm2PrivateKey.FromPkcs8(Hex.Bytes(Pkcs8.Replace(D, d, StringComparison.Ordinal)))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3000")]
    [InlineData(Pkcs8 + "00")]
    [InlineData("308187020101301306072A8648CE3D020106082A811CCF5501822D046D306B0201010420" + D + "A144034200" + Point)]
    [InlineData("308187020100301306072A8648CE3D020106082A8648CE3D030107046D306B0201010420" + D + "A144034200" + Point)]
    [InlineData("308187020100301306072A8648CE3D020106082A811CCF5501822D046D306B0201020420" + D + "A144034200" + Point)]
    [InlineData("308186020100301306072A8648CE3D020106082A811CCF5501822D046C306A020101041F" + "45208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8" + "A144034200" + Point)]
    public void A_malformed_private_key_is_refused(string pkcs8) =>
        Assert.Equal(Sm2Refusal.PrivateKeyMalformed, Refusal(() => Sm2PrivateKey.FromPkcs8(Hex.Bytes(pkcs8))));

    [Fact]
    public void A_private_key_with_anothers_public_key_is_refused()
    {
        using var other = Sm2PrivateKey.Generate();
        var mixed = Pkcs8.Replace(Point, Hex.Of(other.PublicKey.ExportPoint()), StringComparison.Ordinal);
        Assert.Equal(Sm2Refusal.PublicKeyNotOfPrivateKey, Refusal(() => Sm2PrivateKey.FromPkcs8(Hex.Bytes(mixed))));
    }

    [Fact]
    public void A_public_key_that_is_no_point_of_the_curve_is_refused()
    {
        var bytes = Hex.Bytes(Point);
        byte[] offCurve = [.. bytes[..64], (byte)(bytes[64] ^ 1)];
        byte[] xIsP = [4, .. Hex.Bytes(Prime), .. bytes[33..]];
        Assert.Equal(Sm2Refusal.PublicKeyNotOnCurve, Refusal(() => Sm2PublicKey.FromPoint(offCurve)));
        Assert.Equal(Sm2Refusal.PublicKeyNotOnCurve, Refusal(() => Sm2PublicKey.FromPoint(xIsP)));
        Assert.Equal(Sm2Refusal.PublicKeyNotOnCurve, Refusal(() => Sm2PublicKey.FromPoint([4, .. new byte[64]])));
        Assert.Equal(Sm2Refusal.PublicKeyMalformed, Refusal(() => Sm2PublicKey.FromPoint([0])));
        Assert.Equal(Sm2Refusal.PublicKeyMalformed, Refusal(() => Sm2PublicKey.FromPoint(bytes.AsSpan(1))));
        Assert.Equal(Sm2Refusal.PublicKeyMalformed, Refusal(() => Sm2PublicKey.FromPoint([3, .. bytes[1..33]])));
        Assert.Equal(Sm2Refusal.PublicKeyMalformed, Refusal(() => Sm2PublicKey.FromPoint([7, .. bytes[1..]])));
        Assert.Equal(Sm2Refusal.PublicKeyMalformed, Refusal(() => Sm2PublicKey.FromSubjectPublicKeyInfo(Hex.Bytes(Spki + "00"))));
        Assert.Equal(Sm2Refusal.PublicKeyMalformed, Refusal(() => Sm2PublicKey.FromSubjectPublicKeyInfo(Hex.Bytes(Spki.Replace("034200", "034201", StringComparison.Ordinal)))));
        Assert.Equal(Sm2Refusal.PublicKeyMalformed, Refusal(() => Sm2PublicKey.FromSubjectPublicKeyInfo(Hex.Bytes(Spki.Replace("2A811CCF5501822D", "2A8648CE3D030107", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_refusal_says_in_both_languages_what_to_do_and_nothing_of_the_secret()
    {
        foreach (var refusal in Enum.GetValues<Sm2Refusal>())
        {
            var exception = new Sm2RefusedException(refusal);
            Assert.NotEmpty(exception.ZhCn);
            Assert.StartsWith(refusal.ToString(), exception.Message, StringComparison.Ordinal);
            Assert.Contains(exception.En, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_key_that_was_disposed_of_serves_no_more()
    {
        var key = Sm2PrivateKey.Generate();
        var signer = new Sm2SigningKey(key);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.ExportScalar(new byte[32]));
        Assert.Throws<ObjectDisposedException>(() => new Sm2SigningKey(key));
        Assert.True(new Sm2VerifyKey(key.PublicKey).Verify("m"u8, signer.Sign("m"u8)));
        signer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => signer.Sign("m"u8));
        Assert.Throws<ObjectDisposedException>(() => signer.SignDigests(new byte[32], new byte[64]));
    }

    [Fact]
    public void Fresh_keys_differ()
    {
        using var one = Sm2PrivateKey.Generate();
        using var other = Sm2PrivateKey.Generate();
        Assert.NotEqual(one.PublicKey, other.PublicKey);
        Assert.False(one.PublicKey.Equals(null));
    }

    private static Sm2Refusal Refusal(Action action) => Assert.Throws<Sm2RefusedException>(action).Refusal;
}
