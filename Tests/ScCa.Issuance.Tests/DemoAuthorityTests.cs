using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Demo;
using ScCa.Keys;
using Xunit;

namespace ScCa.Issuance.Tests;

public sealed class DemoAuthorityTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_demonstration_issues_certificates_whose_issuer_says_what_they_are()
    {
        using var authority = Open();
        using var holder = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        using var issued = X509CertificateLoader.LoadCertificate((await Issue(authority, holder)).Bytes.Span);

        Assert.Contains("DEMO - NOT A REAL CERTIFICATE / 演示", issued.Issuer, StringComparison.Ordinal);
        Assert.Equal(("签发密钥", "signing key"), ((IStandIn)authority).StandsInFor);
    }

    [Fact]
    public async Task A_demonstration_is_the_same_authority_after_a_restart()
    {
        using var holder = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] first;
        Der issued;
        using (var authority = Open())
        {
            first = authority.Certificate.Bytes.ToArray();
            issued = await Issue(authority, holder);
        }

        using var again = Open();
        Assert.Equal(first, again.Certificate.Bytes.ToArray());
        Assert.True(again.HasSameKey(issued, Workshop.Request(holder)));
        Assert.True(again.VerifyWithKeyOf(issued, [1], holder.SignData([1], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
    }

    [Theory]
    [InlineData(DemoAuthority.CertificateFileName)]
    [InlineData(DemoAuthority.CertificateFileName, "key-archive.json")]
    [InlineData(DemoAuthority.CertificateFileName, "key-archive.json", "seal-maker-sm2.crt", "issuing-p256.crt", "issuing-p256.key.pem")]
    public void A_crash_while_the_folder_was_being_filled_is_healed_by_the_next_start(params string[] notYetWritten)
    {
        Open().Dispose();
        foreach (var name in notYetWritten)
            File.Delete(folder[name]);

        using var authority = Open();

        Assert.True(authority.Certificate.IsDemo);
    }

    [Theory]
    [InlineData(DemoAuthority.KeyFileName)]
    [InlineData(DemoAuthority.PasswordFileName)]
    public void An_authority_whose_key_is_gone_is_not_given_another_one(string lost)
    {
        Open().Dispose();
        File.Delete(folder[lost]);

        Assert.Equal("DemoKeyIsGone", Assert.Throws<AuthorityRefusedException>(Open).Code);
    }

    [Fact]
    public void A_real_certificate_in_the_demonstrations_folder_is_refused()
    {
        Open().Dispose();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var real = Workshop.MakeCa(key);
        File.WriteAllText(folder["issuing-p256.crt"], real.ExportCertificatePem());

        Assert.Equal("NotADemoAuthority", Assert.Throws<AuthorityRefusedException>(Open).Code);
    }

    [Fact]
    public void Key_and_password_open_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Open().Dispose();

        foreach (var name in new[] { DemoAuthority.KeyFileName, DemoAuthority.PasswordFileName })
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder[name]));
        }
    }

    [Fact]
    public void The_real_way_of_opening_refuses_the_demonstrations_own_files()
    {
        Open().Dispose();
        var options = new AuthorityOptions
        {
            CertificateFile = folder["issuing-sm2.crt"],
            KeyFile = folder[DemoAuthority.KeyFileName],
            Password = () => Password.FromFile(folder[DemoAuthority.PasswordFileName]),
        };

        Assert.Equal("IsADemoAuthority", Assert.Throws<AuthorityRefusedException>(() => CertificateAuthority.Open(options, new FixedClock(Workshop.Now))).Code);
    }

    [Fact]
    public void Hosts_that_start_together_open_one_authority()
    {
        var subjects = new string[4];
        Parallel.For(0, subjects.Length, i =>
        {
            using var authority = Open();
            subjects[i] = Convert.ToHexString(authority.Certificate.Bytes.Span);
        });

        Assert.Single(subjects.Distinct());
    }

    private DemoAuthority Open() => DemoAuthority.OpenOrCreate(folder.Path, new FixedClock(Workshop.Now), new SystemRandom());

    private static async Task<Der> Issue(DemoAuthority authority, ECDsa holder)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var prepared = await authority.Prepare(
            Workshop.Plan(), Workshop.SubjectOf(Workshop.Plan()), new(Workshop.Serial, Workshop.EncryptionSerial), Workshop.Request(holder), cancellation);
        Assert.Null(prepared.Encryption);
        return await authority.Sign(prepared.Signing, cancellation);
    }

    private sealed class SystemRandom : IRandomSource
    {
        public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}
