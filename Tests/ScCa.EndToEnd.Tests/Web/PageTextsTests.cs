using System.Reflection;
using NodaTime;
using ScCa.Application;
using ScCa.Application.Hall;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using ScCa.Web.Forms;
using ScCa.Web.Wording;
using Xunit;

namespace ScCa.EndToEnd.Tests.Web;

public sealed class PageTextsTests
{
    private readonly PageTexts texts = new(new TextCatalog(typeof(PolicyBook).Assembly, typeof(TextCatalog).Assembly));

    [Fact]
    public void Every_event_of_a_certificate_has_a_line_for_the_timeline() => Assert.All(
        EventCatalog.StoredNames.Where(name => name.StartsWith("certificate.", StringComparison.Ordinal)),
        name => Assert.True(texts.Has($"progress.{name}"), name));

    [Fact]
    public void Every_standing_has_a_badge_and_a_word_on_what_is_to_be_done_now()
    {
        var standings = typeof(Standing).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.NotEmpty(standings);
        Assert.All(standings, standing => Assert.True(texts.Has($"standing.{standing}"), standing));
        Assert.All(standings, standing => Assert.True(texts.Has($"progress.now-{standing}"), standing));
    }

    [Fact]
    public void Every_operation_has_a_button_a_word_on_what_it_does_and_one_to_submit_it() => Assert.All(
        OperationForm.Operations,
        operation => Assert.All(
            new[] { $"do.{operation}", $"do.{operation}-text", $"submit.{operation}" }, key => Assert.True(texts.Has(key), key)));

    [Fact]
    public void Every_choice_that_a_page_shows_has_a_word() => Assert.All(
        new[]
        {
            Words<Verification>(), Words<PaymentMeans>(), Words<Channel>(), Words<HandledBy>(), Words<HolderKind>(), Words<Stage>(), Words<KeyLoss>(),
            Words<RevocationWish>(), Words<RevocationReason>(), Words<SealPictureFinding>(), Words<SealFormat>(), Words<RefundCause>(),
            Enum.GetNames<SealCoupling>().Select(c => $"home.seals-{c}"),
            Enum.GetNames<IsoDayOfWeek>().Where(day => day != nameof(IsoDayOfWeek.None)).Select(day => $"windows.{day}"),
            Enum.GetNames<Verification>().Where(v => v != nameof(Verification.CorporateTransfer)).Select(v => $"progress.verify-{v}"),
        }.SelectMany(keys => keys),
        key => Assert.True(texts.Has(key), key));

    [Fact]
    public void Every_operation_has_an_address_and_is_found_by_it() => Assert.All(
        OperationForm.Operations, operation => Assert.Equal(operation, OperationAddress.Operation(OperationAddress.Of(operation))));

    [Theory]
    [InlineData("new")]
    [InlineData("Renew")]
    [InlineData("")]
    public void What_is_no_operation_on_a_certificate_has_no_address(string address) => Assert.Null(OperationAddress.Operation(address));

    [Fact]
    public void No_text_is_empty() => Assert.All(
        texts.Keys, key => Assert.All([Language.ZhCn, Language.En], language => Assert.False(string.IsNullOrWhiteSpace(texts.Text(language, key)), key)));

    private static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{typeof(T).Name}.{name}");
}
