using ScCa.Keys.Cryptoki;
using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>
/// Every error at every call, of three kinds: once and nothing done, once but done, and again and again. One token in one process lives through all of them.
/// </summary>
[Collection(TokenTestCollection.Name)]
public sealed class TokenFaultTests(TokenFaultTests.LivingToken living) : IClassFixture<TokenFaultTests.LivingToken>
{
    private static readonly string[] CallsOfASignature =
    [
        "C_Initialize", "C_GetSlotList", "C_GetTokenInfo", "C_GetMechanismInfo", "C_OpenSession", "C_Login", "C_FindObjectsInit", "C_FindObjects",
        "C_FindObjectsFinal", "C_GetAttributeValue", "C_SignInit", "C_Sign",
    ];

    private static readonly string[] CallsAboutPins = ["C_CloseSession", "C_Logout", "C_InitPIN", "C_SetPIN"];

    public static IEnumerable<TheoryDataRow<string, string>> Cases =>
        from call in CallsOfASignature.Concat(CallsAboutPins)
        from error in Enum.GetNames<CkRv>()
        where error != nameof(CkRv.CKR_OK)
        select new TheoryDataRow<string, string>(call, error);

    [Theory]
    [MemberData(nameof(Cases))]
    public void After_any_error_at_any_call_the_next_operation_succeeds_and_no_PIN_was_tried_in_vain(string call, string error)
    {
        var value = Enum.Parse<CkRv>(error);
        foreach (var (done, times) in new[] { (false, 1), (true, 1), (false, int.MaxValue) })
        {
            var token = living.Token;
            // The way that passes every call: the module was finalised by somebody else, so all is found anew.
            if (CallsOfASignature.Contains(call))
                WrappingModule.FinaliseUnderneath();
            Faults.Inject(call, value, done, times);

            var refused = Attempt(() => OperationWith(call, token));

            Assert.True(Faults.Fired > 0, "The call was never made.");
            Faults.Heal();
            // A PIN that was refused is a person's to confirm; nothing else needs anybody.
            if (refused is { Pin: not null })
                token.Verify(SoftHsm.InitialPin);
            token.SignWell();
            Assert.Equal(0, WrappingModule.WrongUserPins);
        }
    }

    private static void OperationWith(string call, WrappedToken token)
    {
        switch (call)
        {
            case "C_InitPIN":
                token.Reset(SoftHsm.AdministratorPin, SoftHsm.InitialPin);
                break;
            case "C_SetPIN":
                token.Change(SoftHsm.InitialPin, SoftHsm.InitialPin);
                break;
            case "C_CloseSession" or "C_Logout":
                token.Verify(SoftHsm.InitialPin);
                break;
            default:
                token.SignWell();
                break;
        }
    }

    private static TokenRefusedException? Attempt(Action operation)
    {
        try
        {
            operation();
            return null;
        }
        catch (TokenRefusedException refused)
        {
            Refusals.AssertTexts(refused);
            return refused;
        }
    }

    public sealed class LivingToken(SoftHsm hsm) : IDisposable
    {
        private WrappedToken? token;

        internal WrappedToken Token => token ??= new WrappedToken(hsm);

        public void Dispose() => token?.Dispose();
    }
}
