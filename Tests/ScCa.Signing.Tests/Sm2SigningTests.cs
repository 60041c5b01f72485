using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Signing.Curve;
using Xunit;
using Format = System.Security.Cryptography.DSASignatureFormat;

namespace ScCa.Signing.Tests;

public sealed class Sm2SigningTests
{
    private static readonly Sm2PrivateKey Private = Sm2PrivateKey.Generate();
    private static readonly Sm2SigningKey Signer = new(Private);
    private static readonly Sm2VerifyKey Verifier = new(Private.PublicKey);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    public void A_batch_signs_each_digest_and_verifies_each_by_itself(int count)
    {
        var digests = Some.Bytes(40, count * 32);
        var signatures = new byte[count * 64];
        Signer.SignDigests(digests, signatures);
        var verdicts = new bool[count];
        Assert.True(Verifier.VerifyDigests(digests, signatures, verdicts));
        Assert.DoesNotContain(false, verdicts);
        for (var i = 0; i < count; i++)
            Assert.True(Verifier.VerifyDigest(digests.AsSpan(32 * i, 32), signatures.AsSpan(64 * i, 64), Format.IeeeP1363FixedFieldConcatenation));
        for (var bad = 0; bad < count; bad += 7)
        {
            signatures[(64 * bad) + 40] ^= 1;
            Assert.False(Verifier.VerifyDigests(digests, signatures, verdicts));
            Assert.Equal(Enumerable.Range(0, count).Select(i => i != bad), verdicts);
            signatures[(64 * bad) + 40] ^= 1;
        }
    }

    [Fact]
    public void Items_by_different_keys_and_in_different_forms_get_a_verdict_each()
    {
        using var otherPrivate = Sm2PrivateKey.Generate();
        using var other = new Sm2SigningKey(otherPrivate, "other"u8);
        var otherVerifier = new Sm2VerifyKey(otherPrivate.PublicKey, "other"u8);
        byte[] message = [1, 2, 3];
        Sm2VerifyItem[] items =
        [
            new(Verifier, message, Signer.Sign(message)),
            new(otherVerifier, message, other.Sign(message, Format.IeeeP1363FixedFieldConcatenation), Format.IeeeP1363FixedFieldConcatenation),
            new(otherVerifier, message, Signer.Sign(message)),
            new(Verifier, message, ReadOnlyMemory<byte>.Empty),
        ];
        var verdicts = new bool[items.Length];
        Assert.False(Sm2VerifyKey.VerifyAll(items, verdicts));
        Assert.Equal([true, true, false, false], verdicts);
        Assert.True(Sm2VerifyKey.VerifyAll(items.AsSpan(0, 2), verdicts.AsSpan(0, 2)));
        Assert.Throws<ArgumentException>(() => Sm2VerifyKey.VerifyAll(items, verdicts.AsSpan(1)));
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_the_callers_defect()
    {
        Assert.Throws<ArgumentException>(() => Signer.SignDigests(new byte[33], new byte[128]));
        Assert.Throws<ArgumentException>(() => Signer.SignDigests(new byte[64], new byte[127]));
        Assert.Throws<ArgumentException>(() => Signer.SignDigest(new byte[31], new byte[72]));
        Assert.Throws<ArgumentException>(() => Signer.Sign("m"u8, new byte[8]));
        Assert.Throws<ArgumentException>(() => Verifier.VerifyDigest(new byte[31], new byte[72]));
        Assert.Throws<ArgumentException>(() => Verifier.VerifyDigests(new byte[64], new byte[64], new bool[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Signer.Sign("m"u8, (Format)9));
    }

    [Fact]
    public void A_nonce_is_new_each_time_and_depends_on_everything()
    {
        var (secret, e, random) = (Awkward.Any(10_000, 0), Awkward.Any(10_001, 0), Some.Bytes(41, 32));
        Assert.True(Nonce.TryDraw(Sm2Path.Fast, secret, e, random, out var k));
        Assert.True(k.IsBelow(Sm2Curve.N));
        // The definition, counted by the framework: SM3-KDF(secret ‖ randomness ‖ e) to 384 bits modulo n.
        var wide = new byte[48];
        Sm3Kdf.Derive([.. Number.Bytes(secret), .. random, .. Number.Bytes(e)], wide);
        Assert.Equal(new System.Numerics.BigInteger(wide, isUnsigned: true, isBigEndian: true) % Number.N, Number.Big(k));
        Assert.True(Nonce.TryDraw(Sm2Path.Reference, secret, e, random, out var same));
        Assert.Equal(k, same);

        var seen = new HashSet<string>();
        for (var i = 0; i < 100; i++)
            Assert.True(seen.Add(Hex.Of(Signer.Sign("the same"u8, Format.IeeeP1363FixedFieldConcatenation).AsSpan(0, 32))));
    }

    [Fact]
    public void Encodings_of_a_signature_turn_into_each_other()
    {
        var raw = new byte[64];
        for (var i = 0; i < 200; i++)
        {
            var der = Signer.Sign(Some.Bytes(42, i, i));
            Assert.True(Sm2SignatureEncoding.TryToRaw(der, raw));
            Assert.Equal(der, Sm2SignatureEncoding.ToDer(raw));
        }

        Assert.False(Sm2SignatureEncoding.TryToRaw([0x30, 0], raw));
        Assert.Throws<ArgumentException>(() => Sm2SignatureEncoding.ToDer(new byte[63]));
    }

    [Fact]
    public async Task Callers_that_come_while_others_sign_share_the_next_batch()
    {
        using var begun = new ManualResetEventSlim();
        using var proceed = new ManualResetEventSlim();
        var sizes = new List<int>();
        var signer = new Sm2CoalescingSigner(Signer, size =>
        {
            sizes.Add(size);
            begun.Set();
            proceed.Wait();
        });
        var first = Task.Run(() => signer.Sign("first"u8.ToArray(), Format.Rfc3279DerSequence, CancellationToken.None));
        begun.Wait();
        var messages = Enumerable.Range(0, 40).Select(i => Some.Bytes(43, i, i)).ToArray();
        var others = messages.Select(m => signer.Sign(m, Format.IeeeP1363FixedFieldConcatenation, CancellationToken.None)).ToArray();
        Assert.DoesNotContain(others, t => t.IsCompleted);
        proceed.Set();
        var firstSignature = await first;
        Assert.True(Verifier.Verify("first"u8, firstSignature));
        var signatures = await Task.WhenAll(others);
        Assert.Equal([1, 32, 8], sizes);
        for (var i = 0; i < messages.Length; i++)
            Assert.True(Verifier.Verify(messages[i], signatures[i], Format.IeeeP1363FixedFieldConcatenation));
    }

    [Fact]
    public async Task Many_threads_get_each_their_own_signature()
    {
        var signer = new Sm2CoalescingSigner(Signer);
        await Parallel.ForAsync(0, 500, async (i, cancellation) =>
        {
            var message = Some.Bytes(44, i, 20);
            var signature = await signer.Sign(message, Format.Rfc3279DerSequence, cancellation);
            Assert.True(Verifier.Verify(message, signature));
        });
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        Assert.True(signer.Sign(default, Format.Rfc3279DerSequence, source.Token).IsCanceled);
    }

    [Fact]
    public async Task A_key_disposed_of_fails_every_caller_and_not_the_signer()
    {
        using var key = Sm2PrivateKey.Generate();
        var disposed = new Sm2SigningKey(key);
        var signer = new Sm2CoalescingSigner(disposed);
        disposed.Dispose();
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => signer.Sign("m"u8.ToArray(), Format.Rfc3279DerSequence, CancellationToken.None));
    }

    [Fact]
    public void The_frameworks_certificate_requests_are_signed()
    {
        var generator = new Sm2X509SignatureGenerator(Signer);
        var request = new CertificateRequest(new X500DistinguishedName("CN=SM2"), generator.PublicKey, Sm2X509SignatureGenerator.HashAlgorithm);
        var certificate = request.Create(
            new X500DistinguishedName("CN=SM2"), generator, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(60), [1, 2, 3]);
        Assert.Equal("1.2.156.10197.1.501", certificate.SignatureAlgorithm.Value);
        Assert.Equal(Signer.PublicKey, Sm2PublicKey.FromSubjectPublicKeyInfo(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        var outer = new System.Formats.Asn1.AsnReader(certificate.RawData, System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        var signed = outer.ReadEncodedValue();
        outer.ReadEncodedValue();
        Assert.True(Verifier.Verify(signed.Span, outer.ReadBitString(out _)));
        Assert.Throws<ArgumentOutOfRangeException>(() => generator.SignData([1], HashAlgorithmName.SHA256));
    }
}
