using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Ocsp;
using ScCa.Pki.Requests;
using ScCa.Pki.RevocationLists;
using ScCa.Testing;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests;

public sealed class ParserFuzzTests
{
    private static readonly Dictionary<string, (IReadOnlyList<byte[]> Samples, Action<byte[]> Read)> Parsers = new()
    {
        ["certificate"] = ([Fixtures.File("sign.crt"), Fixtures.File("sub.crt"), Fixtures.File("ocsp.crt"), Fixtures.File("sign_nullparams.crt")], ReadCertificate),
        ["request"] = ([Fixtures.File("sign.csr"), FuzzSamples.Request()], ReadRequest),
        ["revocation list"] = ([Fixtures.File("sub.crl"), FuzzSamples.PartialDelta(), FuzzSamples.IndirectList()], ReadList),
        ["OCSP request"] = ([FuzzSamples.OcspRequest()], ReadOcspRequest),
        ["OCSP response"] = ([Fixtures.File("ocsp.resp"), FuzzSamples.OcspResponse()], ReadOcspResponse),
    };

    private static readonly PkiCertificate Issuer = PkiCertificate.From(Fixtures.File("sub.crt"));

    private static readonly ReadOnlyMemory<byte> Serial = PkiCertificate.From(Fixtures.File("sign.crt")).SerialNumber;

    private static readonly RevocationList Complete = RevocationList.From(Fixtures.File("sub.crl"));

    public static TheoryData<string> Names => [.. Parsers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Whatever_comes_is_read_or_refused(string name) => Fuzz(name, ParserFuzz.Usual);

    [Theory, MemberData(nameof(Names)), Trait("set", "long")]
    public void A_million_of_whatever_comes_are_read_or_refused(string name) => Fuzz(name, ParserFuzz.Long);

    private static void Fuzz(string name, int count)
    {
        var (samples, read) = Parsers[name];
        var result = ParserFuzz.Run<PkiRefusedException>(samples, count, read);

        // Changes that leave a well-formed value let some be read; were it none or all, the changes would try nothing.
        Assert.True(result is { Read: > 0, Refused: > 0 } || Environment.GetEnvironmentVariable(ParserFuzz.SeedVariable) is { Length: > 0 });
    }

    private static void ReadCertificate(byte[] input)
    {
        var certificate = PkiCertificate.From(input);
        Ask(certificate.Subject.ToString(), certificate.Issuer.GetHashCode(), certificate.SerialNumberValue.IsZero);
        Ask(certificate.Extensions);
    }

    private static void ReadRequest(byte[] input)
    {
        var request = CertificationRequest.From(input);
        Ask(request.Subject.ToString(), request.ChallengePassword);
        Ask(request.RequestedExtensions);
    }

    private static void ReadList(byte[] input)
    {
        var list = RevocationList.From(input);
        Ask(list.Find(Serial.Span), list.Find(Serial.Span, Issuer.Subject), list.Find([]), list.HasUnknownCriticalExtension, list.IsCurrentAt(TestAuthority.Now));
        Ask(list.Entries.Count(entry => entry.Reason is not null), MergedRevocationList.FitOf(Complete, list), list.ReasonsCoveredFor(Issuer));
        Ask(list.Extensions);
    }

    private static void ReadOcspRequest(byte[] input)
    {
        var request = OcspRequest.From(input);
        Ask(request.Nonce, request.Ids.Count(new OcspIssuer(Issuer).Issued), new OcspRequestContent(request.Ids, request.Nonce).Encode());
    }

    private static void ReadOcspResponse(byte[] input) => Ask(OcspResponse.From(input).Verify(new(Issuer, Serial, TestAuthority.Now)));

    private static void Ask(ExtensionList extensions)
    {
        Ask(extensions.KeyUsage, extensions.BasicConstraints, extensions.SubjectKeyIdentifier, extensions.AuthorityKeyIdentifier, extensions.ExtendedKeyUsage);
        Ask(extensions.SubjectAlternativeName, extensions.AuthorityInformationAccess, extensions.CrlDistributionPoints, extensions.FreshestCrl, extensions.CertificatePolicies);
        Ask(extensions.CrlNumber, extensions.DeltaCrlIndicator, extensions.IssuingDistributionPoint);
    }

    private static void Ask(params object?[] answers) => GC.KeepAlive(answers);
}
