using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.KeyFiles;
using ScCa.Testing;
using Xunit;

namespace ScCa.Pki.Tests.KeyFiles;

public sealed class KeyFileTests
{
    private const string Password = "口令 pass-1";

    // Tests need no resistance.
    private const int Iterations = 50;

    public static TheoryData<PublicKeyKind, string> Ways => new(
        from kind in Enum.GetValues<PublicKeyKind>()
        from profile in Profiles.Keys
        select (kind, profile));

    private static Dictionary<string, KeyFileProfile> Profiles { get; } = new()
    {
        ["sm4"] = KeyFileProfile.Sm4 with { Iterations = Iterations },
        ["sm4-sha256"] = KeyFileProfile.Sm4WithSha256 with { Iterations = Iterations },
        ["aes256"] = KeyFileProfile.Aes256 with { Iterations = Iterations },
    };

    [Theory, MemberData(nameof(Ways))]
    public void What_is_sealed_opens_with_its_password_alone(PublicKeyKind kind, string profile)
    {
        using var some = new TestSigner(kind);
        foreach (var password in new[] { Password, "" })
        {
            var file = Seal(some, Profiles[profile], password);

            using var opened = KeyFile.Open(file, password);

            Assert.Equal(some.Certificate, opened.Certificate);
            Assert.Equal([some.Root.Certificate], opened.Others);
            Assert.Equal(some.Key.PublicKey, opened.PublicKey);
            Assert.Equal(some.Key.ToPkcs8(), opened.PrivateKey.ToArray());
            Assert.Equal(PkiRefusal.KeyFileRejected, Refusal(() => KeyFile.Open(file, password + "x")));
            Assert.Equal(PkiRefusal.KeyFileRejected, Refusal(() => KeyFile.Open(file, "口令 pass-2")));
        }
    }

    [Fact]
    public void A_key_is_given_in_its_own_kind_and_is_wiped()
    {
        using var sm2 = new TestSigner(PublicKeyKind.Sm2);
        using var rsa = new TestSigner(PublicKeyKind.Rsa);
        using var p256 = new TestSigner(PublicKeyKind.EcdsaP256);
        using var ofSm2 = KeyFile.Open(Seal(sm2, Profiles["sm4"]), Password);
        using var ofRsa = KeyFile.Open(Seal(rsa, Profiles["aes256"]), Password);
        using var ofP256 = KeyFile.Open(Seal(p256, Profiles["aes256"]), Password);

        using (var key = ofSm2.ToSm2())
            Assert.Equal(sm2.Key.PublicKey.Sm2, key.PublicKey);
        using (var key = ofRsa.ToRsa())
            Assert.Equal(rsa.Key.PublicKey, PublicKey.From(key.ExportSubjectPublicKeyInfo()));
        using (var key = ofP256.ToEcdsa())
            Assert.Equal(p256.Key.PublicKey, PublicKey.From(key.ExportSubjectPublicKeyInfo()));
        Assert.ThrowsAny<CryptographicException>(ofRsa.ToEcdsa);
        ofSm2.Dispose();
        Assert.Throws<ObjectDisposedException>(() => ofSm2.PrivateKey.Length);
    }

    [Theory, InlineData("sm4"), InlineData("aes256")]
    public void Every_byte_of_a_file_counts(string profile)
    {
        using var some = new TestSigner(PublicKeyKind.Sm2);
        var good = Seal(some, Profiles[profile]);
        for (var i = 0; i < good.Length; i++)
        {
            var changed = (byte[])good.Clone();
            changed[i] ^= 1;
            Assert.True(Refusal(() => KeyFile.Open(changed, Password, 5000)) is PkiRefusal.KeyFileMalformed or PkiRefusal.KeyFileRejected or PkiRefusal.AlgorithmUnknown, $"byte {i}");
        }
    }

    [Fact]
    public void A_file_may_not_ask_for_more_work_than_is_allowed()
    {
        using var some = new TestSigner(PublicKeyKind.Sm2);
        var file = Seal(some, Profiles["sm4"]);

        // The code, the certificates and the key.
        using (KeyFile.Open(file, Password, 3 * Iterations))
        {
        }

        Assert.Equal(PkiRefusal.KeyFileMalformed, Refusal(() => KeyFile.Open(file, Password, 3 * Iterations - 1)));
        Assert.Equal(PkiRefusal.KeyFileMalformed, Refusal(() => KeyFile.Open(Seal(some, Profiles["sm4"] with { Iterations = KeyFile.IterationsMaxUsual / 2 }), Password, 1000)));
    }

    [Theory, InlineData(""), InlineData("3000"), InlineData("3003020103"), InlineData("3080")]
    public void What_is_no_key_file_is_refused(string hex) =>
        Assert.Equal(PkiRefusal.KeyFileMalformed, Refusal(() => KeyFile.Open(Convert.FromHexString(hex), Password)));

    public static TheoryData<PublicKeyKind, string, string> OpenSslWays => new(
        from kind in Enum.GetValues<PublicKeyKind>()
        from suite in new[] { ("sm4-sha256", "sm3"), ("aes256", "sha256") }
        select (kind, suite.Item1, suite.Item2));

    [Theory, MemberData(nameof(OpenSslWays))]
    public void Openssl_opens_what_is_sealed_here_and_the_other_way_round(PublicKeyKind kind, string profile, string digest)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var some = new TestSigner(kind);
        openSsl.Write("ours.p12", Seal(some, Profiles[profile]));
        openSsl.Write("key.pem", some.Key.ToPem());
        openSsl.Write("cert.pem", some.Certificate.ToPem());
        openSsl.Write("root.pem", some.Root.Certificate.ToPem());
        var cipher = profile == "aes256" ? "aes-256-cbc" : "sm4-cbc";

        var (_, text) = openSsl.Run("pkcs12", "-in", "ours.p12", "-noenc", "-passin", $"pass:{Password}");
        openSsl.Run(
            "pkcs12", "-export", "-inkey", "key.pem", "-in", "cert.pem", "-certfile", "root.pem", "-name", "test", "-keypbe", cipher, "-certpbe", cipher, "-macalg", digest,
            "-passout", $"pass:{Password}", "-out", "theirs.p12");

        Assert.Contains(some.Key.ToPem(), text, StringComparison.Ordinal);
        Assert.Contains(some.Certificate.ToPem(), text, StringComparison.Ordinal);
        Assert.Contains("friendlyName: 测试", text.Replace("\\E6\\B5\\8B\\E8\\AF\\95", "测试", StringComparison.Ordinal), StringComparison.Ordinal);
        using var opened = KeyFile.Open(File.ReadAllBytes(openSsl["theirs.p12"]), Password);
        Assert.Equal(some.Certificate, opened.Certificate);
        Assert.Equal([some.Root.Certificate], opened.Others);
        Assert.Equal(some.Key.PublicKey, opened.PublicKey);
    }

    private static byte[] Seal(TestSigner some, KeyFileProfile profile, string password = Password) =>
        new KeyFileContent(some.Key.ToPkcs8(), some.Certificate) { Path = [some.Root.Certificate], FriendlyName = "测试" }.Seal(password, profile);

    private static PkiRefusal Refusal(Func<KeyFile> open) => Assert.Throws<PkiRefusedException>(() => open().Dispose()).Refusal;
}
