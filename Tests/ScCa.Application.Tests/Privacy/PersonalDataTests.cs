using System.Security.Cryptography;
using System.Text;
using ScCa.Application.Ports;
using ScCa.Application.Privacy;
using ScCa.Domain.People;
using ScCa.Stores.Memory;
using Xunit;

namespace ScCa.Application.Tests.Privacy;

public sealed class PersonalDataTests
{
    private static readonly SubjectId Subject = new("s-1");

    private readonly ISubjectKeys keys = new MemoryStores().SubjectKeys;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A7")]
    public async Task What_is_sealed_opens_for_its_subject_and_field_only()
    {
        var personal = PersonalData();
        var sealedText = await personal.Seal(Subject, "handler/phone", "13812345678", Cancellation);
        await personal.Seal(new SubjectId("s-2"), "handler/phone", "13900000000", Cancellation);

        Assert.Equal("13812345678", await personal.Open(Subject, "handler/phone", sealedText, Cancellation));
        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await personal.Open(Subject, "handler/name", sealedText, Cancellation));
        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await personal.Open(new SubjectId("s-2"), "handler/phone", sealedText, Cancellation));
    }

    [Fact, Trait("rule", "A7")]
    public async Task Without_the_subjects_key_nothing_opens_again()
    {
        var sealedText = await PersonalData().Seal(Subject, "handler/phone", "13812345678", Cancellation);

        var afterErasure = new PersonalData(new MemoryStores().SubjectKeys, new TestMasterKey(1), new TestRandom());

        Assert.Null(await afterErasure.Open(Subject, "handler/phone", sealedText, Cancellation));
    }

    [Fact, Trait("rule", "A7")]
    public async Task Another_master_key_opens_nothing()
    {
        var sealedText = await PersonalData().Seal(Subject, "handler/phone", "13812345678", Cancellation);

        var stolen = new PersonalData(keys, new TestMasterKey(2), new TestRandom());

        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await stolen.Open(Subject, "handler/phone", sealedText, Cancellation));
    }

    [Fact, Trait("rule", "A7")]
    public async Task Every_flipped_bit_of_a_sealed_text_is_noticed()
    {
        var personal = PersonalData();
        var sealedText = await personal.Seal(Subject, "handler/phone", "13812345678", Cancellation);
        var bytes = Convert.FromBase64String(sealedText.Value[2..]);

        for (var i = 0; i < bytes.Length * 8; i++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[i / 8] ^= (byte)(1 << (i % 8));
            var tampered = new SealedText("1." + Convert.ToBase64String(flipped));
            await Assert.ThrowsAnyAsync<CryptographicException>(async () => await personal.Open(Subject, "handler/phone", tampered, Cancellation));
        }
    }

    [Fact, Trait("rule", "A7")]
    public async Task Nothing_sealed_and_no_index_holds_the_plain_text()
    {
        var personal = PersonalData();
        Assert.True(Phone.TryParse("13812345678", out var phone));
        var sealedText = await personal.Seal(Subject, "handler/phone", phone.Digits, Cancellation);

        Assert.DoesNotContain("13812345678", sealedText.Value + personal.IndexOf(phone) + personal.SubjectOf(phone) + phone, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", Encoding.Latin1.GetString(Convert.FromBase64String(sealedText.Value[2..])), StringComparison.Ordinal);
        Assert.NotEqual(sealedText, await personal.Seal(Subject, "handler/phone", phone.Digits, Cancellation));
    }

    [Theory, Trait("rule", "A1")]
    [InlineData("13812345678", "13812345678")]
    [InlineData(" +86 138-1234-5678 ", "13812345678")]
    [InlineData("008613812345678", "13812345678")]
    [InlineData("8613812345678", "13812345678")]
    [InlineData("１３８１２３４５６７８", "13812345678")]
    [InlineData("1381234567", null)]
    [InlineData("138123456789", null)]
    [InlineData("12812345678", null)]
    [InlineData("23812345678", null)]
    [InlineData("1381234567a", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_phone_is_read_in_the_ways_people_write_it(string? text, string? digits)
    {
        Assert.Equal(digits is not null, Phone.TryParse(text, out var phone));
        Assert.Equal(digits, phone?.Digits);
    }

    [Fact, Trait("rule", "A1")]
    public void A_phone_shows_only_its_ends()
    {
        Assert.True(Phone.TryParse("13812345678", out var phone));
        Assert.Equal("138****5678", phone.ToString());
    }

    private PersonalData PersonalData() => new(keys, new TestMasterKey(1), new TestRandom());

    private sealed class TestMasterKey(byte seed) : IMasterKey
    {
        public void Derive(string purpose, Span<byte> key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, [seed], key, [], Encoding.UTF8.GetBytes(purpose));
    }

    private sealed class TestRandom : IRandomSource
    {
        public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}
