using System.Security.Cryptography;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Signing;

namespace ScCa.Issuance.Issuing;

/// <summary>An authority's key and the check of what it signs. <b>Concurrency</b>: safe from any thread.</summary>
internal sealed class AuthorityKey : ISigner, IDisposable
{
    private readonly IKeyHolder holder;

    private readonly PublicKey publicKey;

    // A key that signs often verifies from tables; one that signs now and then is not worth their memory.
    private const int Often = 64;

    private Sm2VerifyKey? tables;

    private uint verifiesOneOf;

    private int signatures;

    private uint uses;

    /// <param name="verifiesOneOf">
    /// How many signatures are released for one that was verified, beginning with the first. More than 1 is for answers that are asked for thousands of times a
    /// second and soon forgotten. Once one has failed all are verified. An RSA key verifies always: one fault gives it away, and verifying costs it next to nothing.
    /// </param>
    public AuthorityKey(IKeyHolder holder, uint verifiesOneOf = 1)
    {
        (this.holder, this.verifiesOneOf) = (holder, verifiesOneOf);
        publicKey = PublicKey.From(holder.SubjectPublicKeyInfo);
        Algorithm = SignatureAlgorithm.For(publicKey.Kind);
    }

    public string Name => holder.Name;

    public PublicKey PublicKey => publicKey;

    public SignatureAlgorithm Algorithm { get; }

    public KeyNotReady? WhyNotReady() => holder.WhyNotReady();

    /// <summary>
    /// The signature, once it is verified (all of them, or as many as the constructor was told): a fault in the key's arithmetic can give the key away to whoever
    /// sees the faulty signature, and another key under the same name would sign what nobody can verify.
    /// </summary>
    /// <exception cref="CryptographicException">It does not verify; it is not released.</exception>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var signature = holder.Sign(data);
        if (!IsToVerify() || Verifies(data, signature))
            return signature;
        verifiesOneOf = 1;
        throw new CryptographicException($"The key {Name} made a signature that does not verify; it was not released.");
    }

    public void Dispose() => holder.Dispose();

    private bool IsToVerify() => Algorithm.Kind == PublicKeyKind.Rsa || (Interlocked.Increment(ref uses) - 1) % verifiesOneOf == 0;

    private bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        Tables() is { } prepared ? prepared.Verify(data, signature) : publicKey.Verify(Algorithm, data, signature);

    // Two threads at once make the same tables twice, and either serves.
    private Sm2VerifyKey? Tables() => tables is null && publicKey.Sm2 is { } point && Interlocked.Increment(ref signatures) > Often
        ? tables = Sm2VerifyKey.ForMany(point)
        : tables;
}
