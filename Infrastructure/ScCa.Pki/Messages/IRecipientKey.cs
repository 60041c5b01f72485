using ScCa.Pki.Algorithms;

namespace ScCa.Pki.Messages;

/// <summary>Someone who opens messages: a key in memory, in a file or in a token. <b>Concurrency</b>: safe from any thread.</summary>
public interface IRecipientKey
{
    PublicKeyKind Kind { get; }

    /// <summary>Opens what was encrypted for the key; null where it does not open. The result is the caller's to wipe.</summary>
    byte[]? Decrypt(ReadOnlySpan<byte> encryptedKey);
}
