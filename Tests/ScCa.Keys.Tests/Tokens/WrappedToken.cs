using System.Security.Cryptography;
using ScCa.Keys.Cryptoki;
using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>A token of SoftHSM behind the wrapping module, with a P-256 key in it.</summary>
internal sealed class WrappedToken : IDisposable
{
    public static readonly TokenKeyAddress Address = TokenKeyAddress.Of("ca", null);

    private static readonly byte[] Data = "to be signed"u8.ToArray();

    public WrappedToken(SoftHsm hsm, Func<TokenOptions, TokenOptions>? change = null)
    {
        SoftHsm.SkipWithout();
        Label = hsm.NewToken();
        PinSource = () => Password.Copy(Pin);
        var options = hsm.Options(Label) with { Pin = () => PinSource(), SessionsMax = 2, WaitMax = TimeSpan.FromMinutes(2) };
        Token = Token.Open(CryptokiModule.Over(WrappingModule.Around(SoftHsm.FunctionList)), change?.Invoke(options) ?? options);
        Token.Generate(KeyAlgorithm.EcdsaP256, "ca").Dispose();
    }

    public string Label { get; }

    /// <summary>What the PIN provider gives.</summary>
    public string Pin { get; set; } = SoftHsm.InitialPin;

    /// <summary>The PIN provider.</summary>
    public Func<Password> PinSource { get; set; }

    public Token Token { get; }

    public TokenKey Key() => Token.Key(Address);

    /// <summary>Signs, and the signature is right.</summary>
    public void SignWell()
    {
        using var key = Key();
        Signatures.AssertVerifies(key, Data, key.Sign(Data));
    }

    public TokenRefusedException Refused(TokenRefusal expected, Action action)
    {
        var refused = Refusals.Of(action);
        Assert.Equal(expected, refused.Refusal);
        return refused;
    }

    public TokenRefusedException RefusedToSign(TokenRefusal expected) => Refused(expected, SignWell);

    public static void With(string pin, Action<Password> use)
    {
        using var password = Password.Copy(pin);
        use(password);
    }

    public void Verify(string pin) => With(pin, Token.VerifyPin);

    public void Change(string present, string next) => With(present, old => With(next, pin => Token.ChangePin(old, pin)));

    public void Reset(string administratorPin, string next) => With(administratorPin, old => With(next, pin => Token.ResetPin(old, pin)));

    public void Dispose()
    {
        Faults.Heal();
        WrappingModule.PutBack();
        Token.Dispose();
    }
}

/// <summary>Signatures as whoever is given one checks them.</summary>
internal static class Signatures
{
    public static void AssertVerifies(IKeyHolder key, byte[] data, byte[] signature)
    {
        if (key.Algorithm == KeyAlgorithm.Sm2)
        {
            var sm2 = new ScCa.Signing.Sm2VerifyKey(ScCa.Signing.Sm2PublicKey.FromSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span));
            Assert.True(sm2.Verify(data, signature));
        }
        else if (key.Algorithm == KeyAlgorithm.RsaPkcs1)
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span, out _);
            Assert.True(rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
        else
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span, out _);
            Assert.True(ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }
}

/// <summary>Refusals of tokens as an operator reads them.</summary>
internal static class Refusals
{
    public static TokenRefusedException Of(Action action)
    {
        var refused = Assert.Throws<TokenRefusedException>(action);
        AssertTexts(refused);
        return refused;
    }

    public static void AssertTexts(TokenRefusedException refused)
    {
        Assert.Equal(refused.Refusal.ToString(), refused.Code);
        Assert.Matches(@"[\u4e00-\u9fff]", refused.ZhCn);
        Assert.EndsWith("。", refused.ZhCn, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[\u4e00-\u9fff]", refused.En);
        Assert.EndsWith(".", refused.En, StringComparison.Ordinal);
        Assert.DoesNotContain(SoftHsm.InitialPin, refused.ToString() + refused.ZhCn, StringComparison.Ordinal);
        Assert.DoesNotContain(SoftHsm.AdministratorPin, refused.ToString() + refused.ZhCn, StringComparison.Ordinal);
    }
}
