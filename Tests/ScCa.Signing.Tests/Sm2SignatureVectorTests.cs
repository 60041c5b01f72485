using System.Text;
using ScCa.Signing.Curve;
using Xunit;
using Format = System.Security.Cryptography.DSASignatureFormat;

namespace ScCa.Signing.Tests;

/// <summary>The published examples of signatures on the recommended curve.</summary>
public sealed class Sm2SignatureVectorTests
{
    private const string D = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string K = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private const string Example = "message digest";

    public static TheoryData<string> PathNames => Paths.Names;

    public static TheoryData<string, string, string, string, string, string, string, string> Signed
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string, string, string, string>();
            foreach (var path in Paths.Names)
            {
                data.Add(path.Data, D, K, "1234567812345678", Example,
                    "F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640",
                    "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3",
                    "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
                data.Add(path.Data, D, K, "", Example,
                    "2305BDC3A3EB4BCB28F8B33816DE087E70AF98169C1A7B32C8589FA8711A1F10",
                    "27F1BA35327863638AFCE55EA5560734B20DC6F4AA21B74217BCAE759F2EB983",
                    "9815B803017B841EE27BC729B026A72FABDF588D3E7041E03E6A1DD43485497B");
                data.Add(path.Data,
                    "110E7973206F68C19EE5F7328C036F26911C8C73B4E4F36AE3291097F8984FFC",
                    "3174C6FFC3C279D2422F3FC0A9F3E574674A4490FE45A5325CAF7D3EC4C8F96C", "sm2test@example.com", "hi chappy",
                    "2A0F08F892059E32C0C652D9F0EEF7FE7052782D16C7E6E01B3A5FABEA1CFF4F",
                    "05890B9077B92E47B17A1FF42A814280E556AFD92B4A98B9670BF8B1A274C2FA",
                    "E3ABBB8DB2B6ECD9B24ECCEA7F679FB9A4B1DB52F4AA985E443AD73237FA1993");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Signed))]
    public void The_examples_come_out_and_verify(string path, string d, string k, string identity, string message, string e, string r, string s)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(d));
        using var signer = new Sm2SigningKey(key, Encoding.ASCII.GetBytes(identity), Paths.Of(path));
        var verifier = new Sm2VerifyKey(key.PublicKey, Encoding.ASCII.GetBytes(identity), Paths.Of(path));
        var digest = new byte[32];
        signer.Digest(Encoding.ASCII.GetBytes(message), digest);

        Assert.Equal(e, Hex.Of(digest));
        Assert.True(signer.TrySignDigest(Number.Of(e), Number.Of(k), out var madeR, out var madeS));
        Assert.Equal(r, Number.Hex(madeR));
        Assert.Equal(s, Number.Hex(madeS));
        Assert.True(verifier.Verify(Encoding.ASCII.GetBytes(message), Hex.Bytes(r + s), Format.IeeeP1363FixedFieldConcatenation));
        Assert.True(verifier.VerifyDigest(digest, Hex.Bytes(r + s), Format.IeeeP1363FixedFieldConcatenation));
    }

    [Theory]
    [MemberData(nameof(PathNames))]
    public void A_signature_without_identity_is_one_over_the_bare_digest(string path)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        using var signer = new Sm2SigningKey(key, Sm2Identity.Default, Paths.Of(path));
        Assert.True(signer.TrySignDigest(U256.Read(Sm3.HashData(Encoding.ASCII.GetBytes(Example))), Number.Of(K), out var r, out var s));
        Assert.Equal("CA0EA5B47728EFA5F9E1989508CD3069A2E6F85F7F5125C1A843F3EBFCAD87EA", Number.Hex(r));
        Assert.Equal("9F63ABE109485C501C147632BC3D53D297D860A8DF2ED3619FD75A776C93FF8C", Number.Hex(s));
    }

    [Fact]
    public void The_example_is_encoded_as_the_standard_prints_it()
    {
        var der = new byte[72];
        var length = Sm2SigningKey.Write(
            Number.Of("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"),
            Number.Of("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"), der, Format.Rfc3279DerSequence);
        Assert.Equal(
            "3046022100F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3022100B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA",
            Hex.Of(der.AsSpan(0, length)));
    }

    [Theory]
    [InlineData("1234567812345678", "B2E14C5C79C6DF5B85F4FE7ED8DB7A262B9DA7E07CCB0EA9F4747B8CCDA8A4F3")]
    [InlineData("", "F2A1724ED3D6767E22FCD19BFB33CD8AF34F59AD7FDC8747CCE6ACACD414F1F9")]
    [InlineData("ALICE123@YAHOO.COM", "26DB4BC1839BD22E97E1DAB667EC5E0A730D5E16521398B4435C576A93AFD7ED")]
    public void The_identity_is_bound_to_the_key(string identity, string za)
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        var hash = new byte[32];
        key.PublicKey.HashIdentity(Encoding.ASCII.GetBytes(identity), hash);
        Assert.Equal(za, Hex.Of(hash));
    }

    [Fact]
    public void An_identity_has_at_most_8191_bytes()
    {
        using var key = Sm2PrivateKey.FromScalar(Hex.Bytes(D));
        var hash = new byte[32];
        key.PublicKey.HashIdentity(new byte[8191], hash);
        Assert.Throws<ArgumentException>(() => key.PublicKey.HashIdentity(new byte[8192], hash));
    }

    [Theory]
    [MemberData(nameof(PathNames))]
    public void A_signature_by_another_implementation_verifies(string path)
    {
        var key = Sm2PublicKey.FromPoint(Hex.Bytes(
            "048356E642A40EBD18D29BA3532FBD9F3BBEE8F027C3F6F39A5BA2F870369F9988981F5EFE55D1C5CDF6C0EF2B070847A14F7FDF4272A8DF09C442F3058AF94BA1"));
        var signature = Hex.Bytes(
            "304402205B3A799BD94C9063120D7286769220AF6B0FA127009AF3E873C0E8742EDC5F890220097968A4C8B040FD548D1456B33F470CABD8456BFEA53E8A828F92F6D4BDCD77");
        Assert.True(new Sm2VerifyKey(key, Sm2Identity.Default, Paths.Of(path)).Verify("ShangMi SM2 Sign Standard"u8, signature));
    }
}
