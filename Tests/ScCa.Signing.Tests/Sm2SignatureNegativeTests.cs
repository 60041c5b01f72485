using System.Numerics;
using System.Text;
using Xunit;
using Format = System.Security.Cryptography.DSASignatureFormat;

namespace ScCa.Signing.Tests;

/// <summary>What must not verify: values out of range, relatives of a good signature, and DER that is not quite DER.</summary>
public sealed class Sm2SignatureNegativeTests
{
    private const string D = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private const string S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
    private static readonly byte[] Message = Encoding.ASCII.GetBytes("message digest");

    public static TheoryData<string> PathNames => Paths.Names;

    [Theory]
    [MemberData(nameof(PathNames))]
    public void Numbers_out_of_range_and_relatives_of_a_good_signature_do_not_verify(string path)
    {
        var key = VerifyKey(path);
        var (r, s, n) = (Number.Big(Number.Of(R)), Number.Big(Number.Of(S)), Number.N);
        Assert.True(Verifies(r, s));
        Assert.False(Verifies(0, s));
        Assert.False(Verifies(r, 0));
        Assert.False(Verifies(0, 0));
        Assert.False(Verifies(n, s));
        Assert.False(Verifies(r, n));
        Assert.False(Verifies(r, n - s));
        Assert.False(Verifies(n - r, s));
        // t = r + s = 0
        Assert.False(Verifies(r, n - r));
        Assert.False(Verifies(n - s, s));
        Assert.False(Verifies(s, r));
        Assert.False(Verifies(1, 1));
        Assert.False(Verifies(n - 1, n - 1));
        Assert.False(Verifies((BigInteger.One << 256) - 1, s));

        bool Verifies(BigInteger r, BigInteger s) =>
            key.Verify(Message, [.. Number.Bytes(Number.Of(r)), .. Number.Bytes(Number.Of(s))], Format.IeeeP1363FixedFieldConcatenation);
    }

    [Theory]
    [MemberData(nameof(PathNames))]
    public void Numbers_above_n_do_not_verify_as_what_they_leave(string path)
    {
        // r + n and s + n fit in 256 bits only where r and s are small: found by trying nonces is out of reach, so the digest is made to fit.
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        using var signer = new Sm2SigningKey(key, Sm2Identity.Default, Paths.Of(path));
        var k = Number.Of(BigInteger.One << 77);
        Paths.Of(path).MultiplyBase(k, out var point);
        var e = Number.Of((((Number.Big(Number.Of("00" + R[2..])) >> 60) - Number.Big(point.X)) % Number.N + Number.N) % Number.N);
        Assert.True(signer.TrySignDigest(e, k, out var r, out var s));
        var verifier = VerifyKey(path);
        Assert.True(verifier.VerifyDigest(Number.Bytes(e), [.. Number.Bytes(r), .. Number.Bytes(s)], Format.IeeeP1363FixedFieldConcatenation));
        var above = Number.Of(Number.Big(r) + Number.N);
        Assert.False(verifier.VerifyDigest(Number.Bytes(e), [.. Number.Bytes(above), .. Number.Bytes(s)], Format.IeeeP1363FixedFieldConcatenation));
    }

    [Theory]
    [MemberData(nameof(PathNames))]
    public void Another_identity_or_message_or_key_does_not_verify(string path)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        using var other = Sm2PrivateKey.Generate();
        var good = Hex.Bytes(R + S);
        var raw = Format.IeeeP1363FixedFieldConcatenation;
        Assert.True(VerifyKey(path).Verify(Message, good, raw));
        Assert.False(VerifyKey(path).Verify("message digesu"u8, good, raw));
        Assert.False(VerifyKey(path).VerifyDigest(Sm3.HashData(Message), good, raw));
        Assert.False(new Sm2VerifyKey(key.PublicKey, "1234567812345679"u8, Paths.Of(path)).Verify(Message, good, raw));
        Assert.False(new Sm2VerifyKey(key.PublicKey, [], Paths.Of(path)).Verify(Message, good, raw));
        Assert.False(new Sm2VerifyKey(other.PublicKey, Sm2Identity.Default, Paths.Of(path)).Verify(Message, good, raw));
        Assert.False(VerifyKey(path).Verify(Message, good.AsSpan(0, 63), raw));
        Assert.False(VerifyKey(path).Verify(Message, [.. good, 0], raw));
    }

    [Theory]
    [InlineData("extra byte after the SEQUENCE", "3046022100" + R + "022100" + S + "00")]
    [InlineData("extra NULL inside the SEQUENCE", "3048022100" + R + "022100" + S + "0500")]
    [InlineData("non-minimal INTEGER", "304702220000" + R + "022100" + S)]
    [InlineData("negative INTEGER", "30450220" + R + "022100" + S)]
    [InlineData("long-form length", "308146022100" + R + "022100" + S)]
    [InlineData("indefinite length", "3080022100" + R + "022100" + S + "0000")]
    [InlineData("longer long-form length", "30820046022100" + R + "022100" + S)]
    [InlineData("long-form length of an INTEGER", "304702812100" + R + "022100" + S)]
    [InlineData("SET for SEQUENCE", "3146022100" + R + "022100" + S)]
    [InlineData("OCTET STRING for INTEGER", "3046042100" + R + "022100" + S)]
    [InlineData("one INTEGER", "3023022100" + R)]
    [InlineData("three INTEGERs", "3049022100" + R + "022100" + S + "020101")]
    [InlineData("empty INTEGER", "30250200022100" + S)]
    [InlineData("length beyond the end", "3047022100" + R + "022100" + S)]
    [InlineData("INTEGER beyond the SEQUENCE", "3046022100" + R + "022200" + S)]
    [InlineData("cut short", "3046022100" + R)]
    [InlineData("33 bytes", "3046022101" + R + "022100" + S)]
    [InlineData("zero r", "3026020100022100" + S)]
    [InlineData("nothing", "")]
    [InlineData("an empty SEQUENCE", "3000")]
    [InlineData("a length of four gigabytes", "3084FFFFFFFF")]
    [InlineData("a length of more", "3085FFFFFFFFFF")]
    public void DER_that_is_not_quite_DER_does_not_verify(string what, string der)
    {
        Assert.False(VerifyKey(Paths.Names.First().Data).Verify(Message, Hex.Bytes(der)), what);
        Assert.True(VerifyKey(Paths.Names.First().Data).Verify(Message, Hex.Bytes("3046022100" + R + "022100" + S)));
    }

    [Fact]
    public void An_unknown_format_is_the_callers_defect() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VerifyKey(Paths.Names.First().Data).Verify(Message, Hex.Bytes(R + S), (Format)7));

    private static Sm2VerifyKey VerifyKey(string path)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        return new(key.PublicKey, Sm2Identity.Default, Paths.Of(path));
    }
}
