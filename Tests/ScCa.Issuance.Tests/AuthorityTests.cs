using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using Xunit;

namespace ScCa.Issuance.Tests;

public sealed class AuthorityTests : IDisposable
{
    private const string Secret = "only a test";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_real_authority_opens_from_its_files_and_issues()
    {
        using var key = WriteKey();
        WriteCertificate(Workshop.MakeCa(key));
        using var authority = Open();
        using var holder = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var cancellation = TestContext.Current.CancellationToken;
        var prepared = (await authority.Prepare(
            Workshop.Plan(), Workshop.SubjectOf(Workshop.Plan()), new(Workshop.Serial, Workshop.EncryptionSerial), Workshop.Request(holder), cancellation)).Signing;

        Assert.Equal(KeyName.Of(key.ExportSubjectPublicKeyInfo()), prepared.SigningKey);
        Assert.NotEmpty((await authority.Sign(prepared, cancellation)).Value);
    }

    [Fact]
    public void A_demonstration_authority_is_refused_by_name()
    {
        using var key = WriteKey();
        WriteCertificate(Workshop.MakeCa(key, "C=CN, OU=DEMO - NOT A REAL CERTIFICATE / 演示, CN=Renamed"));

        var refusal = Refused("IsADemoAuthority");

        Assert.Contains("CN=Renamed", refusal.En, StringComparison.Ordinal);
        Assert.Contains("CN=Renamed", refusal.ZhCn, StringComparison.Ordinal);
        using var held = FileKey.Open(folder["ca.key"], Secret);
        var demo = new IssuingAuthority("demo", CaCertificate.FromFile(folder["ca.crt"]), held);
        Assert.Equal("IsADemoAuthority", Assert.Throws<AuthorityRefusedException>(
            () => CertificateAuthority.Over([demo], ProfileBook.Defaults, keyManagement: null, new FixedClock(Workshop.Now))).Code);
    }

    [Fact]
    public void A_certificate_of_another_key_is_refused()
    {
        using var key = WriteKey();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        WriteCertificate(Workshop.MakeCa(other));

        Refused("KeyIsAnother");
    }

    [Fact]
    public void A_certificate_that_is_no_authoritys_is_refused()
    {
        using var key = WriteKey();
        WriteCertificate(Workshop.MakeCa(key, isAuthority: false));
        Refused("NotAnAuthority");
        WriteCertificate(Workshop.MakeCa(key, usage: X509KeyUsageFlags.CrlSign));
        Refused("NotAnAuthority");
        WriteCertificate(Workshop.MakeCa(key, hasIdentifier: false));
        Refused("NotAnAuthority");
    }

    [Fact]
    public void An_authority_on_another_curve_is_refused()
    {
        using var key = WriteKey();
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        WriteCertificate(Workshop.MakeCa(p384));

        Refused("KeyOfAnotherKind");
    }

    [Theory]
    [InlineData("2024-12-31T23:59:59Z", false)]
    [InlineData("2025-01-01T00:00:00Z", true)]
    [InlineData("2030-01-01T00:00:00Z", true)]
    [InlineData("2030-01-01T00:00:01Z", false)]
    public void An_authority_opens_only_while_its_certificate_is_valid(string now, bool opens)
    {
        using var key = WriteKey();
        WriteCertificate(Workshop.MakeCa(key, lastYear: 2030));
        var instant = NodaTime.Text.InstantPattern.General.Parse(now).Value;

        if (opens)
            Open(instant).Dispose();
        else
            Refused("OutsideValidity", instant);
    }

    [Fact]
    public void A_certificate_file_that_is_missing_or_malformed_is_refused()
    {
        using var key = WriteKey();
        Refused("CertificateUnreadable");
        File.WriteAllText(folder["ca.crt"], "no certificate");

        Refused("CertificateUnreadable");
    }

    [Fact]
    public void A_root_does_not_issue_online()
    {
        using var key = WriteKey();
        WriteCertificate(Workshop.MakeCa(key, pathLength: 1));

        Refused("RootIsOnline");
    }

    [Fact]
    public void A_profile_that_names_an_issuer_there_is_not_is_refused()
    {
        using var key = WriteKey();
        WriteCertificate(Workshop.MakeCa(key));
        var profiles = ProfileBook.From(("elsewhere.json", """
            {"name": "holder-p256", "role": "holder", "holders": ["unit"], "keys": ["p-256"], "issuer": "another", "subject": ["CN={commonName}"],
             "signing": {"keyUsage": ["digitalSignature", "nonRepudiation"], "purposes": ["clientAuth"]}}
            """));

        var refusal = Assert.Throws<AuthorityRefusedException>(() => Open(profiles: profiles));

        Assert.Equal("IssuerUnknown", refusal.Code);
        Assert.Contains("holder-p256", refusal.ZhCn, StringComparison.Ordinal);
    }

    private CertificateAuthority Open(Instant? now = null, ProfileBook? profiles = null) => CertificateAuthority.Open(
        new AuthorityOptions { CertificateFile = folder["ca.crt"], KeyFile = folder["ca.key"], Password = () => Password.Copy(Secret), Profiles = profiles ?? ProfileBook.Defaults },
        new FixedClock(now ?? Workshop.Now));

    private AuthorityRefusedException Refused(string code, Instant? now = null)
    {
        var refusal = Assert.Throws<AuthorityRefusedException>(() => Open(now));
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    private ECDsa WriteKey()
    {
        FileKey.Create(folder["ca.key"], Secret).Dispose();
        return Import(File.ReadAllText(folder["ca.key"]));
    }

    private static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromEncryptedPem(pem, Secret);
        return key;
    }

    private void WriteCertificate(X509Certificate2 certificate)
    {
        File.WriteAllText(folder["ca.crt"], certificate.ExportCertificatePem());
        certificate.Dispose();
    }
}
