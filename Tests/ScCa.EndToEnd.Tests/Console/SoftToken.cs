using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace ScCa.EndToEnd.Tests.Console;

/// <summary>A token of SoftHSM in a folder of its own, for hosts that are started with <see cref="Environment"/>.</summary>
internal sealed class SoftToken
{
    public const string Label = "scca";

    public const string Pin = "12345678";

    public const string AdministratorPin = "24681357";

    private static readonly string? Library =
        new[] { "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so" }.FirstOrDefault(File.Exists);

    private readonly TemporaryFolder folder;

    public SoftToken(TemporaryFolder folder)
    {
        Assert.SkipUnless(Library is not null, "softhsm2 is not installed.");
        this.folder = folder;
        Directory.CreateDirectory(folder.At("tokens"));
        File.WriteAllText(folder.At("softhsm2.conf"), $"directories.tokendir = {folder.At("tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n");
        Environment = new Dictionary<string, string> { ["SOFTHSM2_CONF"] = folder.At("softhsm2.conf") };
        Util("--init-token", "--free", "--label", Label, "--so-pin", AdministratorPin, "--pin", Pin);
    }

    public static string ModuleFile => Library!;

    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>A file that only its owner may read.</summary>
    public string Secret(string name, string content)
    {
        File.WriteAllText(folder.At(name), content + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return folder.At(name);
    }

    /// <summary>Puts an authority's key into the token; the file of its certificate.</summary>
    public string ImportAuthority(string keyLabel)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(folder.At("import.pem"), key.ExportPkcs8PrivateKeyPem());
        Util("--import", folder.At("import.pem"), "--token", Label, "--label", keyLabel, "--id", Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(keyLabel)), "--pin", Pin);
        File.Delete(folder.At("import.pem"));
        var request = new CertificateRequest("C=CN, O=Test, CN=Authority in a token", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(folder.At("ca.crt"), certificate.ExportCertificatePem());
        return folder.At("ca.crt");
    }

    private void Util(params string[] arguments)
    {
        var start = new ProcessStartInfo("softhsm2-util", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOFTHSM2_CONF"] = Environment["SOFTHSM2_CONF"];
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
    }
}
