using ScCa.Signing.Curve;
using ScCa.Signing.Formats;
using Xunit;

namespace ScCa.Signing.Tests;

public sealed class Sm2EnvelopedKeyTests
{
    private const string RecipientD = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string EnvelopedD = "785129917D45A9EA5437A59356B82338EAADDA6CEB199088F14AE10DEFA229B5";
    private const string K = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private const string Symmetric = "0123456789ABCDEFFEDCBA9876543210";
    private const string Algorithm = "300A06082A811CCF55016801";

    private const string EncryptedKey =
        "3079022004EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73022100E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0"
        + "04204423B448D18B4A1A86B0E264E928007803243A5A8D9D0B0E8953BFE4E928ADCF041045C54ABC791125FBC9BAE9ECC8A65559";

    private const string PublicKey =
        "034200046AE848C57C53C7B1B5FA99EB2286AF078BA64C64591B8B566F7357D576F16DFBEE489D771621A27B36C5C7992062E9CD09A9264386F3FBEA54DFF69305621C4D";

    private const string Scalar = "032100CC497521A3ED157B988F0F696B7C379FBFE7FDFA3B80B7D0A3681A3C74A7FBBF";

    private static readonly byte[] Example = Envelope(Algorithm + EncryptedKey + PublicKey + Scalar);

    [Fact]
    public void The_example_opens()
    {
        using var recipient = Sm2PrivateKey.FromScalar(Hex.Bytes(RecipientD));
        using var opened = Sm2EnvelopedKey.Open(Example, recipient);
        Assert.Equal(EnvelopedD, Exported(opened));
        using var again = Sm2EnvelopedKey.Open(Example, recipient, opened.PublicKey);
        Assert.Equal(Sm2Refusal.PublicKeyNotOfPrivateKey, Refusal(() => Sm2EnvelopedKey.Open(Example, recipient, recipient.PublicKey)));
    }

    [Fact]
    public void The_example_is_written_as_it_is_printed()
    {
        using var recipient = Sm2PrivateKey.FromScalar(Hex.Bytes(RecipientD));
        using var enveloped = Sm2PrivateKey.FromScalar(Hex.Bytes(EnvelopedD));
        var (c3, c2, der) = (new byte[32], new byte[16], new byte[200]);
        Assert.True(EncryptionScheme.TryEncrypt(Sm2Path.Chosen, recipient.PublicKey.Point, Number.Of(K), Hex.Bytes(Symmetric), out var c1, c3, c2));
        var length = CiphertextFormat.Write(c1, c3, c2, Sm2CiphertextFormat.Asn1, der);
        Assert.Equal(EncryptedKey, Hex.Of(der.AsSpan(0, length)));
        Assert.Equal(
            Hex.Of(Example),
            Hex.Of(Sm2EnvelopedKey.Write(der.AsSpan(0, length), Hex.Bytes(Symmetric), enveloped, Sm2EnvelopedKeyForm.Bytes32)));
    }

    [Theory]
    [InlineData(Sm2EnvelopedKeyForm.Bytes32)]
    [InlineData(Sm2EnvelopedKeyForm.Bytes64)]
    public void What_is_sealed_opens_for_its_recipient_alone(Sm2EnvelopedKeyForm form)
    {
        using var recipient = Sm2PrivateKey.Generate();
        using var stranger = Sm2PrivateKey.Generate();
        using var enveloped = Sm2PrivateKey.Generate();
        var der = Sm2EnvelopedKey.Seal(recipient.PublicKey, enveloped, form);
        using var opened = Sm2EnvelopedKey.Open(der, recipient, enveloped.PublicKey);
        Assert.Equal(Exported(enveloped), Exported(opened));
        Assert.Equal(Sm2Refusal.EnvelopeRejected, Refusal(() => Sm2EnvelopedKey.Open(der, stranger)));
    }

    [Fact]
    public void Sixty_four_bytes_begin_with_zeros()
    {
        using var recipient = Sm2PrivateKey.Generate();
        var symmetric = Hex.Bytes(Symmetric);
        var encrypted = Sm2Encryption.Encrypt(recipient.PublicKey, symmetric);
        var scalar = Hex.Bytes(new string('0', 63) + "1" + EnvelopedD);
        using (var cipher = new Sm4(symmetric))
            cipher.EncryptEcb(scalar, scalar);
        var der = Envelope(Algorithm + Hex.Of(encrypted) + PublicKey + "034100" + Hex.Of(scalar));
        Assert.Equal(Sm2Refusal.EnvelopeRejected, Refusal(() => Sm2EnvelopedKey.Open(der, recipient)));
    }

    [Theory]
    [InlineData("300906072A811CCF550168")]
    [InlineData("300B06072A811CCF5501680500")]
    [InlineData("300C06082A811CCF550168010500")]
    public void SM4_may_be_named_with_or_without_its_mode_and_with_a_NULL(string algorithm)
    {
        using var recipient = Sm2PrivateKey.FromScalar(Hex.Bytes(RecipientD));
        using var opened = Sm2EnvelopedKey.Open(Envelope(algorithm + EncryptedKey + PublicKey + Scalar), recipient);
        Assert.Equal(EnvelopedD, Exported(opened));
    }

    [Fact]
    public void A_malformed_envelope_is_refused()
    {
        using var recipient = Sm2PrivateKey.FromScalar(Hex.Bytes(RecipientD));
        byte[][] malformed =
        [
            [],
            [.. Example, 0],
            Example[..^1],
            Envelope("300A06082A811CCF55016802" + EncryptedKey + PublicKey + Scalar),
            Envelope("300C06082A811CCF550168010400" + EncryptedKey + PublicKey + Scalar),
            Envelope(Algorithm + EncryptedKey + PublicKey),
            Envelope(Algorithm + EncryptedKey + PublicKey + Scalar + "0500"),
            Envelope(Algorithm + EncryptedKey + PublicKey + "032000" + Scalar[8..]),
            Envelope(Algorithm + EncryptedKey + PublicKey + "032101" + Scalar[6..]),
            Envelope(Algorithm + EncryptedKey + PublicKey.Replace("034200046A", "034200036A", StringComparison.Ordinal) + Scalar),
        ];
        foreach (var der in malformed)
            Assert.Equal(Sm2Refusal.EnvelopeMalformed, Refusal(() => Sm2EnvelopedKey.Open(der, recipient)));
    }

    [Fact]
    public void A_key_that_does_not_belong_to_the_public_key_beside_it_is_refused()
    {
        using var recipient = Sm2PrivateKey.FromScalar(Hex.Bytes(RecipientD));
        for (var at = Example.Length - 1; at > Example.Length - 90; at -= 7)
        {
            var altered = Example.ToArray();
            altered[at] ^= 0x40;
            Assert.Contains(Refusal(() => Sm2EnvelopedKey.Open(altered, recipient)), (Sm2Refusal[])[Sm2Refusal.EnvelopeRejected, Sm2Refusal.EnvelopeMalformed]);
        }
    }

    private static byte[] Envelope(string content)
    {
        var bytes = Hex.Bytes(content);
        byte[] length = bytes.Length < 256 ? [0x81, (byte)bytes.Length] : [0x82, (byte)(bytes.Length >> 8), (byte)bytes.Length];
        return [0x30, .. length, .. bytes];
    }

    private static string Exported(Sm2PrivateKey key)
    {
        var scalar = new byte[32];
        key.ExportScalar(scalar);
        return Hex.Of(scalar);
    }

    private static Sm2Refusal Refusal(Action action) => Assert.Throws<Sm2RefusedException>(action).Refusal;
}
