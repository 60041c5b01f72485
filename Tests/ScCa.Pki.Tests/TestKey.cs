using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Messages;
using ScCa.Signing;

namespace ScCa.Pki.Tests;

/// <summary>A key pair of any kind, made for one test; <see cref="ToPem"/> is for openssl.</summary>
internal sealed class TestKey : IDisposable
{
    private readonly IDisposable owner;
    private readonly Func<byte[]> exportPkcs8;

    private readonly Func<byte[], byte[]>? signUnderEmptyId;

    private TestKey(ISigner signer, IDisposable owner, Func<byte[]> exportPkcs8, Func<byte[], byte[]>? signUnderEmptyId = null) =>
        (Signer, this.owner, this.exportPkcs8, this.signUnderEmptyId) = (signer, owner, exportPkcs8, signUnderEmptyId);

    public ISigner Signer { get; }

    public PublicKey PublicKey => Signer.PublicKey;

    public static TestKey New(PublicKeyKind kind) => kind switch
    {
        PublicKeyKind.Sm2 => OfSm2(Sm2PrivateKey.Generate()),
        PublicKeyKind.EcdsaP256 => OfEcdsa(ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        PublicKeyKind.Rsa => OfRsa(RSA.Create(2048)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static TestKey OfScalar(byte[] d) => OfSm2(Sm2PrivateKey.FromScalar(d));

    public byte[] ToPkcs8() => exportPkcs8();

    /// <summary>For who opens messages.</summary>
    public RecipientKey ToRecipientKey() => owner switch
    {
        RSA rsa => RecipientKey.Of(rsa),
        Sm2SigningKey => RecipientKey.Of(Sm2PrivateKey.FromPkcs8(exportPkcs8())),
        _ => throw new InvalidOperationException("Nothing is encrypted for such a key."),
    };

    public string ToPem() => PemEncoding.WriteString("PRIVATE KEY", exportPkcs8());

    /// <summary>As programs sign with SM2 that are not told the standard's identity; another kind signs as always.</summary>
    public byte[] SignUnderEmptyId(byte[] data) => signUnderEmptyId is null ? Signer.Sign(data) : signUnderEmptyId(data);

    public void Dispose() => owner.Dispose();

    private static TestKey OfSm2(Sm2PrivateKey key)
    {
        var signer = new Sm2SigningKey(key);
        return new(KeySigner.Of(signer), signer, () =>
        {
            var bytes = new byte[Sm2PrivateKey.Pkcs8SizeInBytes];
            key.ExportPkcs8(bytes);
            return bytes;
        }, data =>
        {
            using var nameless = new Sm2SigningKey(key, []);
            return nameless.Sign(data);
        });
    }

    private static TestKey OfEcdsa(ECDsa key) => new(KeySigner.Of(key), key, key.ExportPkcs8PrivateKey);

    private static TestKey OfRsa(RSA key) => new(KeySigner.Of(key), key, key.ExportPkcs8PrivateKey);
}
