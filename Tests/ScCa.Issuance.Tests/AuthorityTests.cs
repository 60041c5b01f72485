using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;
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
        var prepared = await authority.Prepare(Workshop.Plan(), Workshop.SubjectOf(Workshop.Plan()), Workshop.Serial, Workshop.Request(holder), cancellation);

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
        using var held = new CountingKey();
        var demo = CaCertificate.FromFile(folder["ca.crt"]);
        Assert.Equal("IsADemoAuthority", Assert.Throws<AuthorityRefusedException>(
            () => CertificateAuthority.Over(demo, held, HolderProfile.From(new ProfileOptions()), new FixedClock(Workshop.Now))).Code);
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

        Refused("KeyNotP256");
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

    [Theory]
    [InlineData("https://crl.example.test/a.crl", null, null, null, "CrlUrls")]
    [InlineData("ftp://crl.example.test/a.crl", null, null, null, "CrlUrls")]
    [InlineData("not a url", null, null, null, "CrlUrls")]
    [InlineData("http://crl.example.test/中文.crl", null, null, null, "CrlUrls")]
    [InlineData(null, "http:///nowhere", null, null, "OcspUrls")]
    [InlineData(null, null, "not an oid", null, "PolicyOid")]
    [InlineData(null, null, null, "https://cps.example.test/", "CpsUrl")]
    [InlineData(null, null, "2.5.29.32.0", "somewhere", "CpsUrl")]
    public void A_profile_setting_that_cannot_be_used_is_refused_by_its_name(string? crl, string? ocsp, string? policy, string? cps, string setting)
    {
        var options = new ProfileOptions { CrlUrls = crl is null ? [] : [crl], OcspUrls = ocsp is null ? [] : [ocsp], PolicyOid = policy, CpsUrl = cps };

        var refusal = Assert.Throws<AuthorityRefusedException>(() => HolderProfile.From(options));

        Assert.Equal("ProfileInvalid", refusal.Code);
        Assert.Contains(setting, refusal.En, StringComparison.Ordinal);
        Assert.Contains(setting, refusal.ZhCn, StringComparison.Ordinal);
    }

    private CertificateAuthority Open(Instant? now = null) => CertificateAuthority.Open(
        new AuthorityOptions { CertificateFile = folder["ca.crt"], KeyFile = folder["ca.key"], Password = () => Password.Copy(Secret) },
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
