using ScCa.Signing;

namespace ScCa.Issuance.KeyManagement;

/// <summary>An encryption key pair as it goes to its holder.</summary>
/// <param name="PublicKey">For the encryption certificate.</param>
/// <param name="EnvelopedKey">SM2EnvelopedKey (GM/T 0009 §7.4) for the recipient.</param>
public sealed record EncryptionKeyPair(Sm2PublicKey PublicKey, ReadOnlyMemory<byte> EnvelopedKey);
