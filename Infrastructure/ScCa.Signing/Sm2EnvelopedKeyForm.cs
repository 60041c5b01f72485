namespace ScCa.Signing;

/// <summary>How long the private key inside an envelope is.</summary>
public enum Sm2EnvelopedKeyForm
{
    /// <summary>The 32 bytes of d.</summary>
    Bytes32,

    /// <summary>d after 32 zeros, as interfaces of tokens carry it.</summary>
    Bytes64,
}
