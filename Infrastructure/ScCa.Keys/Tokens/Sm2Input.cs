namespace ScCa.Keys.Tokens;

/// <summary>What a token is given to sign with SM2, and so who computes Z and the digest (GB/T 32918.2 §5.5, §6.1).</summary>
public enum Sm2Input
{
    /// <summary>e, the SM3 digest of Z and message, 32 octets: all is computed here.</summary>
    Digest,

    /// <summary>Z and the message behind it: the token only digests.</summary>
    ZAndMessage,

    /// <summary>The message: the token computes Z with the default identity.</summary>
    Message,

    /// <summary>The message, with the identity as the mechanism's parameter.</summary>
    MessageWithIdentity,
}
