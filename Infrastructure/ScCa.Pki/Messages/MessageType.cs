namespace ScCa.Pki.Messages;

/// <summary>What a message is, RFC 5652 §14 and GM/T 0010.</summary>
public enum MessageType
{
    Data = 0,
    SignedData = 1,
    EnvelopedData = 2,

    /// <summary>Of PKCS#7 v1.5; RFC 5652 has dropped it, GM/T 0010 keeps it.</summary>
    SignedAndEnvelopedData = 3,
    EncryptedData = 4,
}
