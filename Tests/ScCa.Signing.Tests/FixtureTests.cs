using System.Formats.Asn1;
using System.Numerics;
using ScCa.Signing.Formats;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Certificates, a request and a revocation list that others made and checked.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string, string> Signed => new()
    {
        { "root.crt", "root" }, { "sub.crt", "root" }, { "sign.crt", "sub" }, { "enc.crt", "sub" }, { "maker.crt", "sub" }, { "ocsp.crt", "sub" },
        { "tsa.crt", "sub" }, { "sign_nullparams.crt", "sub" }, { "sign.csr", "sign" }, { "sub.crl", "sub" },
    };

    [Fact]
    public void The_keys_are_pairs()
    {
        foreach (var name in Fixtures.KeyNames)
        {
            var (d, point) = Fixtures.Key(name);
            using var key = Sm2PrivateKey.FromScalar(d);
            Assert.Equal(point, key.PublicKey.ExportPoint());
            // How the fixtures' keys came about.
            var hash = Sm3.HashData([.. "gm-digest fixture "u8, .. System.Text.Encoding.ASCII.GetBytes(name)]);
            Assert.Equal(new BigInteger(d, isUnsigned: true, isBigEndian: true), (new BigInteger(hash, isUnsigned: true, isBigEndian: true) % (Number.N - 2)) + 1);
        }
    }

    [Theory]
    [MemberData(nameof(Signed))]
    public void What_is_signed_verifies_and_is_signed_alike_under_the_fixtures_nonce(string file, string signer)
    {
        var (content, signature) = Parts(file);
        using var key = Sm2PrivateKey.FromScalar(Fixtures.Key(signer).D);
        Assert.True(new Sm2VerifyKey(key.PublicKey).Verify(content, signature));
        Assert.False(new Sm2VerifyKey(key.PublicKey, []).Verify(content, signature));

        using var signing = new Sm2SigningKey(key);
        var digest = new byte[32];
        signing.Digest(content, digest);
        var hash = Sm3.HashData([.. Fixtures.Key(signer).D, .. digest, 0]);
        var k = (new BigInteger(hash, isUnsigned: true, isBigEndian: true) % (Number.N - 1)) + 1;
        Assert.True(signing.TrySignDigest(Number.Of(Hex.Of(digest)), Number.Of(k), out var r, out var s));
        var der = new byte[SignatureFormat.DerBytesMax];
        Assert.Equal(signature, der[..SignatureFormat.WriteDer(r, s, der)]);
    }

    [Fact]
    public void What_was_signed_under_the_empty_identity_verifies_under_no_other()
    {
        var (content, signature) = Parts("sign_emptyid.crt");
        var issuer = Sm2PublicKey.FromPoint(Fixtures.Key("sub").Point);
        Assert.False(new Sm2VerifyKey(issuer).Verify(content, signature));
        Assert.True(new Sm2VerifyKey(issuer, []).Verify(content, signature));
    }

    [Fact]
    public void The_enveloped_key_opens_with_the_signature_key()
    {
        using var recipient = Sm2PrivateKey.FromScalar(Fixtures.Key("sign").D);
        using var opened = Sm2EnvelopedKey.Open(Fixtures.File("enc.envkey"), recipient, Sm2PublicKey.FromPoint(Fixtures.Key("enc").Point));
        var scalar = new byte[32];
        opened.ExportScalar(scalar);
        Assert.Equal(Fixtures.Key("enc").D, scalar);
    }

    private static (byte[] Content, byte[] Signature) Parts(string file)
    {
        var reader = new AsnReader(Fixtures.File(file), AsnEncodingRules.DER).ReadSequence();
        var content = reader.ReadEncodedValue().ToArray();
        reader.ReadEncodedValue();
        return (content, reader.ReadBitString(out _));
    }
}
