using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Domain.Certificates;
using Xunit;

namespace ScCa.Issuance.Tests;

/// <summary>What another implementation makes of our certificates.</summary>
public sealed class OpenSslTests : IDisposable
{
    private readonly Workshop workshop = new();

    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        workshop.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Openssl_verifies_a_certificate_strictly_against_its_authority()
    {
        await WriteFiles();

        var (exitCode, output) = Run("verify", "-x509_strict", "-check_ss_sig", "-attime", "1780000000", "-CAfile", folder["ca.pem"], folder["holder.pem"]);

        Assert.Equal((0, $"{folder["holder.pem"]}: OK"), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task Openssl_rejects_the_certificate_under_another_authority_of_the_same_name()
    {
        await WriteFiles();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var impostor = Workshop.MakeCa(key);
        await File.WriteAllTextAsync(folder["ca.pem"], impostor.ExportCertificatePem(), TestContext.Current.CancellationToken);

        Assert.NotEqual(0, Run("verify", "-attime", "1780000000", "-CAfile", folder["ca.pem"], folder["holder.pem"]).ExitCode);
    }

    [Fact]
    public async Task Openssl_shows_the_planned_serial_dates_and_names()
    {
        await WriteFiles();

        var (exitCode, text) = Run(
            "x509", "-in", folder["holder.pem"], "-noout", "-serial", "-startdate", "-enddate", "-subject", "-nameopt", "utf8,sep_comma_plus,sname", "-dateopt", "iso_8601");

        Assert.Equal(0, exitCode);
        Assert.Contains($"serial={Workshop.Serial.Value}\n", text, StringComparison.Ordinal);
        Assert.Contains("notBefore=2026-01-05 02:30:15Z\n", text, StringComparison.Ordinal);
        Assert.Contains("notAfter=2027-01-05 15:59:59Z\n", text, StringComparison.Ordinal);
        Assert.Contains("C=CN,O=成都某某科技有限公司,serialNumber=91350100M000100Y43,CN=成都某某科技有限公司\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Openssl_shows_the_extensions()
    {
        await WriteFiles();

        var text = Run("x509", "-in", folder["holder.pem"], "-noout", "-text").Output;

        Assert.Contains("X509v3 Key Usage: critical\n                Digital Signature, Non Repudiation\n", text, StringComparison.Ordinal);
        Assert.Contains("URI:http://crl.example.test/scca.crl", text, StringComparison.Ordinal);
        Assert.Contains("OCSP - URI:http://ocsp.example.test/", text, StringComparison.Ordinal);
        Assert.Contains("CPS: https://cps.example.test/", text, StringComparison.Ordinal);
    }

    private async Task WriteFiles()
    {
        Der issued = await workshop.Issue();
        using var certificate = X509CertificateLoader.LoadCertificate(issued.Bytes.Span);
        await File.WriteAllTextAsync(folder["ca.pem"], workshop.Ca.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["holder.pem"], certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
    }

    private static (int ExitCode, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            errors.Wait();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            Assert.Skip("The openssl command is not installed.");
            throw;
        }
    }
}
