using ScCa.Signing;

namespace ScCa.Keys.Files;

internal sealed class Sm2FileKey : IFileKeyKind
{
    private readonly Sm2PrivateKey key;

    private readonly Sm2SigningKey signer;

    public Sm2FileKey(Sm2PrivateKey key) => (this.key, signer, SubjectPublicKeyInfo) = (key, new Sm2SigningKey(key), key.PublicKey.ExportSubjectPublicKeyInfo());

    public KeyAlgorithm Algorithm => KeyAlgorithm.Sm2;

    public byte[] SubjectPublicKeyInfo { get; }

    public byte[] Sign(ReadOnlySpan<byte> data) => signer.Sign(data);

    public byte[] ExportPkcs8()
    {
        var pkcs8 = GC.AllocateArray<byte>(Sm2PrivateKey.Pkcs8SizeInBytes, pinned: true);
        key.ExportPkcs8(pkcs8);
        return pkcs8;
    }

    public void Dispose()
    {
        signer.Dispose();
        key.Dispose();
    }
}
