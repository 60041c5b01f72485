using ScCa.Keys.Cryptoki;
using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>A maker's SM2 mechanisms at work, on a token in software behind the wrapping module.</summary>
[Collection(TokenTestCollection.Name)]
public sealed class Sm2TokenTests
{
    private static readonly byte[] Data = "待签数据 to be signed"u8.ToArray();

    private static readonly Sm2Mechanisms Usual = new()
    {
        Maker = "test",
        KeyType = SoftwareSm2Token.KeyType,
        KeyPairGeneration = SoftwareSm2Token.KeyPairGeneration,
        Signature = SoftwareSm2Token.SignMessageDer,
        Takes = Sm2Input.Message,
        Gives = SignatureForm.Der,
        Point = PointForm.OctetString,
    };

    public static TheoryData<uint, Sm2Input, SignatureForm> Ways => new()
    {
        { SoftwareSm2Token.SignZAndMessageRaw, Sm2Input.ZAndMessage, SignatureForm.Raw },
        { SoftwareSm2Token.SignZAndMessageDer, Sm2Input.ZAndMessage, SignatureForm.Der },
        { SoftwareSm2Token.SignMessageRaw, Sm2Input.Message, SignatureForm.Raw },
        { SoftwareSm2Token.SignMessageDer, Sm2Input.Message, SignatureForm.Der },
        { SoftwareSm2Token.SignDigestRaw, Sm2Input.Digest, SignatureForm.Raw },
        { SoftwareSm2Token.SignDigestDer, Sm2Input.Digest, SignatureForm.Der },
        { SoftwareSm2Token.SignMessageWithIdentityDer, Sm2Input.MessageWithIdentity, SignatureForm.Der },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_way_of_signing_gives_a_signature_that_the_standard_verifies(uint mechanism, Sm2Input takes, SignatureForm gives)
    {
        using var token = Open(Usual with { Signature = mechanism, Takes = takes, Gives = gives });
        using var key = token.Generate(KeyAlgorithm.Sm2, "ca");

        Assert.StartsWith("sm2-", key.Name, StringComparison.Ordinal);
        Assert.Equal(KeyAlgorithm.Sm2, key.Algorithm);
        for (var i = 0; i < 8; i++)
            Signatures.AssertVerifies(key, [.. Data, (byte)i], key.Sign([.. Data, (byte)i]));
        using var found = token.Key(TokenKeyAddress.Of("ca", null));
        Assert.Equal(key.Name, found.Name);
    }

    [Theory]
    [InlineData(SoftwareSm2Token.SignZAndMessageDer, Sm2Input.Message, SignatureForm.Der)]
    [InlineData(SoftwareSm2Token.SignMessageDer, Sm2Input.ZAndMessage, SignatureForm.Der)]
    [InlineData(SoftwareSm2Token.SignMessageDer, Sm2Input.Digest, SignatureForm.Der)]
    [InlineData(SoftwareSm2Token.SignMessageDer, Sm2Input.Message, SignatureForm.Raw)]
    [InlineData(SoftwareSm2Token.SignMessageRaw, Sm2Input.Message, SignatureForm.Der)]
    public void A_mechanism_that_is_described_wrongly_signs_nothing_that_is_released(uint mechanism, Sm2Input takes, SignatureForm gives)
    {
        using var token = Open(Usual with { Signature = mechanism, Takes = takes, Gives = gives });
        using var key = token.Generate(KeyAlgorithm.Sm2, "ca");

        Assert.Equal(TokenRefusal.SignatureWrong, Refusals.Of(() => key.Sign(Data)).Refusal);
    }

    [Fact]
    public void Numbers_with_noughts_before_them_are_written_anew_as_certificates_carry_them()
    {
        using var token = Open(Usual);
        SoftwareSm2Token.WritesLongNumbers = true;
        using var key = token.Generate(KeyAlgorithm.Sm2, "ca");

        for (var i = 0; i < 16; i++)
            Signatures.AssertVerifies(key, [(byte)i], key.Sign([(byte)i]));
    }

    [Fact]
    public void A_bare_point_is_read_where_the_maker_writes_bare_points_and_refused_where_he_does_not()
    {
        using (var token = Open(Usual with { Point = PointForm.Raw }))
        {
            SoftwareSm2Token.WritesRawPoints = true;
            using var key = token.Generate(KeyAlgorithm.Sm2, "ca");
            Signatures.AssertVerifies(key, Data, key.Sign(Data));
        }

        using var strict = Open(Usual);
        SoftwareSm2Token.WritesRawPoints = true;
        Assert.Equal(TokenRefusal.KeyUnsuitable, Refusals.Of(() => strict.Generate(KeyAlgorithm.Sm2, "ca")).Refusal);
    }

    [Fact]
    public void A_key_that_names_no_curve_is_known_by_the_makers_type()
    {
        using var token = Open(Usual);
        SoftwareSm2Token.HidesCurve = true;
        using var key = token.Generate(KeyAlgorithm.Sm2, "ca");

        Signatures.AssertVerifies(key, Data, key.Sign(Data));
    }

    [Fact]
    public void Without_a_description_of_the_makers_mechanisms_there_is_no_SM2()
    {
        using (var token = Open(Usual))
            token.Generate(KeyAlgorithm.Sm2, "ca").Dispose();
        using var without = Token.Open(CryptokiModule.Over(WrappingModule.Again()), Options(null));

        Assert.Equal(TokenRefusal.KeyUnsuitable, Refusals.Of(() => without.Key(TokenKeyAddress.Of("ca", null))).Refusal);
        Assert.Equal(TokenRefusal.MechanismUnsupported, Refusals.Of(() => without.Generate(KeyAlgorithm.Sm2, "other")).Refusal);
    }

    [Fact]
    public void A_mechanism_that_the_token_does_not_have_is_refused_by_its_number_before_anything_is_signed()
    {
        using var token = Open(Usual with { Signature = 0x80000815 });

        Assert.Contains("0x80000815", Refusals.Of(() => token.Generate(KeyAlgorithm.Sm2, "ca")).ZhCn, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "C11")]
    public void A_PIN_that_was_given_out_with_the_token_is_shown_as_one_to_change()
    {
        using var token = Open(Usual);
        Assert.True(token.Info().PinMustBeChanged);

        WrappedToken.With(SoftHsm.InitialPin, old => WrappedToken.With("own-pin-1", pin => token.ChangePin(old, pin)));
        Assert.False(token.Info().PinMustBeChanged);
        WrappedToken.With(SoftHsm.AdministratorPin, old => WrappedToken.With(SoftHsm.InitialPin, pin => token.ResetPin(old, pin)));
        Assert.True(token.Info().PinMustBeChanged);
    }

    public static IEnumerable<TheoryDataRow<string, string>> Cases =>
        from call in new[] { "C_GenerateKeyPair", "C_SignInit", "C_Sign", "C_GetAttributeValue" }
        from error in Enum.GetNames<CkRv>()
        where error != nameof(CkRv.CKR_OK)
        select new TheoryDataRow<string, string>(call, error);

    [Theory]
    [MemberData(nameof(Cases))]
    public void After_any_error_while_a_key_is_made_or_signs_the_next_operation_succeeds(string call, string error)
    {
        using var token = Open(Usual);
        token.Generate(KeyAlgorithm.Sm2, "ca").Dispose();
        var made = 0;
        foreach (var (done, times) in new[] { (false, 1), (true, 1), (false, int.MaxValue) })
        {
            Faults.Inject(call, Enum.Parse<CkRv>(error), done, times);

            try
            {
                if (call == "C_GenerateKeyPair")
                    token.Generate(KeyAlgorithm.Sm2, $"key {++made}").Dispose();
                else
                    SignWell(token);
            }
            catch (TokenRefusedException refused)
            {
                Refusals.AssertTexts(refused);
            }

            Assert.True(Faults.Fired > 0, "The call was never made.");
            Faults.Heal();
            SignWell(token);
            token.Generate(KeyAlgorithm.Sm2, $"key {++made}").Dispose();
        }
    }

    private static void SignWell(Token token)
    {
        using var key = token.Key(TokenKeyAddress.Of("ca", null));
        Signatures.AssertVerifies(key, Data, key.Sign(Data));
    }

    private static Token Open(Sm2Mechanisms sm2) => Token.Open(CryptokiModule.Over(WrappingModule.Around(SoftwareSm2Token.New())), Options(sm2));

    private static TokenOptions Options(Sm2Mechanisms? sm2) =>
        new() { ModuleFile = "in software", Label = SoftwareSm2Token.Label, Pin = () => Password.Copy(SoftHsm.InitialPin), Sm2 = sm2 };
}
