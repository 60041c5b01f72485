using System.Security.Cryptography;
using System.Text;
using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>SoftHSM as it is installed, and what other programs make of its signatures and keys.</summary>
[Collection(TokenTestCollection.Name)]
public sealed class TokenSigningTests(SoftHsm hsm) : IDisposable
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("to be signed 待签数据");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Algorithms => ["p256", "rsa"];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_key_made_in_the_token_signs_what_the_framework_and_openssl_verify(string kind)
    {
        using var token = Open();
        using var key = token.Generate(AlgorithmOf(kind), "ca");

        var signature = key.Sign(Data);

        Assert.StartsWith(kind + "-", key.Name, StringComparison.Ordinal);
        Assert.Equal(key.Name, key.ToString());
        Signatures.AssertVerifies(key, Data, signature);
        AssertOpensslVerifies(key, signature);
        using var found = token.Key(TokenKeyAddress.Of("ca", null));
        Assert.Equal(key.Name, found.Name);
    }

    [Theory]
    [InlineData("EC:prime256v1", "p256")]
    [InlineData("rsa:2048", "rsa")]
    public void A_key_that_another_program_made_is_found_by_label_or_id_and_signs(string type, string kind)
    {
        SoftHsm.SkipWithoutPkcs11Tool();
        var label = hsm.NewToken();
        hsm.Pkcs11Tool(label, "--keypairgen", "--key-type", type, "--label", "theirs", "--id", "A1b2", "--usage-sign");
        using var token = Token.Open(hsm.Options(label));

        foreach (var address in new[] { TokenKeyAddress.Of("theirs", null), TokenKeyAddress.Of(null, "A1B2"), TokenKeyAddress.Of("theirs", "a1b2") })
        {
            using var key = token.Key(address);
            Assert.Equal(AlgorithmOf(kind), key.Algorithm);
            Signatures.AssertVerifies(key, Data, key.Sign(Data));
        }
    }

    [Fact]
    public void A_key_made_here_signs_for_another_program_the_same()
    {
        SoftHsm.SkipWithoutPkcs11Tool();
        var label = hsm.NewToken();
        using var token = Token.Open(hsm.Options(label));
        using var key = token.Generate(KeyAlgorithm.EcdsaP256, "ours");
        File.WriteAllBytes(folder["digest"], SHA256.HashData(Data));

        hsm.Pkcs11Tool(
            label, "--sign", "--mechanism", "ECDSA", "--label", "ours", "--input-file", folder["digest"], "--output-file", folder["signature"],
            "--signature-format", "openssl");

        Signatures.AssertVerifies(key, Data, File.ReadAllBytes(folder["signature"]));
        var objects = hsm.Pkcs11Tool(label, "--list-objects", "--type", "privkey");
        Assert.Contains("sensitive", objects, StringComparison.Ordinal);
        Assert.Contains("never extractable", objects, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_asks_for_the_PIN_each_time_is_given_it_each_time()
    {
        SoftHsm.SkipWithoutPkcs11Tool();
        var label = hsm.NewToken();
        hsm.Pkcs11Tool(label, "--keypairgen", "--key-type", "EC:prime256v1", "--label", "careful", "--id", "01", "--usage-sign", "--always-auth");
        var asked = 0;
        using var token = Token.Open(hsm.Options(label) with { Pin = () => { asked++; return Password.Copy(SoftHsm.InitialPin); } });
        using var key = token.Key(TokenKeyAddress.Of("careful", null));
        Assert.Equal(1, asked);

        for (var i = 0; i < 3; i++)
            Signatures.AssertVerifies(key, Data, key.Sign(Data));

        Assert.Equal(4, asked);
    }

    [Fact]
    public void A_private_key_that_could_be_read_is_not_used()
    {
        SoftHsm.SkipWithout();
        var label = hsm.NewToken();
        using (var token = Token.Open(hsm.Options(label)))
            RawObjects.GenerateReadableKey(label, "open");

        using var again = Token.Open(hsm.Options(label));

        Assert.Equal(TokenRefusal.KeyExposed, Refusals.Of(() => again.Key(TokenKeyAddress.Of("open", null))).Refusal);
    }

    [Theory]
    [InlineData("EC:secp384r1")]
    [InlineData("rsa:1024")]
    public void A_key_of_another_kind_is_refused(string type)
    {
        SoftHsm.SkipWithoutPkcs11Tool();
        var label = hsm.NewToken();
        hsm.Pkcs11Tool(label, "--keypairgen", "--key-type", type, "--label", "other", "--id", "01");
        using var token = Token.Open(hsm.Options(label));

        Assert.Equal(TokenRefusal.KeyUnsuitable, Refusals.Of(() => token.Key(TokenKeyAddress.Of("other", null))).Refusal);
    }

    [Fact]
    public void A_key_that_is_not_there_is_there_twice_or_has_lost_its_public_half_is_refused_by_its_address()
    {
        SoftHsm.SkipWithoutPkcs11Tool();
        var label = hsm.NewToken();
        hsm.Pkcs11Tool(label, "--keypairgen", "--key-type", "EC:prime256v1", "--label", "twice", "--id", "01");
        hsm.Pkcs11Tool(label, "--keypairgen", "--key-type", "EC:prime256v1", "--label", "twice", "--id", "02");
        hsm.Pkcs11Tool(label, "--keypairgen", "--key-type", "EC:prime256v1", "--label", "half", "--id", "03");
        hsm.Pkcs11Tool(label, "--delete-object", "--type", "pubkey", "--label", "half");
        using var token = Token.Open(hsm.Options(label));

        var refused = Refusals.Of(() => token.Key(TokenKeyAddress.Of("nowhere", "0abc")));
        Assert.Equal(TokenRefusal.KeyNotFound, refused.Refusal);
        Assert.Contains("nowhere (0abc)", refused.En, StringComparison.Ordinal);
        Assert.Equal(TokenRefusal.KeyAmbiguous, Refusals.Of(() => token.Key(TokenKeyAddress.Of("twice", null))).Refusal);
        Assert.Equal(TokenRefusal.PublicKeyMissing, Refusals.Of(() => token.Key(TokenKeyAddress.Of("half", null))).Refusal);
        token.Key(TokenKeyAddress.Of("twice", "02")).Dispose();
    }

    [Fact]
    public void A_token_tells_who_it_is_and_how_its_PINs_stand()
    {
        SoftHsm.SkipWithout();
        var label = hsm.NewToken();
        using var token = Token.Open(hsm.Options(label));

        var info = token.Info();

        Assert.Equal(label, info.Label);
        Assert.Equal(16, info.Serial.Length);
        Assert.Equal("SoftHSM v2", info.Model);
        Assert.True(info.IsPinSet);
        Assert.Equal((PinTries.All, PinTries.All), (info.UserTries, info.AdministratorTries));
        Assert.Equal((4, 255), (info.PinLengthMin, info.PinLengthMax));
        using var bySerial = Token.Open(hsm.Options(label) with { Label = null, Serial = info.Serial });
        Assert.Equal(label, bySerial.Info().Label);
        Assert.Equal(label, token.ToString());
    }

    [Fact]
    public void A_token_that_is_not_there_or_not_the_only_one_is_refused_by_its_name()
    {
        SoftHsm.SkipWithout();
        var twin = hsm.NewToken("twin");
        hsm.NewToken("twin");

        var absent = Refusals.Of(() => Token.Open(hsm.Options("nobody") with { Serial = "0815" }));
        Assert.Equal(TokenRefusal.TokenAbsent, absent.Refusal);
        Assert.Contains("nobody (0815)", absent.ZhCn, StringComparison.Ordinal);
        Assert.Equal(TokenRefusal.TokenAmbiguous, Refusals.Of(() => Token.Open(hsm.Options(twin))).Refusal);
    }

    [Fact]
    public void A_module_that_is_missing_or_is_none_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modules are not loaded on Windows.");
        File.WriteAllText(folder["text.so"], "no library");

        Assert.Equal(TokenRefusal.ModuleMissing, Refusals.Of(() => OpenModule(folder["nothing.so"])).Refusal);
        Assert.Equal(TokenRefusal.ModuleUnusable, Refusals.Of(() => OpenModule(folder["text.so"])).Refusal);
        var library = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").First();
        Assert.Equal(TokenRefusal.ModuleUnusable, Refusals.Of(() => OpenModule(library)).Refusal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("ca", "0")]
    [InlineData("ca", "xy")]
    public void A_key_address_says_something_and_its_id_is_hexadecimal(string? label, string? id) =>
        Assert.Throws<ArgumentException>(() => TokenKeyAddress.Of(label, id));

    private static KeyAlgorithm AlgorithmOf(string kind) => kind == "rsa" ? KeyAlgorithm.RsaPkcs1 : KeyAlgorithm.EcdsaP256;

    private static Token OpenModule(string path) => Token.Open(new TokenOptions { ModuleFile = path, Label = "any", Pin = () => Password.Copy("any") });

    private Token Open()
    {
        SoftHsm.SkipWithout();
        return Token.Open(hsm.Options(hsm.NewToken()));
    }

    private void AssertOpensslVerifies(TokenKey key, byte[] signature)
    {
        Assert.SkipUnless(SoftHsm.IsInstalled("openssl"), "openssl is not installed.");
        File.WriteAllText(folder["key.pem"], PemEncoding.WriteString("PUBLIC KEY", key.SubjectPublicKeyInfo.Span));
        File.WriteAllBytes(folder["data"], Data);
        File.WriteAllBytes(folder["signature"], signature);
        Assert.Contains(
            "Verified OK",
            hsm.Run("openssl", "dgst", "-sha256", "-verify", folder["key.pem"], "-signature", folder["signature"], folder["data"]), StringComparison.Ordinal);
    }
}
