using System.Security.Cryptography;
using System.Text;
using ScCa.Signing;
using ScCa.Testing;
using Xunit;

namespace ScCa.Keys.Tests;

public sealed class FileKeyTests : IDisposable
{
    private const string Secret = "correct horse battery staple";

    private static readonly byte[] Data = Encoding.UTF8.GetBytes("to be signed");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_key_that_was_made_signs_the_same_after_it_is_opened_again()
    {
        using var made = FileKey.Create(folder["ca.key"], Secret);
        using var opened = FileKey.Open(folder["ca.key"], Secret);

        Assert.Equal(made.Name, opened.Name);
        Assert.True(made.SubjectPublicKeyInfo.Span.SequenceEqual(opened.SubjectPublicKeyInfo.Span));
        Assert.True(Verifies(made, opened.Sign(Data)));
        Assert.True(Verifies(opened, made.Sign(Data)));
    }

    [Theory]
    [InlineData("sm2")]
    [InlineData("rsa")]
    public void A_key_of_another_algorithm_signs_the_same_after_it_is_opened_again(string kind)
    {
        var algorithm = kind == "sm2" ? KeyAlgorithm.Sm2 : KeyAlgorithm.RsaPkcs1;
        using var made = FileKey.Create(folder["ca.key"], Secret, algorithm, rsaBits: 2048);
        using var opened = FileKey.Open(folder["ca.key"], Secret);

        Assert.Equal(algorithm, opened.Algorithm);
        Assert.Equal(made.Name, opened.Name);
        Assert.StartsWith(kind + "-", made.Name, StringComparison.Ordinal);
        Assert.True(VerifiesAs(kind, made, opened.Sign(Data)));
        Refused("WrongPassword", () => FileKey.Open(folder["ca.key"], "wrong"));
    }

    [Theory]
    [InlineData("sm2", "-aes-256-cbc")]
    [InlineData("sm2", "-sm4-cbc")]
    [InlineData("p256", "-sm4-cbc")]
    [InlineData("rsa", "-aes-128-cbc")]
    public void What_openssl_wrote_is_opened_and_what_is_written_here_openssl_reads(string kind, string cipher)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openssl = new OpenSsl();
        string[] parameters = kind == "rsa" ? ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"] : ["-algorithm", "EC", "-pkeyopt", $"ec_paramgen_curve:{(kind == "sm2" ? "SM2" : "P-256")}"];
        Assert.Equal(0, openssl.Run(["genpkey", .. parameters, "-out", "k.pem"]).ExitCode);
        Assert.Equal(0, openssl.Run("pkcs8", "-topk8", "-v2", cipher[1..], "-in", "k.pem", "-out", "e.pem", "-passout", "pass:" + Secret).ExitCode);
        Chmod(openssl["e.pem"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var opened = FileKey.Open(openssl["e.pem"], Secret);
        Assert.Equal(0, openssl.Run("pkey", "-in", "k.pem", "-pubout", "-outform", "DER", "-out", "p.der").ExitCode);
        Assert.Equal(File.ReadAllBytes(openssl["p.der"]), opened.SubjectPublicKeyInfo.ToArray());

        using var made = FileKey.Create(openssl["own.pem"], Secret, opened.Algorithm, rsaBits: 2048);
        Assert.Equal(0, openssl.Run("pkey", "-in", "own.pem", "-passin", "pass:" + Secret, "-pubout", "-outform", "DER", "-out", "own.der").ExitCode);
        Assert.Equal(made.SubjectPublicKeyInfo.ToArray(), File.ReadAllBytes(openssl["own.der"]));
    }

    [Fact]
    public void A_key_is_named_after_its_public_key()
    {
        using var key = FileKey.Create(folder["ca.key"], Secret);

        Assert.Equal("p256-" + Convert.ToHexStringLower(SHA256.HashData(key.SubjectPublicKeyInfo.Span))[..32], key.Name);
        Assert.Equal(key.Name, key.ToString());
    }

    [Fact]
    public void A_key_file_is_encrypted_with_PBES2_and_opens_for_its_owner_only()
    {
        using var key = FileKey.Create(folder["ca.key"], Secret);

        var pem = File.ReadAllText(folder["ca.key"]);
        Assert.StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----", pem);
        using var framework = ECDsa.Create();
        framework.ImportFromEncryptedPem(pem, Secret);
        Assert.True(framework.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.SubjectPublicKeyInfo.Span));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["ca.key"]));
        Assert.Equal([folder["ca.key"]], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_key_file_is_never_overwritten()
    {
        using (FileKey.Create(folder["ca.key"], Secret)) { }
        var before = File.ReadAllBytes(folder["ca.key"]);

        Refused("FileAlreadyThere", () => FileKey.Create(folder["ca.key"], Secret));

        Assert.Equal(before, File.ReadAllBytes(folder["ca.key"]));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.GroupExecute)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void A_key_file_that_others_may_reach_is_refused(UnixFileMode others)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using (FileKey.Create(folder["ca.key"], Secret)) { }
        Chmod(folder["ca.key"], UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        Refused("ReadableByOthers", () => FileKey.Open(folder["ca.key"], Secret));
    }

    [Fact]
    public void A_key_file_that_even_its_owner_may_only_read_is_fine()
    {
        using (FileKey.Create(folder["ca.key"], Secret)) { }
        Chmod(folder["ca.key"], UnixFileMode.UserRead);

        using var key = FileKey.Open(folder["ca.key"], Secret);
        Assert.NotEmpty(key.Sign(Data));
    }

    [Fact]
    public void A_link_is_followed_to_a_regular_file_and_judged_by_that_files_mode()
    {
        using (FileKey.Create(folder["ca.key"], Secret)) { }
        File.CreateSymbolicLink(folder["link"], folder["ca.key"]);
        using (FileKey.Open(folder["link"], Secret)) { }
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");

        Chmod(folder["ca.key"], UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Refused("ReadableByOthers", () => FileKey.Open(folder["link"], Secret));
    }

    [Fact]
    public void What_is_no_regular_file_is_refused_without_being_opened()
    {
        File.CreateSymbolicLink(folder["broken"], folder["nowhere"]);
        File.CreateSymbolicLink(folder["circular"], folder["circular"]);
        File.CreateSymbolicLink(folder["to-a-folder"], folder.Path);
        File.WriteAllBytes(folder["empty"], []);

        foreach (var path in new[] { folder["broken"], folder["circular"], folder["to-a-folder"], folder["empty"], folder.Path })
            Refused("NotARegularFile", () => FileKey.Open(path, Secret));
        Refused("FileMissing", () => FileKey.Open(folder["nothing"], Secret));
    }

    [Fact]
    public void A_device_is_refused_instead_of_read_for_ever()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "This system has no /dev/zero.");
        File.CreateSymbolicLink(folder["device"], "/dev/zero");

        Refused("NotARegularFile", () => FileKey.Open(folder["device"], Secret));
    }

    [Fact]
    public void A_file_beyond_any_keys_length_is_refused()
    {
        Write("long", new string('A', 20_000));

        Refused("FileTooLong", () => FileKey.Open(folder["long"], Secret));
    }

    [Theory]
    [InlineData("not a key")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----\n-----END ENCRYPTED PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----\n!!!!\n-----END ENCRYPTED PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")]
    public void A_malformed_key_file_is_refused(string content)
    {
        Write("malformed", content);

        Refused("KeyMalformed", () => FileKey.Open(folder["malformed"], Secret));
    }

    [Fact]
    public void A_key_file_cut_short_anywhere_is_refused()
    {
        using (FileKey.Create(folder["ca.key"], Secret)) { }
        var pem = File.ReadAllText(folder["ca.key"]).TrimEnd();
        for (var length = 1; length < pem.Length; length += 7)
        {
            Write("cut", pem[..length]);
            Refused("KeyMalformed", () => FileKey.Open(folder["cut"], Secret));
            File.Delete(folder["cut"]);
        }
    }

    [Fact]
    public void The_wrong_password_is_told_from_the_wrong_kind_of_key()
    {
        using (FileKey.Create(folder["ca.key"], Secret)) { }
        using var rsa = RSA.Create(1024);
        Write("rsa", rsa.ExportEncryptedPkcs8PrivateKeyPem(Secret, Pbes2));
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Write("p384", p384.ExportEncryptedPkcs8PrivateKeyPem(Secret, Pbes2));

        Refused("WrongPassword", () => FileKey.Open(folder["ca.key"], "wrong"));
        Refused("WrongPassword", () => FileKey.Open(folder["rsa"], "wrong"));
        Refused("KeyOfAnotherKind", () => FileKey.Open(folder["rsa"], Secret));
        Refused("KeyOfAnotherKind", () => FileKey.Open(folder["p384"], Secret));
        Refused("PasswordEmpty", () => FileKey.Open(folder["ca.key"], ""));
        Refused("PasswordEmpty", () => FileKey.Create(folder["new.key"], ""));
    }

    [Fact]
    public void A_key_without_or_with_outdated_encryption_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Write("pkcs8", key.ExportPkcs8PrivateKeyPem());
        Write("sec1", key.ExportECPrivateKeyPem());
        Write("pbes1", key.ExportEncryptedPkcs8PrivateKeyPem(
            Secret, new PbeParameters(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, 1000)));

        Refused("KeyNotEncrypted", () => FileKey.Open(folder["pkcs8"], Secret));
        Refused("KeyNotEncrypted", () => FileKey.Open(folder["sec1"], Secret));
        Refused("EncryptionTooOld", () => FileKey.Open(folder["pbes1"], Secret));
    }

    [Fact]
    public void Nothing_of_the_password_is_in_a_refusal()
    {
        using (FileKey.Create(folder["ca.key"], Secret)) { }

        var refusal = Assert.Throws<KeyRefusedException>(() => FileKey.Open(folder["ca.key"], "a-wrong-secret"));

        Assert.DoesNotContain("a-wrong-secret", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-secret", refusal.ZhCn + refusal.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_sign_with_one_key()
    {
        using var key = FileKey.Create(folder["ca.key"], Secret);
        var signatures = new byte[64][];

        Parallel.For(0, signatures.Length, i => signatures[i] = key.Sign([(byte)i]));

        Assert.All(Enumerable.Range(0, signatures.Length), i => Assert.True(Verifies(key, signatures[i], [(byte)i])));
    }

    [Fact]
    public void Of_many_who_make_one_key_file_exactly_one_succeeds_and_the_file_is_his()
    {
        var names = new string?[8];
        Parallel.For(0, names.Length, i =>
        {
            try
            {
                using var key = FileKey.Create(folder["ca.key"], Secret);
                names[i] = key.Name;
            }
            catch (KeyRefusedException e)
            {
                Assert.Equal("FileAlreadyThere", e.Code);
            }
        });

        using var opened = FileKey.Open(folder["ca.key"], Secret);
        Assert.Equal([opened.Name], names.OfType<string>());
        Assert.Equal([folder["ca.key"]], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_key_holder_has_no_member_that_gives_the_private_key_away()
    {
        Assert.Equal(
            ["Algorithm", "Name", "Sign", "SubjectPublicKeyInfo", "WhyNotReady"],
            typeof(IKeyHolder).GetMembers().Where(m => m is not System.Reflection.MethodInfo { IsSpecialName: true }).Select(m => m.Name).Order());
    }

    private static PbeParameters Pbes2 => new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    private static bool Verifies(FileKey key, byte[] signature, byte[]? data = null)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span, out _);
        return ecdsa.VerifyData(data ?? Data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static bool VerifiesAs(string kind, FileKey key, byte[] signature)
    {
        if (kind == "sm2")
            return new Sm2VerifyKey(Sm2PublicKey.FromSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span)).Verify(Data, signature);
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span, out _);
        return rsa.VerifyData(Data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static void Chmod(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    private void Write(string name, string content)
    {
        File.WriteAllText(folder[name], content);
        Chmod(folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static void Refused(string code, Func<IDisposable> open)
    {
        var refusal = Assert.Throws<KeyRefusedException>(() => open().Dispose());
        Assert.Equal(code, refusal.Code);
        Assert.Matches(@"[\u4e00-\u9fff]", refusal.ZhCn);
        Assert.DoesNotMatch(@"[\u4e00-\u9fff]", refusal.En);
    }
}
