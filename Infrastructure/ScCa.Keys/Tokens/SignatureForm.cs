namespace ScCa.Keys.Tokens;

/// <summary>How a token writes a signature of two numbers.</summary>
public enum SignatureForm
{
    /// <summary>r‖s, 32 octets each.</summary>
    Raw,

    /// <summary>SEQUENCE { r INTEGER, s INTEGER }.</summary>
    Der,
}
