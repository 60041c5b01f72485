using ScCa.Keys.Cryptoki;
using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>What happens to tokens, and that nothing has to be restarted for it.</summary>
[Collection(TokenTestCollection.Name)]
public sealed class TokenRecoveryTests(SoftHsm hsm)
{
    [Fact]
    public void A_token_that_is_taken_out_is_absent_and_signs_again_once_it_is_back()
    {
        using var token = new WrappedToken(hsm);
        using var key = token.Key();
        token.SignWell();

        WrappingModule.TakeOut();
        var refused = token.Refused(TokenRefusal.TokenAbsent, () => key.Sign([1]));
        token.Refused(TokenRefusal.TokenAbsent, () => key.Sign([2]));
        WrappingModule.PutBack();

        Assert.Contains(token.Label, refused.ZhCn, StringComparison.Ordinal);
        Signatures.AssertVerifies(key, [3], key.Sign([3]));
    }

    [Fact]
    public void Whether_a_key_can_sign_is_asked_of_the_token_and_not_of_what_was_found_before()
    {
        using var token = new WrappedToken(hsm);
        using var key = token.Key();
        Assert.Null(key.WhyNotReady());

        WrappingModule.TakeOut();
        var reason = key.WhyNotReady();
        WrappingModule.PutBack();

        Assert.Equal(nameof(TokenRefusal.TokenAbsent), reason!.Code);
        Assert.Contains(token.Label, reason.ZhCn, StringComparison.Ordinal);
        Assert.Null(key.WhyNotReady());
        token.SignWell();
    }

    [Fact]
    public void What_others_in_the_process_do_to_the_module_is_put_right_unseen()
    {
        using var token = new WrappedToken(hsm);
        using var key = token.Key();

        foreach (var underneath in new Action[] { WrappingModule.CloseAllSessions, WrappingModule.LogOutUnderneath, WrappingModule.FinaliseUnderneath, () => { } })
        {
            underneath();
            Signatures.AssertVerifies(key, [1], key.Sign([1]));
            underneath();
            token.SignWell();
        }
    }

    [Fact]
    public void A_key_made_after_somebody_logged_out_is_made_once()
    {
        using var token = new WrappedToken(hsm);
        WrappingModule.LogOutUnderneath();

        using var made = token.Token.Generate(KeyAlgorithm.EcdsaP256, "second");

        Signatures.AssertVerifies(made, [1], made.Sign([1]));
        token.Refused(TokenRefusal.KeyAlreadyThere, () => token.Token.Generate(KeyAlgorithm.EcdsaP256, "second"));
    }

    [Fact]
    public void A_key_whose_making_failed_at_its_end_is_found_and_not_made_over()
    {
        using var token = new WrappedToken(hsm);
        Faults.Inject("C_GenerateKeyPair", CkRv.CKR_DEVICE_REMOVED, done: true);

        token.Refused(TokenRefusal.KeyAlreadyThere, () => token.Token.Generate(KeyAlgorithm.EcdsaP256, "half"));

        Faults.Heal();
        using var key = token.Token.Key(TokenKeyAddress.Of("half", null));
        Signatures.AssertVerifies(key, [1], key.Sign([1]));
    }

    [Theory]
    [InlineData(nameof(CkRv.CKR_DEVICE_REMOVED), TokenRefusal.TokenAbsent)]
    [InlineData(nameof(CkRv.CKR_TOKEN_NOT_PRESENT), TokenRefusal.TokenAbsent)]
    [InlineData(nameof(CkRv.CKR_KEY_FUNCTION_NOT_PERMITTED), TokenRefusal.KeyUnsuitable)]
    [InlineData(nameof(CkRv.CKR_MECHANISM_INVALID), TokenRefusal.MechanismUnsupported)]
    [InlineData(nameof(CkRv.CKR_SESSION_COUNT), TokenRefusal.SessionsExhausted)]
    [InlineData(nameof(CkRv.CKR_TOKEN_WRITE_PROTECTED), TokenRefusal.TokenWriteProtected)]
    [InlineData(nameof(CkRv.CKR_USER_TOO_MANY_TYPES), TokenRefusal.TokenInUse)]
    [InlineData(nameof(CkRv.CKR_PIN_EXPIRED), TokenRefusal.PinExpired)]
    [InlineData(nameof(CkRv.CKR_USER_PIN_NOT_INITIALIZED), TokenRefusal.PinNotSet)]
    [InlineData(nameof(CkRv.CKR_DEVICE_ERROR), TokenRefusal.DeviceFault)]
    [InlineData(nameof(CkRv.CKR_SESSION_HANDLE_INVALID), TokenRefusal.DeviceFault)]
    [InlineData(nameof(CkRv.CKR_USER_NOT_LOGGED_IN), TokenRefusal.DeviceFault)]
    public void An_error_that_stays_is_refused_by_its_type_with_the_call_and_the_answer(string error, TokenRefusal expected)
    {
        using var token = new WrappedToken(hsm);
        var value = Enum.Parse<CkRv>(error);
        Faults.Inject("C_Sign", value, times: int.MaxValue);

        var refused = token.RefusedToSign(expected);

        Assert.Equal("C_Sign", refused.Call);
        Assert.Equal((ulong)value, refused.ReturnValue);
        if (expected == TokenRefusal.DeviceFault)
            Assert.Contains($"C_Sign: {error} (0x", refused.ZhCn, StringComparison.Ordinal);
        Faults.Heal();
        token.SignWell();
    }

    [Fact]
    public void A_vendors_own_error_is_told_by_its_number()
    {
        using var token = new WrappedToken(hsm);
        Faults.Inject("C_Sign", (CkRv)0x80000042, times: int.MaxValue);

        Assert.Contains("C_Sign: 0x80000042", token.RefusedToSign(TokenRefusal.DeviceFault).En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remedy_is_tried_once_and_a_fault_without_remedy_not_at_all()
    {
        using var token = new WrappedToken(hsm);
        using var key = token.Key();
        foreach (var (value, attempts) in new[] { (CkRv.CKR_SESSION_HANDLE_INVALID, 2), (CkRv.CKR_DEVICE_ERROR, 1) })
        {
            Faults.Inject("C_Sign", value, times: int.MaxValue);
            Faults.ForgetCalls();
            Refusals.Of(() => key.Sign([1]));
            Assert.Equal(attempts, Faults.Calls("C_Sign"));
        }
    }

    [Fact]
    public void A_token_with_fewer_sessions_than_configured_serves_all_with_those_it_has()
    {
        using var token = new WrappedToken(hsm, options => options with { SessionsMax = 8 });
        using var key = token.Key();
        WrappingModule.SessionsMax = 2;

        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Signatures.AssertVerifies(key, [(byte)i], key.Sign([(byte)i])));

        Assert.True(WrappingModule.SessionsMost <= 2);
    }

    [Fact]
    public void An_administrators_login_that_was_left_behind_does_not_keep_the_user_out()
    {
        using var token = new WrappedToken(hsm);
        // Neither the logout nor the closing of the session comes about: the administrator stays logged in.
        Faults.Inject("C_InitPIN", CkRv.CKR_DEVICE_ERROR, done: true);
        Refusals.Of(() => token.Reset(SoftHsm.AdministratorPin, SoftHsm.InitialPin));
        WrappingModule.LogInAsAdministratorUnderneath(SoftHsm.AdministratorPin);

        token.SignWell();
    }

    [Fact]
    public void A_token_that_was_disposed_of_says_so_and_its_key_too()
    {
        var token = new WrappedToken(hsm);
        var key = token.Key();
        token.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign([1]));
        Assert.Throws<ObjectDisposedException>(token.Token.Info);
        token.Dispose();
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign([1]));
    }

    [Fact]
    public void An_error_at_the_modules_end_does_not_keep_the_next_token_from_opening()
    {
        foreach (var value in Enum.GetValues<CkRv>().Where(v => v != CkRv.CKR_OK))
        {
            var module = CryptokiModule.Over(WrappingModule.Around(SoftHsmOrSkip()));
            var label = value == CkRv.CKR_CANCEL ? hsm.NewToken("end") : "end";
            Token.Open(module, hsm.Options(label)).Dispose();
            Faults.Inject("C_Finalize", value, done: (ulong)value % 2 == 0);
            Token.Open(module, hsm.Options(label)).Dispose();
            Faults.Heal();
            using var again = Token.Open(module, hsm.Options(label));
            Assert.Equal("end", again.Info().Label);
        }
    }

    private static nint SoftHsmOrSkip()
    {
        SoftHsm.SkipWithout();
        return SoftHsm.FunctionList;
    }
}
