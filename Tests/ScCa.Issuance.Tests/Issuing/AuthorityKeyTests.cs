using System.Security.Cryptography;
using ScCa.Issuance.Issuing;
using ScCa.Keys;
using Xunit;

namespace ScCa.Issuance.Tests.Issuing;

public sealed class AuthorityKeyTests
{
    private const int Few = 4;

    private static readonly byte[] Data = [1, 2, 3];

    [Fact]
    public void A_signature_that_does_not_verify_is_never_released_where_all_are_verified()
    {
        using var holder = new CountingKey();
        using var key = new AuthorityKey(holder);
        key.Sign(Data);
        holder.SignsWrongly = true;

        for (var i = 0; i < 3; i++)
            Assert.Throws<CryptographicException>(() => key.Sign(Data));
    }

    [Fact]
    public void Where_one_of_a_few_is_verified_the_first_is_and_a_failing_key_is_found_out_and_watched_from_then_on()
    {
        using var failing = new CountingKey { SignsWrongly = true };
        using var fromTheStart = new AuthorityKey(failing, Few);
        Assert.Throws<CryptographicException>(() => fromTheStart.Sign(Data));
        Assert.Throws<CryptographicException>(() => fromTheStart.Sign(Data));

        using var holder = new CountingKey();
        using var key = new AuthorityKey(holder, Few);
        key.Sign(Data);
        holder.SignsWrongly = true;
        var released = 0;
        for (; released < Few; released++)
        {
            if (Record.Exception(() => key.Sign(Data)) is CryptographicException)
                break;
        }

        Assert.Equal(Few - 1, released);
        Assert.Throws<CryptographicException>(() => key.Sign(Data));
        holder.SignsWrongly = false;
        Assert.NotEmpty(key.Sign(Data));
    }

    [Fact]
    public void An_RSA_signature_is_always_verified()
    {
        using var holder = new WrongRsaKey();
        using var key = new AuthorityKey(holder, Few);

        for (var i = 0; i < 2 * Few; i++)
            Assert.Throws<CryptographicException>(() => key.Sign(Data));
    }

    private sealed class WrongRsaKey : IKeyHolder
    {
        private readonly RSA key = RSA.Create(2048);

        public string Name => KeyName.Of(SubjectPublicKeyInfo.Span);

        public KeyAlgorithm Algorithm => KeyAlgorithm.RsaPkcs1;

        public ReadOnlyMemory<byte> SubjectPublicKeyInfo => key.ExportSubjectPublicKeyInfo();

        public byte[] Sign(ReadOnlySpan<byte> data) => key.SignData([0], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        public void Dispose() => key.Dispose();
    }
}
