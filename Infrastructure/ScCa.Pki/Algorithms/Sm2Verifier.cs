using ScCa.Signing;

namespace ScCa.Pki.Algorithms;

internal sealed class Sm2Verifier(Sm2PublicKey key) : IVerifier
{
    // What the key needs is worked out at the first signature: most keys that are read never verify one.
    private Sm2VerifyKey? prepared;

    public Sm2PublicKey Key => key;

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        // Two threads at once prepare the same thing twice, and either serves.
        prepared ??= new Sm2VerifyKey(key);
        return prepared.Verify(data, signature);
    }
}
