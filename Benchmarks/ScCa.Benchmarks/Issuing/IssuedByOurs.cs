using NodaTime;
using ScCa.Domain;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Building;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Signing;

namespace ScCa.Benchmarks.Issuing;

/// <summary>
/// What one SM2 certificate of a holder costs the authority once it knows the holder's key: build, every lint, sign, verify the signature, put together and
/// compare with what was linted.
/// </summary>
internal sealed class IssuedByOurs : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 2, 30);

    private readonly MemoryKey key = new();

    private readonly IssuingAuthority authority;

    private readonly CertificateProfile profile;

    private readonly PublicKey holder;

    private readonly SerialNumber serial = SerialNumber.Parse(IssuedFields.Serial);

    public IssuedByOurs()
    {
        var profiles = ProfileBook.From((ProfileBook.SharedFile, $$"""
            {"crl": ["{{IssuedFields.Crl}}"], "ocsp": ["{{IssuedFields.Ocsp}}"], "issuers": ["{{IssuedFields.Issuer}}"]}
            """));
        // Self-signed, and none may follow below: the shape of a small authority.
        var certificate = OfficeCertificates.SelfSigned(key, new(
            CertificateRole.Root, new("Benchmark CA", "Benchmark"), serial, Now - Duration.FromDays(1), new LocalDate(2046, 1, 5), Now) { Profiles = profiles });
        authority = new IssuingAuthority("issuing", ScCa.Issuance.CaCertificate.FromDer(certificate.Encoded.Span), key);
        using var pair = Sm2PrivateKey.Generate();
        holder = PublicKey.From(pair.PublicKey);
        profile = profiles.All.Single(candidate => candidate.Name == "holder-sm2");
    }

    public byte[] Issue()
    {
        var subject = new SubjectValues(IssuedFields.Name, IssuedFields.Name, IssuedFields.Code, IssuedFields.Code);
        var order = new CertificateOrder(
            serial, Now, Shanghai.LastSecondOf(new LocalDate(2027, 1, 5)), profile.Subject.Encode(subject), holder.SubjectPublicKeyInfo, holder.KeyBits,
            profile.IdentitiesOf(subject));
        // Without a journal nothing is waited for.
        return authority.Sign(authority.Prepare(profile, isEncryption: false, order, Shanghai.DateOf(Now)), "benchmark", CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    public void Dispose() => authority.Dispose();

    private sealed class MemoryKey : IKeyHolder
    {
        private readonly Sm2SigningKey signer = new(Sm2PrivateKey.Generate());

        public MemoryKey()
        {
            SubjectPublicKeyInfo = signer.PublicKey.ExportSubjectPublicKeyInfo();
            Name = KeyName.Of(SubjectPublicKeyInfo.Span);
        }

        public string Name { get; }

        public KeyAlgorithm Algorithm => KeyAlgorithm.Sm2;

        public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

        public byte[] Sign(ReadOnlySpan<byte> data) => signer.Sign(data);

        public void Dispose() => signer.Dispose();
    }
}
