namespace ScCa.Pki.Algorithms;

/// <summary>Someone who signs: a key in memory, in a file or in a token. <b>Concurrency</b>: safe from any thread.</summary>
public interface ISigner
{
    SignatureAlgorithm Algorithm { get; }

    PublicKey PublicKey { get; }

    /// <summary>Signs the data (not its digest: SM2 binds the signer's identity into what it hashes) and answers with the signature as certificates carry it.</summary>
    byte[] Sign(ReadOnlySpan<byte> data);
}
