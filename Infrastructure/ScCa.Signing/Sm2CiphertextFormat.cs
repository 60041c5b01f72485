namespace ScCa.Signing;

/// <summary>How a ciphertext is written.</summary>
public enum Sm2CiphertextFormat
{
    /// <summary>SM2Cipher (GM/T 0009 §7.2), DER.</summary>
    Asn1,

    /// <summary>04 ‖ x1 ‖ y1 ‖ C3 ‖ C2, GB/T 32918.4.</summary>
    C1C3C2,

    /// <summary>04 ‖ x1 ‖ y1 ‖ C2 ‖ C3: the text of 2010 and old devices.</summary>
    C1C2C3,
}
