namespace ScCa.Keys.Tokens;

/// <summary>How a token writes a public key's point in CKA_EC_POINT.</summary>
public enum PointForm
{
    /// <summary>As PKCS#11 has it: an OCTET STRING around 04‖X‖Y.</summary>
    OctetString,

    /// <summary>04‖X‖Y alone.</summary>
    Raw,
}
