using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using ScCa.Domain.Certificates;
using Xunit;

namespace ScCa.Issuance.Tests;

public sealed class ChallengeTests : IDisposable
{
    private static readonly byte[] Challenge = "prove that the key is present"u8.ToArray();

    private readonly Workshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    [Trait("rule", "A6")]
    public async Task A6_only_the_certificates_own_key_answers_the_challenge()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issued = await workshop.Issue();

        Assert.True(workshop.Authority.VerifyWithKeyOf(issued, Challenge, Sign(workshop.HolderKey)));
        Assert.False(workshop.Authority.VerifyWithKeyOf(issued, Challenge, Sign(other)));
        Assert.False(workshop.Authority.VerifyWithKeyOf(issued, "another challenge"u8, Sign(workshop.HolderKey)));
    }

    [Fact]
    [Trait("rule", "A6")]
    public async Task A6_a_signature_cut_short_or_with_any_bit_flipped_does_not_verify_and_does_not_throw()
    {
        var issued = await workshop.Issue();
        var signature = Sign(workshop.HolderKey);
        for (var length = 0; length < signature.Length; length++)
            Assert.False(workshop.Authority.VerifyWithKeyOf(issued, Challenge, signature.AsSpan(0, length)));
        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            var flipped = signature.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(workshop.Authority.VerifyWithKeyOf(issued, Challenge, flipped));
        }

        Assert.False(workshop.Authority.VerifyWithKeyOf(issued, Challenge, [.. signature, 0]));
        Assert.False(workshop.Authority.VerifyWithKeyOf(Der.From([0x30, 0]), Challenge, signature));
    }

    [Fact]
    [Trait("rule", "A6")]
    public async Task A6_a_signature_with_numbers_out_of_range_does_not_verify()
    {
        var issued = await workshop.Issue();
        var order = new BigInteger(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
        var numbers = new AsnReader(Sign(workshop.HolderKey), AsnEncodingRules.DER).ReadSequence();
        var (r, s) = (numbers.ReadInteger(), numbers.ReadInteger());

        foreach (var (badR, badS) in new[] { (0, s), (r, 0), (-r, s), (r, -s), (r + order, s), (r, s + order), (r, BigInteger.One << 300) })
            Assert.False(workshop.Authority.VerifyWithKeyOf(issued, Challenge, Encode(badR, badS)));
        Assert.True(workshop.Authority.VerifyWithKeyOf(issued, Challenge, Encode(r, s)));
    }

    [Fact]
    [Trait("rule", "A6")]
    public async Task A6_a_number_whose_leading_zero_was_left_out_is_negative_and_does_not_verify()
    {
        var issued = await workshop.Issue();
        // Every second r has its top bit set; DER then puts a zero octet in front of it. Without that octet the same 32 octets are a negative number.
        var signature = Enumerable.Repeat(0, 200).Select(_ => Sign(workshop.HolderKey)).First(candidate => candidate is [0x30, _, 2, 33, 0, ..]);
        Assert.True(workshop.Authority.VerifyWithKeyOf(issued, Challenge, signature));

        byte[] negative = [0x30, (byte)(signature[1] - 1), 2, 32, .. signature[5..]];

        Assert.False(workshop.Authority.VerifyWithKeyOf(issued, Challenge, negative));
    }

    private static byte[] Encode(BigInteger r, BigInteger s)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(r);
            writer.WriteInteger(s);
        }

        return writer.Encode();
    }

    private static byte[] Sign(ECDsa key) => key.SignData(Challenge, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
