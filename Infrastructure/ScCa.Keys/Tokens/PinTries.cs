namespace ScCa.Keys.Tokens;

/// <summary>How many tries are left for a PIN, as far as PKCS#11 tells: it has flags and no number, and some tokens do not set them.</summary>
public enum PinTries
{
    /// <summary>No wrong PIN since the last right one, or the token does not tell.</summary>
    All,

    /// <summary>A wrong PIN was entered since the last right one.</summary>
    Fewer,

    /// <summary>One.</summary>
    Last,

    /// <summary>Locked.</summary>
    None,
}
