using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Profiles;
using Xunit;

namespace ScCa.Issuance.Tests;

/// <summary>An authority whose certificate the framework made, and what one needs to ask it for a certificate.</summary>
internal sealed class Workshop : IDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 2, 30, 15);

    public static readonly SerialNumber Serial = SerialNumber.Parse("8F0E0D0C0B0A09080706050403020100");

    public static readonly SerialNumber EncryptionSerial = SerialNumber.Parse("8F0E0D0C0B0A09080706050403020101");

    public static readonly CreditCode Code = CreditCode.Parse("91350100M000100Y43");

    public static readonly ProfileBook FullProfiles = ProfileBook.From((ProfileBook.SharedFile, """
        {
          "crl": ["http://crl.example.test/scca.crl"],
          "deltaCrl": ["http://crl.example.test/{issuer}-delta.crl"],
          "ocsp": ["http://ocsp.example.test/"],
          "issuers": ["http://aia.example.test/scca.crt"],
          "policies": [{"oid": "1.2.156.99999.1", "cps": "https://cps.example.test/"}]
        }
        """));

    public Workshop(ProfileBook? profiles = null)
    {
        Ca = MakeCa(Key.Key);
        Authority = CertificateAuthority.Over(
            [new IssuingAuthority("issuing", CaCertificate.FromDer(Ca.RawData), Key)], profiles ?? FullProfiles, keyManagement: null, new FixedClock(Now));
    }

    public CountingKey Key { get; } = new();

    public X509Certificate2 Ca { get; }

    public CertificateAuthority Authority { get; }

    public ECDsa HolderKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static X509Certificate2 MakeCa(
        ECDsa key, string subject = "CN=Test CA, O=Test Authority, C=CN", bool isAuthority = true, X509KeyUsageFlags usage = X509KeyUsageFlags.KeyCertSign,
        bool hasIdentifier = true, int lastYear = 2055, int pathLength = 0)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, isAuthority, isAuthority ? pathLength : 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        if (hasIdentifier)
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(
            new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(lastYear, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public static IssuancePlan Plan(string name = "成都某某科技有限公司", Instant? notBefore = null, LocalDate? lastDate = null) => new(
        1, 1, new UnitHolder(new UnitName(CertificateName.Parse(name), new NameIndex("name-index"), Code), new RoleId("supplier")), new PlatformId("gov-procurement"),
        Validity.Until(notBefore ?? Now, lastDate ?? new LocalDate(2027, 1, 5)));

    /// <summary>Whom a plan for a unit names.</summary>
    public static CertificateSubject SubjectOf(IssuancePlan plan) =>
        plan.Holder.Unit is { } unit ? new(HolderKind.Unit, unit.Name.Value, unit.Name.Value, unit.CreditCode, unit.CreditCode.Value) : throw new ArgumentException("No unit.", nameof(plan));

    public static byte[] Request(ECDsa key, string subject = "CN=whatever the requester likes")
        => new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSigningRequest();

    public byte[] Request() => Request(HolderKey);

    public async Task<PreparedCertificate> Prepare(
        IssuancePlan? plan = null, SerialNumber? serial = null, byte[]? request = null, CertificateSubject? subject = null) => (await Authority.Prepare(
        plan ?? Plan(), subject ?? SubjectOf(plan ?? Plan()), new(serial ?? Serial, EncryptionSerial), request ?? Request(), TestContext.Current.CancellationToken)).Signing;

    public async Task<Der> Issue(IssuancePlan? plan = null, SerialNumber? serial = null, byte[]? request = null, CertificateSubject? subject = null) =>
        await Authority.Sign(await Prepare(plan, serial, request, subject), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Authority.Dispose();
        Ca.Dispose();
        HolderKey.Dispose();
    }
}
