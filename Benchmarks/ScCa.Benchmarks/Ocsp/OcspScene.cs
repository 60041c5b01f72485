using System.Globalization;
using ScCa.Application.Events;
using ScCa.Benchmarks.Issuing;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Demo;
using ScCa.Issuance.Profiles;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Ocsp;
using KeyAlgorithm = ScCa.Keys.KeyAlgorithm;

namespace ScCa.Benchmarks.Ocsp;

/// <summary>A demonstration's data folder with P-256 certificates in it, a question about one of them, and the same as openssl's responder wants it.</summary>
public sealed class OcspScene : IAsyncDisposable
{
    private readonly IssuingSystem system;
    private readonly string authority;

    private OcspScene(IssuingSystem system, SerialNumber serial)
    {
        this.system = system;
        authority = Path.Combine(system.Folder, "demo-ca");
        Issuer = PkiCertificate.FromFile(File.ReadAllBytes(IssuerFile))[0];
        Serial = serial.ToDerInteger();
        // With a nonce there is nothing to be kept: every answer is signed for its question.
        Nonce = OcspNonce.New();
        Request = new OcspRequestContent([OcspCertificateId.Of(new OcspIssuer(Issuer), Serial, DigestAlgorithm.Sha1)], Nonce).Encode();
        var expiry = DateTime.UtcNow.AddYears(1).ToString("yyMMddHHmmss", CultureInfo.InvariantCulture);
        File.WriteAllText(IndexFile, $"V\t{expiry}Z\t\t{serial.Value}\tunknown\t/CN=holder\n");
    }

    public string Folder => system.Folder;

    public IServiceProvider Services => system.Services;

    public PkiCertificate Issuer { get; }

    public ReadOnlyMemory<byte> Serial { get; }

    public ReadOnlyMemory<byte> Nonce { get; }

    public byte[] Request { get; }

    public string IssuerFile => HierarchyFiles.CertificateFile(authority, CertificateRole.Issuing, KeyAlgorithm.EcdsaP256);

    public string ResponderFile => HierarchyFiles.CertificateFile(authority, CertificateRole.Ocsp, KeyAlgorithm.EcdsaP256);

    public string ResponderKeyFile => HierarchyFiles.KeyFile(authority, CertificateRole.Ocsp, KeyAlgorithm.EcdsaP256);

    public string PasswordFile => Path.Combine(authority, DemoAuthority.PasswordFileName);

    public string IndexFile => Path.Combine(system.Folder, "index.txt");

    public static async Task<OcspScene> Prepare(CancellationToken cancellation)
    {
        var system = await IssuingSystem.WithReady(perCaller: 1, cancellation);
        await system.IssueAll(cancellation);
        await system.CatchUp(cancellation);
        var issued = (await system.Events(cancellation)).Select(EventCodec.Decode).Select(e => e.Body).OfType<GenerationIssued>().First();
        return new OcspScene(system, issued.Serial);
    }

    /// <exception cref="InvalidOperationException">It is no answer that says good of this very question.</exception>
    public void Check(ReadOnlyMemory<byte> answer)
    {
        var verified = OcspResponse.From(answer).Verify(new OcspQuestion(Issuer, Serial, DateTimeOffset.UtcNow, Nonce));
        if (verified.Answer?.Status != OcspStatus.Good)
            throw new InvalidOperationException($"The answer is not what was to be said: {verified.Failed}.");
    }

    public ValueTask DisposeAsync() => system.DisposeAsync();
}
