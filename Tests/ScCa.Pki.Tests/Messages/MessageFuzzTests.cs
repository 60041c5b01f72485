using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.KeyFiles;
using ScCa.Pki.Messages;
using ScCa.Pki.Timestamps;
using ScCa.Signing;
using ScCa.Testing;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Messages;

/// <summary>Timestamps, messages and key files, changed by the thousand: parsed, and verified or opened where they parse.</summary>
public sealed class MessageFuzzTests
{
    private const string Password = "口令";

    // Few: a changed number of them must stay cheap to try a million times, and is refused above the bound all the same.
    private const int Iterations = 2;
    private const int IterationsMax = 64;

    private static readonly Sm2PrivateKey EncryptionKey = Sm2PrivateKey.FromScalar(Fixtures.Key("enc").D);

    private static readonly Sm2PrivateKey SignatureKey = Sm2PrivateKey.FromScalar(Fixtures.Key("sign").D);

    private static readonly PkiCertificate EncryptionCertificate = PkiCertificate.From(Fixtures.File("enc.crt"));

    private static readonly PkiCertificate SignatureCertificate = PkiCertificate.From(Fixtures.File("sign.crt"));

    // With the certificates known beforehand, what their keys need is worked out once and not ten thousand times.
    private static readonly MessageExpectation Expectation = new(TestTrust.FixtureTime, TestTrust.InFixtures) { Certificates = [SignatureCertificate] };

    private static readonly TimestampExpectation OfTimestamp =
        new("timestamp me"u8.ToArray(), TestTrust.FixtureTime, TestTrust.InFixtures) { Certificates = [PkiCertificate.From(Fixtures.File("tsa.crt"))] };

    private static readonly Dictionary<string, (Func<IReadOnlyList<byte[]>> Samples, Action<byte[]> Read)> Parsers = new()
    {
        ["timestamp request"] = (() => [TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, "x"u8), "1.2.3").Encode()], input => TimestampRequest.From(input)),
        ["timestamp response"] = (Responses, ReadResponse),
        ["timestamp"] = (() => [Fixtures.File("tst_rfc.der"), Fixtures.File("tst_gm.der")], input => TimestampToken.From(input).Verify(OfTimestamp)),
        ["signed message"] = (() => [Fixtures.File("cms_attr.p7"), Fixtures.File("cms_noattr.p7"), Fixtures.File("cms_rfc5652_501.p7")], input => SignedData.From(input).Verify(Expectation)),
        ["encrypted message"] = (() => [Fixtures.File("enveloped.p7")], input => EnvelopedData.From(input).Open(EncryptionCertificate, RecipientKey.Of(EncryptionKey))),
        ["message signed and encrypted"] = (() => [SignedAndEnveloped()], ReadSignedAndEnveloped),
        ["response to a request"] = (() => [Fixtures.File("csrresponse")], input => CsrResponse.From(input).OpenKey(SignatureKey).Dispose()),
        ["key file"] = (KeyFiles, input => KeyFile.Open(input, Password, IterationsMax).Dispose()),
    };

    public static TheoryData<string> Names => [.. Parsers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Whatever_comes_is_read_or_refused(string name) => Fuzz(name, ParserFuzz.Usual);

    [Theory, MemberData(nameof(Names)), Trait("set", "long")]
    public void A_million_of_whatever_comes_are_read_or_refused(string name) => Fuzz(name, ParserFuzz.Long);

    private static void Fuzz(string name, int count)
    {
        var (samples, read) = Parsers[name];
        var result = ParserFuzz.Run<PkiRefusedException>(samples(), count, read);

        Assert.True(result.Refused > 0);
        // The code over a key file lets next to nothing through.
        Assert.True(result.Read > 0 || name == "key file" || Environment.GetEnvironmentVariable(ParserFuzz.SeedVariable) is { Length: > 0 });
    }

    private static IReadOnlyList<byte[]> Responses() =>
    [
        new TimestampResponse(TimestampStatus.GrantedWithMods, ["好", "good"], TimestampFailures.None, Fixtures.File("tst_rfc.der")).Encode(),
        TimestampResponse.Rejecting(TimestampFailures.BadAlgorithm | TimestampFailures.SystemFailure, "否", "no").Encode(),
    ];

    private static void ReadResponse(byte[] input) => TimestampResponse.From(input).Verify(OfTimestamp);

    private static void ReadSignedAndEnveloped(byte[] input)
    {
        var message = SignedAndEnvelopedData.From(input);
        message.Verify(message.Open(EncryptionCertificate, RecipientKey.Of(EncryptionKey)), Expectation);
    }

    private static byte[] SignedAndEnveloped()
    {
        using var signer = new Sm2SigningKey(SignatureKey);
        return new SignedAndEnvelopedDataContent(MessageProfile.GmT0010, "x"u8.ToArray(), [new(KeySigner.Of(signer), SignatureCertificate)], [EncryptionCertificate])
        {
            Certificates = [SignatureCertificate],
        }.Seal();
    }

    private static IReadOnlyList<byte[]> KeyFiles()
    {
        var pkcs8 = new byte[Sm2PrivateKey.Pkcs8SizeInBytes];
        SignatureKey.ExportPkcs8(pkcs8);
        var content = new KeyFileContent(pkcs8, SignatureCertificate) { FriendlyName = "x" };
        return [content.Seal(Password, KeyFileProfile.Sm4 with { Iterations = Iterations }), content.Seal(Password, KeyFileProfile.Aes256 with { Iterations = Iterations })];
    }
}
