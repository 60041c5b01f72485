namespace ScCa.Keys.Tokens;

/// <summary>Whose PIN it is.</summary>
public enum PinOwner
{
    /// <summary>Who signs (CKU_USER).</summary>
    User,

    /// <summary>Who sets and unlocks the user's PIN (CKU_SO).</summary>
    Administrator,
}
