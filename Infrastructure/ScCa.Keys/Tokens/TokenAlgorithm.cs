namespace ScCa.Keys.Tokens;

/// <summary>How a key in a token is asked for a signature, and what becomes of the answer.</summary>
internal abstract class TokenAlgorithm(KeyAlgorithm algorithm, uint mechanism, byte[] subjectPublicKeyInfo)
{
    public KeyAlgorithm Algorithm { get; } = algorithm;

    public uint Mechanism { get; } = mechanism;

    public virtual ReadOnlyMemory<byte> MechanismParameter => default;

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; } = subjectPublicKeyInfo;

    /// <summary>What the token is given to sign for these data.</summary>
    public abstract byte[] InputFor(ReadOnlySpan<byte> data);

    /// <summary>The signature as a certificate carries it, or null where the answer is none.</summary>
    public abstract byte[]? SignatureFrom(ReadOnlySpan<byte> answer);

    public abstract bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);
}
