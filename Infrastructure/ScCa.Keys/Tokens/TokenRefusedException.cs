namespace ScCa.Keys.Tokens;

/// <summary>A token, or a key in it, that cannot be used as it is. Both texts say what to do next; neither carries a PIN.</summary>
public sealed class TokenRefusedException : KeyRefusedException
{
    internal TokenRefusedException(TokenRefusal refusal, string zhCn, string en, Exception? inner = null)
        : base(refusal.ToString(), zhCn, en, inner) => Refusal = refusal;

    public TokenRefusal Refusal { get; }

    /// <summary>Whose PIN was refused; null where it is not about a PIN.</summary>
    public PinOwner? Pin { get; internal init; }

    /// <summary>How many tries the token says are left for that PIN; null where it could not be asked.</summary>
    public PinTries? TriesLeft { get; internal init; }

    /// <summary>The function that answered with an error, as the standard names it.</summary>
    public string? Call { get; internal init; }

    /// <summary>What it answered (CKR_…).</summary>
    public ulong? ReturnValue { get; internal init; }
}
