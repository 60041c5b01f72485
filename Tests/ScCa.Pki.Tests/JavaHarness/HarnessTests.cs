using ScCa.Pki.Algorithms;
using ScCa.Pki.Messages;
using ScCa.Pki.Tests.Timestamps;
using ScCa.Pki.Timestamps;
using Xunit;

namespace ScCa.Pki.Tests.JavaHarness;

/// <summary>Messages and timestamps fully verified by Bouncy Castle for Java, and what it makes verified here: SM2, as openssl cannot, and its twins.</summary>
public sealed class HarnessTests
{
    private static readonly byte[] Content = "一份文件"u8.ToArray();

    [Fact]
    public void What_either_side_signs_and_stamps_verifies_on_the_other()
    {
        Assert.SkipUnless(Java.IsThere, Java.WhySkipped);
        var folder = Directory.CreateTempSubdirectory("scca-java-").FullName;
        try
        {
            Write("content", Content);
            foreach (var kind in Enum.GetValues<PublicKeyKind>())
                WriteOurs(kind);
            var altered = File.ReadAllBytes(Path.Combine(folder, "Sm2-attached.cms"));
            altered[altered.AsSpan().IndexOf(Content)] ^= 1;
            Write("Sm2-altered.cms", altered);
            using var authority = new TestTimestamps(PublicKeyKind.Sm2);
            WriteKeysForTheirs(authority);

            var lines = Java.Run(folder);

            Assert.Equal(
                [
                    .. from kind in Enum.GetValues<PublicKeyKind>()
                       from file in new[] { "attached.cms", "byKey.cms", "detached.p7s", "plain.cms", "stamp.tsr" }
                       select $"{kind}-{file}: OK",
                ],
                lines.Where(line => !line.StartsWith("Sm2-altered.cms", StringComparison.Ordinal)).Order(StringComparer.Ordinal).OrderBy(line => Enum.Parse<PublicKeyKind>(line.Split('-')[0])));
            // The harness itself notices.
            Assert.DoesNotContain("OK", Assert.Single(lines, line => line.StartsWith("Sm2-altered.cms", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.True(SignedData.From(Read("theirs.signed")).Verify(TestSigner.Of(PublicKeyKind.Sm2).Expectation).IsGood);
            var verdict = TimestampToken.From(Read("theirs.tst")).Verify(authority.Expecting(Content) with { Nonce = TimestampRequest.From(Read("theirs.tsq")).Nonce });
            Assert.Null(verdict.Failed);
            Assert.Equal(TestAuthority.Now, verdict.Time);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Write(string name, ReadOnlySpan<byte> bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);

        byte[] Read(string name) => File.ReadAllBytes(Path.Combine(folder, name));

        void WriteOurs(PublicKeyKind kind)
        {
            var some = TestSigner.Of(kind);
            var message = new SignedDataContent(MessageProfile.Rfc5652, Content, [some.Signer with { SigningTime = TestAuthority.Now }]) { Certificates = [some.Certificate] };
            Write($"{kind}-attached.cms", message.Sign());
            Write($"{kind}-byKey.cms", (message with { Signers = [some.Signer with { Form = CertificateReferenceForm.SubjectKeyIdentifier }] }).Sign());
            Write($"{kind}-detached.p7s", (message with { IsDetached = true }).Sign());
            Write($"{kind}-plain.cms", (message with { Signers = [some.Signer with { HasAttributes = false }] }).Sign());
            var request = TimestampRequest.For(MessageImprint.Of(some.Key.Signer.Algorithm.Digest, Content)).Encode();
            var certificate = TestTimestamps.Issue(some.Root, some.Key);
            var authority = new TimestampAuthority(new(TestTimestamps.Policy), some.Key.Signer, certificate, [], [new FixedClock(), new FixedClock(3)]);
            Write($"{kind}-stamp.tsq", request);
            Write($"{kind}-stamp.tsr", authority.Answer(request).Encode());
            Write($"{kind}-root.crt", some.Root.Certificate.Encoded.Span);
        }

        void WriteKeysForTheirs(TestTimestamps authority)
        {
            var some = TestSigner.Of(PublicKeyKind.Sm2);
            Write("theirs.p8", some.Key.ToPkcs8());
            Write("theirs.crt", some.Certificate.Encoded.Span);
            Write("theirs-tsa.p8", authority.Key.ToPkcs8());
            Write("theirs-tsa.crt", authority.Certificate.Encoded.Span);
            Write("theirs.tsq", TimestampRequest.For(MessageImprint.Of(DigestAlgorithm.Sm3, Content)).Encode());
            File.WriteAllText(Path.Combine(folder, "time"), $"{TestAuthority.Now.ToUnixTimeMilliseconds()}");
        }
    }
}
