using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>A module whose answers make no sense is not believed.</summary>
[Collection(TokenTestCollection.Name)]
public sealed class HostileModuleTests(SoftHsm hsm)
{
    [Theory]
    [InlineData("C_GetSlotList")]
    [InlineData("C_FindObjects")]
    [InlineData("C_GetAttributeValue")]
    [InlineData("C_Sign")]
    public void A_length_that_no_buffer_has_is_refused_and_the_next_operation_succeeds(string call)
    {
        using var token = new WrappedToken(hsm);
        WrappingModule.LyingCall = call;
        WrappingModule.FinaliseUnderneath();

        Assert.Equal(call, token.RefusedToSign(TokenRefusal.AnswerMalformed).Call);

        WrappingModule.LyingCall = null;
        token.SignWell();
    }

    [Fact]
    public void A_signature_that_does_not_verify_is_not_released()
    {
        using var token = new WrappedToken(hsm);
        WrappingModule.SpoilsSignatures = true;

        token.RefusedToSign(TokenRefusal.SignatureWrong);

        WrappingModule.SpoilsSignatures = false;
        token.SignWell();
    }

    [Theory]
    [InlineData(nameof(Cryptoki.CkFunctionList.Sign))]
    [InlineData(nameof(Cryptoki.CkFunctionList.Login))]
    [InlineData(nameof(Cryptoki.CkFunctionList.GetSlotList))]
    public void A_function_that_the_list_does_not_have_is_refused_and_not_called(string function)
    {
        using var token = new WrappedToken(hsm);
        var restore = WrappingModule.Remove(function);
        WrappingModule.FinaliseUnderneath();

        Assert.Equal((ulong)Cryptoki.CkRv.CKR_FUNCTION_NOT_SUPPORTED, token.RefusedToSign(TokenRefusal.DeviceFault).ReturnValue);

        restore();
        token.SignWell();
    }
}
