using System.Security.Cryptography;

namespace ScCa.Signing;

/// <summary>One signature among many that are verified together.</summary>
public readonly record struct Sm2VerifyItem(
    Sm2VerifyKey Key, ReadOnlyMemory<byte> Message, ReadOnlyMemory<byte> Signature, DSASignatureFormat Format = DSASignatureFormat.Rfc3279DerSequence);
