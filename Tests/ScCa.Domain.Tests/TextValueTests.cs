using ScCa.Domain.Certificates;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using Xunit;

namespace ScCa.Domain.Tests;

public sealed class TextValueTests
{
    public static TheoryData<string, int> Identifiers => new()
    {
        { nameof(CertificateId), 40 }, { nameof(CommandId), 200 }, { nameof(MessageId), 80 }, { nameof(BankReference), 60 },
        { nameof(PhoneIndex), 64 }, { nameof(StaffId), 60 }, { nameof(SubjectId), 40 }, { nameof(PlatformId), 40 }, { nameof(RoleId), 40 },
        { nameof(RoleAccountKindId), 40 }, { nameof(MaterialId), 40 }, { nameof(WindowId), 40 }, { nameof(RegionId), 40 },
        { nameof(NameIndex), 64 }, { nameof(IdNumberIndex), 64 }, { nameof(SealId), 64 }, { nameof(SealFileId), 120 },
    };

    [Theory, MemberData(nameof(Identifiers))]
    public void An_identifier_is_written_as_it_is_read_up_to_its_length(string type, int maxLength)
    {
        Assert.Equal("aZ09-_.:", Read(type, "aZ09-_.:"));
        Assert.Equal(new string('x', maxLength), Read(type, new string('x', maxLength)));
        Assert.Throws<FormatException>(() => Read(type, new string('x', maxLength + 1)));
    }

    [Theory, MemberData(nameof(Identifiers))]
    public void An_identifier_can_stand_in_a_stream_name_an_address_and_a_file_name(string type, int maxLength)
    {
        Assert.InRange(maxLength, 1, 200);
        foreach (var text in new[] { "", " ", "a b", "a/b", "a\\b", "a\nb", "甲", "é", "a%b", "@a", "１" })
            Assert.Throws<FormatException>(() => Read(type, text));
    }

    [Fact, Trait("rule", "A10")]
    public void A10_A_handlers_own_paper_says_so_by_its_name()
    {
        Assert.True(new MaterialId("handler-id-copy").IsOfHandler);
        Assert.False(new MaterialId("application-form").IsOfHandler);
        Assert.False(new MaterialId("form-of-handler-").IsOfHandler);
    }

    [Theory, Trait("rule", "A7")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\tb")]
    public void A7_Sealed_text_is_visible_text(string text) => Assert.Throws<FormatException>(() => SealedText.Parse(text));

    [Fact, Trait("rule", "A7")]
    public void A7_Sealed_text_has_at_most_16000_characters()
    {
        Assert.Equal(16000, SealedText.Parse(new string('x', 16000)).Value.Length);
        Assert.Throws<FormatException>(() => SealedText.Parse(new string('x', 16001)));
    }

    [Fact, Trait("rule", "A7")]
    public void A7_In_a_log_nothing_of_a_handler_is_shown()
    {
        Assert.Equal("(sealed)", Example.TheHandler.Phone.ToString());
        Assert.DoesNotContain("sealed-", Example.TheHandler.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sealed-", Commands.Apply().ToString(), StringComparison.Ordinal);
    }

    private static string Read(string type, string text) => type switch
    {
        nameof(CertificateId) => Same(CertificateId.Parse(text)),
        nameof(CommandId) => Same(CommandId.Parse(text)),
        nameof(MessageId) => Same(MessageId.Parse(text)),
        nameof(BankReference) => Same(BankReference.Parse(text)),
        nameof(PhoneIndex) => Same(PhoneIndex.Parse(text)),
        nameof(NameIndex) => Same(NameIndex.Parse(text)),
        nameof(IdNumberIndex) => Same(IdNumberIndex.Parse(text)),
        nameof(StaffId) => Same(StaffId.Parse(text)),
        nameof(SubjectId) => Same(SubjectId.Parse(text)),
        nameof(PlatformId) => Same(PlatformId.Parse(text)),
        nameof(RoleAccountKindId) => Same(RoleAccountKindId.Parse(text)),
        nameof(MaterialId) => Same(MaterialId.Parse(text)),
        nameof(WindowId) => Same(WindowId.Parse(text)),
        nameof(RoleId) => Same(RoleId.Parse(text)),
        nameof(RegionId) => Same(RegionId.Parse(text)),
        nameof(SealId) => Same(SealId.Parse(text)),
        nameof(SealFileId) => Same(SealFileId.Parse(text)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such identifier."),
    };

    private static string Same<T>(T value) where T : ITextValue<T>
    {
        Assert.Equal(value, T.Parse(value.Value));
        Assert.Equal(value.Value, value.ToString());
        return value.Value;
    }
}
