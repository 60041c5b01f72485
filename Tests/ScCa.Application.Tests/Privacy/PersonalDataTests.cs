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

        var afterErasure = PrivateRoom.Open().Personal;

        Assert.Null(await afterErasure.Open(Subject, "handler/phone", sealedText, Cancellation));
    }

    [Fact, Trait("rule", "A7")]
    public async Task Another_master_key_opens_nothing()
    {
        var sealedText = await PersonalData().Seal(Subject, "handler/phone", "13812345678", Cancellation);

        var stolen = PrivateRoom.Open(keys, new TestMasterKey(2)).Personal;

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

    [Fact, Trait("rule", "A7")]
    public void A7_A_name_is_found_however_its_brackets_and_width_are_written_and_by_no_other_name()
    {
        var personal = PersonalData();

        Assert.Equal(personal.IndexOfName("王小梅（会计）"), personal.IndexOfName(" 王小梅(会计) "));
        Assert.NotEqual(personal.IndexOfName("王小梅"), personal.IndexOfName("王小枚"));
        Assert.Equal(64, personal.IndexOfName("王小梅").Value.Length);
        Assert.DoesNotContain("王", personal.IndexOfName("王小梅").Value, StringComparison.Ordinal);
    }

    [Fact, Trait("rule", "A7")]
    public void A7_An_id_number_is_found_with_a_small_x_and_spaces_around_it()
    {
        var personal = PersonalData();

        Assert.Equal(personal.IndexOfIdNumber("11010519491231002X"), personal.IndexOfIdNumber(" 11010519491231002x\t"));
        Assert.NotEqual(personal.IndexOfIdNumber("11010519491231002X"), personal.IndexOfIdNumber("110105194912310021"));
    }

    // One secret for each purpose: a name that reads like a phone is not found under the phone's index.
    [Fact, Trait("rule", "A7")]
    public void A7_Indexes_of_different_kinds_say_nothing_of_each_other()
    {
        var personal = PersonalData();
        Assert.True(Phone.TryParse("13812345678", out var phone));

        string[] indexes =
        [
            personal.IndexOf(phone).Value, personal.IndexOfName("13812345678").Value, personal.IndexOfIdNumber("13812345678").Value,
            personal.SubjectOf(phone).Value,
        ];

        Assert.Equal(4, indexes.Distinct().Count());
    }

    [Fact, Trait("rule", "A7")]
    public void A7_Another_vault_finds_nobody_by_the_same_index()
    {
        Assert.True(Phone.TryParse("13812345678", out var phone));

        Assert.Equal(PersonalData().IndexOf(phone), PersonalData().IndexOf(phone));
        Assert.NotEqual(PersonalData().IndexOf(phone), PrivateRoom.Open().Personal.IndexOf(phone));
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_Rooms_that_open_at_once_on_an_empty_vault_find_everybody_alike()
    {
        Assert.True(Phone.TryParse("13812345678", out var phone));

        var indexes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => PersonalData().IndexOf(phone), Cancellation)));

        Assert.Single(indexes.Distinct());
    }

    [Fact, Trait("rule", "A10")]
    public async Task A10_For_an_erased_subject_nothing_opens_and_nothing_is_sealed_again()
    {
        var room = PrivateRoom.Open(keys);
        var sealedText = await room.Personal.Seal(Subject, "handler/phone", "13812345678", Cancellation);
        await room.Vault.Destroy(Subject.Value, Cancellation);

        Assert.Null(await room.Personal.Open(Subject, "handler/phone", sealedText, Cancellation));
        var refused = await Assert.ThrowsAsync<SubjectErasedException>(async () => await room.Personal.Seal(Subject, "handler/phone", "1", Cancellation));
        Assert.DoesNotContain("13812345678", refused.ToString(), StringComparison.Ordinal);
    }

    private PersonalData PersonalData() => PrivateRoom.Open(keys).Personal;
}
