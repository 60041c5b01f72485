using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>What a token's flags and answers say about its PINs.</summary>
internal static class PinFlags
{
    public static PinTries TriesOf(CkTokenInfo info, PinOwner owner) => owner == PinOwner.User
        ? Tries(info, Ckf.UserPinLocked, Ckf.UserPinFinalTry, Ckf.UserPinCountLow)
        : Tries(info, Ckf.SoPinLocked, Ckf.SoPinFinalTry, Ckf.SoPinCountLow);

    /// <summary>Asked after a refusal; null where the token does not answer that either.</summary>
    public static PinTries? TriesLeft(CryptokiCalls calls, nuint slot, PinOwner owner)
    {
        try
        {
            return TriesOf(calls.TokenInfo(slot), owner);
        }
        catch (CryptokiFailure)
        {
            return null;
        }
    }

    /// <summary>Answers after which the same PIN is not to be tried again. One that has expired was right.</summary>
    public static bool SaysWrong(CkRv value) =>
        value is CkRv.CKR_PIN_INCORRECT or CkRv.CKR_PIN_LOCKED or CkRv.CKR_PIN_INVALID or CkRv.CKR_PIN_LEN_RANGE;

    /// <summary>A PIN that cannot be right is not worth a try.</summary>
    public static void RefuseLength(CkTokenInfo info, PinOctets pin, PinOwner owner)
    {
        var length = (nuint)pin.Octets.Length;
        if (length < info.PinLengthMin || (info.PinLengthMax > 0 && length > info.PinLengthMax))
            throw TokenRefusals.PinUnacceptable(owner, info.PinLengthMin, info.PinLengthMax);
    }

    private static PinTries Tries(CkTokenInfo info, uint locked, uint last, uint fewer) =>
        info.Has(locked) ? PinTries.None : info.Has(last) ? PinTries.Last : info.Has(fewer) ? PinTries.Fewer : PinTries.All;
}
