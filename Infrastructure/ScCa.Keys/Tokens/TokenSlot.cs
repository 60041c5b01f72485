using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>Finds the slot that the token is in.</summary>
internal static class TokenSlot
{
    public static nuint Find(CryptokiCalls calls, TokenOptions options)
    {
        CryptokiFailure? fault = null;
        var found = new List<nuint>();
        foreach (var slot in calls.Slots())
        {
            try
            {
                var info = calls.TokenInfo(slot);
                if (Fits(info, options))
                    found.Add(info.Has(Ckf.TokenInitialized) ? slot : throw TokenRefusals.TokenNotInitialised(Described(options)));
            }
            catch (CryptokiFailure failure)
            {
                // What is wrong with another token is no concern of this one's; but it may be this one.
                fault = failure;
            }
        }

        return found switch
        {
            [var one] => one,
            [] when fault is not null && !IsEmpty(fault.Value) => throw fault,
            [] => throw TokenRefusals.TokenAbsent(Described(options), fault),
            _ => throw TokenRefusals.TokenAmbiguous(Described(options)),
        };
    }

    public static string Described(TokenOptions options) => (options.Label, options.Serial) switch
    {
        ({ } label, { } serial) => $"{label} ({serial})",
        ({ } label, null) => label,
        (null, { } serial) => serial,
        _ => "*",
    };

    private static bool Fits(CkTokenInfo info, TokenOptions options) =>
        (options.Label is null || info.Label.ToString() == options.Label) && (options.Serial is null || info.SerialNumber.ToString() == options.Serial);

    private static bool IsEmpty(CkRv value) =>
        value is CkRv.CKR_TOKEN_NOT_PRESENT or CkRv.CKR_TOKEN_NOT_RECOGNIZED or CkRv.CKR_DEVICE_REMOVED or CkRv.CKR_SLOT_ID_INVALID;
}
