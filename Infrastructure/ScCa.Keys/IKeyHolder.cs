namespace ScCa.Keys;

/// <summary>Why a key cannot sign at present: the refusal's code, and what to do next. It carries no secret.</summary>
public sealed record KeyNotReady(string Code, string ZhCn, string En);

/// <summary>
/// Someone who holds a private key and signs with it. The key itself never leaves: there is no member that could hand it out.
/// <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface IKeyHolder : IDisposable
{
    /// <summary>Names the key wherever it is spoken of: made from the public key alone, so it cannot name another one.</summary>
    string Name { get; }

    KeyAlgorithm Algorithm { get; }

    /// <summary>DER, RFC 5280 §4.1.2.7.</summary>
    ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>Why it could not sign now; null where it could. A key in this process's memory always can.</summary>
    KeyNotReady? WhyNotReady() => null;

    /// <summary>
    /// Signs the data and answers with the signature as a certificate carries it (RFC 3279 §2.2.3: DER). It takes the data and not its digest, because an
    /// algorithm may bind more than the data into what it signs, as SM2 does with the signer's identity.
    /// </summary>
    byte[] Sign(ReadOnlySpan<byte> data);
}
