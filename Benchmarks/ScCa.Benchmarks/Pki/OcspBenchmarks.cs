using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Names;
using ScCa.Pki.Ocsp;
using ScCa.Signing;
using Oids = ScCa.Pki.Oids;

namespace ScCa.Benchmarks.Pki;

/// <summary>One request read, its answer made, with and without the signature, and checked by the client.</summary>
[MemoryDiagnoser]
public class OcspBenchmarks : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Sm2SigningKey key = new(Sm2PrivateKey.Generate());
    private readonly byte[] serial = RandomNumberGenerator.GetBytes(8);
    private readonly byte[] nonce = OcspNonce.New();
    private KeySigner? signer;
    private PkiCertificate? issuerCertificate;
    private OcspIssuer? issuer;
    private OcspResponderId? responder;
    private byte[] request = [];
    private byte[] response = [];

    [GlobalSetup]
    public void Prepare()
    {
        serial[0] = 1;
        signer = KeySigner.Of(key);
        var name = DistinguishedName.Of((Oids.CountryName, "CN"), (Oids.CommonName, "Benchmark"));
        issuerCertificate = new CertificateContent(
            serial, signer.Algorithm, name, At.AddDays(-1), At.AddDays(1), name, signer.PublicKey, [KeyUsage.Of(KeyUsages.KeyCertSign | KeyUsages.DigitalSignature)]).Sign(signer);
        issuer = new(issuerCertificate);
        responder = OcspResponderId.ByKey(signer.PublicKey);
        request = new OcspRequestContent([OcspCertificateId.Of(issuer, serial, DigestAlgorithm.Sm3)], nonce).Encode();
        response = Answer();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        key.Dispose();
    }

    /// <summary>All but the signature.</summary>
    [Benchmark]
    public byte[] Encode() => Content().Encode();

    [Benchmark]
    public byte[] Answer() => Content().Sign(signer!, issuerCertificate!);

    [Benchmark]
    public bool Verify() => OcspResponse.From(response).Verify(new(issuerCertificate!, serial, At, nonce)).IsValid;

    private OcspResponseContent Content()
    {
        var asked = OcspRequest.From(request);
        var id = asked.Ids[0];
        var status = issuer!.Issued(id) ? OcspStatus.Good : OcspStatus.Unknown;
        return new(responder!, At, [new OcspAnswer(id, status, At, At.AddHours(1))], asked.Nonce);
    }
}
