using ScCa.Keys.Cryptoki;
using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>The life of a PIN (C11): given out, changed, forgotten, locked, unlocked; the token stays inserted and nothing is restarted.</summary>
[Collection(TokenTestCollection.Name)]
public sealed class TokenPinTests(SoftHsm hsm)
{
    private const string OwnPin = "86420864";

    private const string WrongPin = "00000000";

    [Fact]
    [Trait("rule", "C11")]
    public void A_PIN_is_changed_forgotten_locked_and_unlocked_to_the_initial_one_while_the_token_stays_inserted()
    {
        using var token = new WrappedToken(hsm);
        using var key = token.Key();

        token.Change(SoftHsm.InitialPin, OwnPin);
        token.Pin = OwnPin;
        Signatures.AssertVerifies(key, [1], key.Sign([1]));

        Assert.Equal(PinTries.Fewer, token.Refused(TokenRefusal.PinIncorrect, () => token.Verify(WrongPin)).TriesLeft);
        Assert.Equal(PinTries.Last, token.Refused(TokenRefusal.PinIncorrect, () => token.Verify(WrongPin)).TriesLeft);
        Assert.Equal(PinTries.None, token.Refused(TokenRefusal.PinIncorrect, () => token.Verify(WrongPin)).TriesLeft);
        token.Refused(TokenRefusal.PinLocked, () => token.Verify(OwnPin));
        Assert.Equal(PinTries.None, token.Token.Info().UserTries);
        token.Refused(TokenRefusal.PinLocked, () => key.Sign([2]));
        token.Refused(TokenRefusal.PinLocked, () => token.Change(OwnPin, SoftHsm.InitialPin));

        token.Reset(SoftHsm.AdministratorPin, SoftHsm.InitialPin);
        Assert.Equal(PinTries.All, token.Token.Info().UserTries);
        token.Pin = SoftHsm.InitialPin;
        Signatures.AssertVerifies(key, [3], key.Sign([3]));
        token.Change(SoftHsm.InitialPin, OwnPin);
        token.Verify(OwnPin);
        token.Refused(TokenRefusal.PinIncorrect, () => token.Verify(SoftHsm.InitialPin));
    }

    [Fact]
    [Trait("rule", "C11")]
    public void A_wrong_PIN_that_is_configured_is_tried_once_however_often_the_program_signs()
    {
        using var token = new WrappedToken(hsm);
        token.Verify(SoftHsm.InitialPin);
        token.Pin = WrongPin;

        Assert.Equal(PinTries.Fewer, token.RefusedToSign(TokenRefusal.PinIncorrect).TriesLeft);
        for (var i = 0; i < 10; i++)
            token.RefusedToSign(TokenRefusal.PinIncorrect);
        Parallel.For(0, 20, _ => token.RefusedToSign(TokenRefusal.PinIncorrect));
        WrappingModule.TakeOut();
        token.RefusedToSign(TokenRefusal.TokenAbsent);
        WrappingModule.PutBack();
        token.RefusedToSign(TokenRefusal.PinIncorrect);
        WrappingModule.FinaliseUnderneath();
        token.RefusedToSign(TokenRefusal.PinIncorrect);
        Assert.Equal(1, WrappingModule.WrongUserPins);

        token.Pin = SoftHsm.InitialPin;
        token.SignWell();
        Assert.Equal(0, WrappingModule.WrongUserPins);
    }

    [Fact]
    [Trait("rule", "C11")]
    public void A_refused_PIN_is_tried_once_more_when_the_token_shows_all_tries_again_because_somebody_put_it_right_elsewhere()
    {
        using var token = new WrappedToken(hsm);
        token.Change(SoftHsm.InitialPin, OwnPin);
        token.RefusedToSign(TokenRefusal.PinIncorrect);

        WrappingModule.ConfirmPinElsewhere();
        token.RefusedToSign(TokenRefusal.PinIncorrect);
        token.RefusedToSign(TokenRefusal.PinIncorrect);
        Assert.Equal(1, WrappingModule.WrongUserPins);

        using (var elsewhere = Token.Open(hsm.Options(token.Label)))
            WrappedToken.With(SoftHsm.AdministratorPin, old => WrappedToken.With(SoftHsm.InitialPin, next => elsewhere.ResetPin(old, next)));
        WrappingModule.ConfirmPinElsewhere();
        token.SignWell();
    }

    [Fact]
    [Trait("rule", "C11")]
    public void A_token_that_tells_nothing_of_its_tries_gets_no_PIN_twice_either()
    {
        using var token = new WrappedToken(hsm);
        WrappingModule.ShowsTries = false;
        token.Verify(SoftHsm.InitialPin);
        token.Pin = WrongPin;

        for (var i = 0; i < 5; i++)
            Assert.Equal(PinTries.All, token.RefusedToSign(TokenRefusal.PinIncorrect).TriesLeft);

        Assert.Equal(1, WrappingModule.WrongUserPins);
    }

    [Fact]
    [Trait("rule", "C11")]
    public void The_last_try_is_left_to_a_person_whose_right_PIN_restores_all()
    {
        using var token = new WrappedToken(hsm);
        token.Refused(TokenRefusal.PinIncorrect, () => token.Verify(WrongPin));
        token.Refused(TokenRefusal.PinIncorrect, () => token.Verify(WrongPin));

        Assert.Equal(PinTries.Last, token.RefusedToSign(TokenRefusal.PinOnLastTry).TriesLeft);
        token.Verify(SoftHsm.InitialPin);

        token.SignWell();
        Assert.Equal(PinTries.All, token.Token.Info().UserTries);
    }

    [Fact]
    [Trait("rule", "C11")]
    public void A_wrong_administrators_PIN_unlocks_nothing_and_locks_itself()
    {
        using var token = new WrappedToken(hsm);

        foreach (var left in new[] { PinTries.Fewer, PinTries.Last, PinTries.None })
        {
            var refused = token.Refused(TokenRefusal.PinIncorrect, () => token.Reset(WrongPin, OwnPin));
            Assert.Equal(PinOwner.Administrator, refused.Pin);
            Assert.Equal(left, refused.TriesLeft);
        }

        Assert.Equal(PinOwner.Administrator, token.Refused(TokenRefusal.PinLocked, () => token.Reset(SoftHsm.AdministratorPin, OwnPin)).Pin);
        Assert.Equal(PinTries.None, token.Token.Info().AdministratorTries);
        token.SignWell();
    }

    [Fact]
    public void An_administrator_changes_his_own_PIN()
    {
        using var token = new WrappedToken(hsm);

        WrappedToken.With(SoftHsm.AdministratorPin, old => WrappedToken.With(OwnPin, next => token.Token.ChangeAdministratorPin(old, next)));

        token.Refused(TokenRefusal.PinIncorrect, () => token.Reset(SoftHsm.AdministratorPin, SoftHsm.InitialPin));
        token.Reset(OwnPin, SoftHsm.InitialPin);
        token.SignWell();
    }

    [Fact]
    [Trait("rule", "C11")]
    public void A_change_whose_outcome_is_unknown_is_not_tried_again_and_costs_no_try()
    {
        using var token = new WrappedToken(hsm);
        Faults.Inject("C_SetPIN", CkRv.CKR_DEVICE_REMOVED, done: true);

        token.Refused(TokenRefusal.TokenAbsent, () => token.Change(SoftHsm.InitialPin, OwnPin));

        Assert.Equal(0, WrappingModule.WrongUserPins);
        token.Verify(OwnPin);
    }

    [Fact]
    public void A_PIN_that_cannot_be_right_or_cannot_be_set_is_refused_without_a_try()
    {
        using var token = new WrappedToken(hsm);
        token.Verify(SoftHsm.InitialPin);
        token.Pin = "1";

        Assert.Contains("4", token.RefusedToSign(TokenRefusal.PinUnacceptable).En, StringComparison.Ordinal);
        token.Refused(TokenRefusal.PinUnacceptable, () => token.Change(SoftHsm.InitialPin, "1"));
        token.Refused(TokenRefusal.PinUnacceptable, () => token.Reset(SoftHsm.AdministratorPin, new string('1', 300)));

        Assert.Equal(0, WrappingModule.WrongUserPins);
        Assert.Equal(PinTries.All, token.Token.Info().AdministratorTries);
    }

    [Fact]
    public void A_PIN_file_that_must_not_be_used_is_refused_as_any_key_file_and_costs_no_try()
    {
        using var token = new WrappedToken(hsm);
        token.Verify(SoftHsm.InitialPin);
        token.PinSource = () => Password.FromFile("nowhere");

        Assert.Equal("FileMissing", Assert.Throws<KeyRefusedException>(token.SignWell).Code);
        Assert.Equal(0, WrappingModule.WrongUserPins);
    }
}
