using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;

namespace ScCa.Composition.Authority;

/// <summary>A key in a file as seals sign with it.</summary>
internal sealed class GivenSigner : ISigner, IDisposable
{
    private readonly FileKey key;

    private GivenSigner(FileKey key, PkiCertificate certificate) => (this.key, Certificate) = (key, certificate);

    public PkiCertificate Certificate { get; }

    public SignatureAlgorithm Algorithm => SignatureAlgorithm.For(PublicKey.Kind);

    public PublicKey PublicKey => Certificate.PublicKey;

    /// <exception cref="OperationRefusedException">A file must not be used, or the key is not the certificate's.</exception>
    public static GivenSigner Open(GivenKey given)
    {
        var certificate = GivenFile.Certificates(given.CertificateFile)[0];
        return Refusing.Told(() =>
        {
            using var password = Password.FromFile(given.PasswordFile);
            var key = FileKey.Open(given.KeyFile, password.Characters);
            if (certificate.PublicKey.SubjectPublicKeyInfo.Span.SequenceEqual(key.SubjectPublicKeyInfo.Span))
                return new GivenSigner(key, certificate);
            key.Dispose();
            throw OperationRefusals.KeyIsAnother(given.KeyFile);
        });
    }

    public byte[] Sign(ReadOnlySpan<byte> data) => key.Sign(data);

    public void Dispose() => key.Dispose();
}
