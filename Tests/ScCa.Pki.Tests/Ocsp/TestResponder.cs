using ScCa.Pki.Certificates;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.Ocsp;

namespace ScCa.Pki.Tests.Ocsp;

/// <summary>An issuer with one holder, and a responder that the issuer certified.</summary>
internal sealed class TestResponder : IDisposable
{
    private readonly TestKey holderKey;

    public TestResponder(PublicKeyKind kind)
    {
        Authority = new(kind);
        Key = TestKey.New(kind);
        holderKey = TestKey.New(kind);
        Holder = Authority.IssueHolder(holderKey);
        Certificate = Issue();
    }

    public TestAuthority Authority { get; }

    public TestKey Key { get; }

    public PkiCertificate Holder { get; }

    public PkiCertificate Certificate { get; }

    public OcspQuestion Question => new(Authority.Certificate, Holder.SerialNumber, TestAuthority.Now);

    public PkiCertificate Issue(string? purpose = Oids.OcspSigning, KeyUsages usage = KeyUsages.DigitalSignature, TestAuthority? by = null, DateTimeOffset? notAfter = null) =>
        (by ?? Authority).Issue(
            TestAuthority.NameOf("Responder"), Key.PublicKey, [KeyUsage.Of(usage), .. purpose is null ? Array.Empty<Extension>() : [ExtendedKeyUsage.Of(false, purpose)]],
            notAfter: notAfter);

    public OcspAnswer Good(DigestAlgorithm? by = null) => Answer(OcspStatus.Good, by);

    public OcspAnswer Answer(OcspStatus status, DigestAlgorithm? by = null) => new(
        OcspCertificateId.Of(new(Authority.Certificate), Holder.SerialNumber, by ?? DigestAlgorithm.Sm3), status, TestAuthority.Now.AddMinutes(-1), TestAuthority.Now.AddDays(1));

    public OcspResponseContent Content(params IReadOnlyList<OcspAnswer> answers) => new(OcspResponderId.ByName(Certificate.Subject), TestAuthority.Now, answers);

    public OcspResponse Respond(OcspResponseContent content) => OcspResponse.From(content.Sign(Key.Signer, Certificate));

    public void Dispose()
    {
        Authority.Dispose();
        Key.Dispose();
        holderKey.Dispose();
    }
}
