using System.Diagnostics;
using System.Security.Cryptography;
using Xunit;

namespace ScCa.Signing.Tests;

/// <summary>Fifty cases through the openssl command line, both ways.</summary>
public sealed class OpenSslTests
{
    [Fact]
    public void Signatures_verify_both_ways()
    {
        Assert.SkipUnless(IsThere(), "the openssl command line is not on this machine");
        var folder = Directory.CreateTempSubdirectory("scca-signing-").FullName;
        try
        {
            for (var i = 0; i < 50; i++)
                Case(folder, i);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Case(string folder, int index)
    {
        using var key = Sm2PrivateKey.Generate();
        using var signer = new Sm2SigningKey(key);
        var pkcs8 = new byte[Sm2PrivateKey.Pkcs8SizeInBytes];
        key.ExportPkcs8(pkcs8);
        var message = Some.Bytes(90, index, index * 97);
        File.WriteAllText(Path.Combine(folder, "key.pem"), PemEncoding.WriteString("PRIVATE KEY", pkcs8));
        File.WriteAllText(Path.Combine(folder, "public.pem"), PemEncoding.WriteString("PUBLIC KEY", key.PublicKey.ExportSubjectPublicKeyInfo()));
        File.WriteAllBytes(Path.Combine(folder, "message"), message);
        File.WriteAllBytes(Path.Combine(folder, "ours"), signer.Sign(message));
        Assert.True(Run(folder, "dgst", "-sm3", "-verify", "public.pem", "-sigopt", "distid:1234567812345678", "-signature", "ours", "message"), $"case {index}: ours");
        Assert.True(Run(folder, "dgst", "-sm3", "-sign", "key.pem", "-sigopt", "distid:1234567812345678", "-out", "theirs", "message"));
        Assert.True(new Sm2VerifyKey(key.PublicKey).Verify(message, File.ReadAllBytes(Path.Combine(folder, "theirs"))), $"case {index}: theirs");
    }

    private static bool IsThere()
    {
        try
        {
            return Run(".", "version");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
