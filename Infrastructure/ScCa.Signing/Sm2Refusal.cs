namespace ScCa.Signing;

/// <summary>Why something that came from outside is not used.</summary>
public enum Sm2Refusal
{
    PublicKeyMalformed,

    PublicKeyNotOnCurve,

    PrivateKeyMalformed,

    PrivateKeyOutOfRange,

    PublicKeyNotOfPrivateKey,

    CiphertextMalformed,

    CiphertextRejected,

    EnvelopeMalformed,

    EnvelopeRejected,

    PeerPointRejected,
}
