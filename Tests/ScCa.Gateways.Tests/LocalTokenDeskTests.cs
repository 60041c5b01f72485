using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Gateways.Tokens;
using ScCa.Pki.Requests;
using ScCa.Signing;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class LocalTokenDeskTests : IDisposable
{
    private const string Certificate = "cert-1";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("rule", "C5")]
    public async Task C5_asked_again_the_desk_answers_with_the_same_key_even_after_a_restart()
    {
        var first = await RequestedKey(Open(), 1);

        Assert.Equal(first, await RequestedKey(Open(), 1));
        Assert.NotEqual(first, await RequestedKey(Open(), 2));
        Assert.NotEqual(first, Key(await Open().RequestKey("cert-2", 1, TestContext.Current.CancellationToken)));
    }

    [Fact]
    [Trait("rule", "C5")]
    public async Task C5_many_who_ask_at_once_get_one_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => RequestedKey(Open(), 1))));

        Assert.Single(keys.Distinct());
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    [Trait("rule", "C5")]
    public async Task C5_the_written_certificate_is_read_back_and_writing_it_again_changes_nothing()
    {
        var (desk, issued) = (Open(), Issue(await Request(1)));
        Assert.Null(await ReadCertificate(1));

        await Write(1, issued);
        await Write(1, issued);

        Assert.Equal(issued, (await ReadCertificate(1))!.Value.ToArray());
        Assert.Null(await desk.ReadCertificate(Certificate, 2, TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    [Trait("rule", "C5")]
    public async Task C5_the_encryption_key_comes_out_of_its_envelope_on_the_key_itself()
    {
        var request = await Request(1);
        using var encryption = Sm2PrivateKey.Generate();
        var holder = Sm2PublicKey.FromSubjectPublicKeyInfo(Convert.FromBase64String(Key(request)));
        var content = new KeyContent(Issue(request), CertificateOf(encryption.PublicKey), Sm2EnvelopedKey.Seal(holder, encryption));

        await Open().Write(Certificate, 1, content, TestContext.Current.CancellationToken);

        using var kept = Sm2PrivateKey.FromPkcs8(await File.ReadAllBytesAsync(folder["cert-1-g1.enc.key"], TestContext.Current.CancellationToken));
        Assert.Equal(encryption.PublicKey, kept.PublicKey);
    }

    [Fact]
    public async Task An_envelope_for_another_key_or_with_another_key_is_not_written()
    {
        var request = await Request(1);
        using var encryption = Sm2PrivateKey.Generate();
        using var stranger = Sm2PrivateKey.Generate();
        var holder = Sm2PublicKey.FromSubjectPublicKeyInfo(Convert.FromBase64String(Key(request)));

        await Assert.ThrowsAsync<Sm2RefusedException>(() => Open().Write(
            Certificate, 1, new KeyContent(Issue(request), CertificateOf(encryption.PublicKey), Sm2EnvelopedKey.Seal(stranger.PublicKey, encryption)), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<Sm2RefusedException>(() => Open().Write(
            Certificate, 1, new KeyContent(Issue(request), CertificateOf(encryption.PublicKey), Sm2EnvelopedKey.Seal(holder, stranger)), TestContext.Current.CancellationToken));

        Assert.Null(await ReadCertificate(1));
    }

    [Fact]
    public async Task A_certificate_for_another_key_pair_is_not_written()
    {
        await Request(1);
        var ofTheSecond = Issue(await Request(2));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(1, ofTheSecond));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Write(3, ofTheSecond));

        Assert.Null(await ReadCertificate(1));
    }

    [Fact]
    [Trait("rule", "A6")]
    public async Task A6_a_challenge_is_signed_by_the_generations_own_key_and_a_renewal_leaves_it_usable()
    {
        byte[] challenge = [1, 2, 3];
        var (first, second) = (await RequestedKey(Open(), 1), await RequestedKey(Open(), 2));

        Assert.True(Verifies(first, challenge, Open().SignChallenge(Certificate, 1, challenge)));
        Assert.True(Verifies(second, challenge, Open().SignChallenge(Certificate, 2, challenge)));
        Assert.False(Verifies(first, challenge, Open().SignChallenge(Certificate, 2, challenge)));
        Assert.Throws<InvalidOperationException>(() => Open().SignChallenge(Certificate, 3, challenge));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/absolute")]
    [InlineData("a:b")]
    [InlineData("..")]
    public async Task No_id_names_a_file_outside_the_folder(string certificate)
    {
        var inside = Directory.CreateDirectory(folder["inside"]).FullName;

        await new LocalTokenDesk(inside).RequestKey(certificate, 1, TestContext.Current.CancellationToken);

        Assert.Single(Directory.GetFiles(inside));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Key_and_certificate_open_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await Write(1, Issue(await Request(1)));

        Assert.All(Directory.GetFiles(folder.Path), path =>
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        });
    }

    [Fact]
    [Trait("rule", "A10")]
    public async Task A10_the_certificates_that_name_an_erased_person_are_deleted_and_no_others()
    {
        await Write(1, Issue(await Request(1)));
        await Write(2, Issue(await Request(2)));
        await Open().RequestKey("c-another", 1, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder["c-another-g1.crt"], [1], TestContext.Current.CancellationToken);

        await Open().Forget(new ForgottenPerson(new SubjectId("i-1"), [new CertificateId(Certificate)]), TestContext.Current.CancellationToken);
        await Open().Forget(new ForgottenPerson(new SubjectId("i-1"), [new CertificateId(Certificate)]), TestContext.Current.CancellationToken);

        Assert.Null(await ReadCertificate(1));
        Assert.Null(await ReadCertificate(2));
        Assert.True(File.Exists(folder["c-another-g1.crt"]));
    }

    private LocalTokenDesk Open() => new(folder.Path);

    private async Task<byte[]> Request(int generation) =>
        (await Open().RequestKey(Certificate, generation, TestContext.Current.CancellationToken)).ToArray();

    private Task Write(int generation, byte[] issued) => Open().Write(Certificate, generation, new KeyContent(issued), TestContext.Current.CancellationToken);

    private Task<ReadOnlyMemory<byte>?> ReadCertificate(int generation) =>
        Open().ReadCertificate(Certificate, generation, TestContext.Current.CancellationToken);

    private static async Task<string> RequestedKey(LocalTokenDesk desk, int generation) =>
        Key(await desk.RequestKey(Certificate, generation, TestContext.Current.CancellationToken));

    private static string Key(ReadOnlyMemory<byte> request)
    {
        // The request's own signature is by the key in it: the key is on the token.
        var read = CertificationRequest.From(request);
        Assert.True(read.IsProven);
        return Convert.ToBase64String(read.PublicKey.SubjectPublicKeyInfo.Span);
    }

    private static byte[] Issue(byte[] request) => CertificateOf(Sm2PublicKey.FromSubjectPublicKeyInfo(Convert.FromBase64String(Key(request))));

    private static byte[] CertificateOf(Sm2PublicKey holder)
    {
        using var issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = PublicKey.CreateFromSubjectPublicKeyInfo(holder.ExportSubjectPublicKeyInfo(), out _);
        using var certificate = new CertificateRequest(new X500DistinguishedName("CN=holder"), key, HashAlgorithmName.SHA256).Create(
            new X500DistinguishedName("CN=issuer"), X509SignatureGenerator.CreateForECDsa(issuer),
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), [1, 2, 3, 4]);
        return certificate.RawData;
    }

    private static bool Verifies(string key, byte[] challenge, byte[] signature) =>
        new Sm2VerifyKey(Sm2PublicKey.FromSubjectPublicKeyInfo(Convert.FromBase64String(key))).Verify(challenge, signature);
}
