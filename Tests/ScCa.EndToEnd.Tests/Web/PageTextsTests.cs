using ScCa.Application;
using ScCa.Application.Texts;
using ScCa.Application.Views;
using ScCa.Domain.Platforms;
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
    public void Every_standing_has_a_badge_and_every_verification_a_name()
    {
        string[] standings =
            [Standing.UnderReview, Standing.Returned, Standing.AwaitingTransfer, Standing.InProgress, Standing.Granted, Standing.Done, Standing.Closed];
        Assert.All(standings, standing => Assert.True(texts.Has($"standing.{standing}"), standing));
        Assert.All(Enum.GetNames<Verification>(), method => Assert.True(texts.Has($"verification.{method}"), method));
    }

    [Fact]
    public void No_text_is_empty() => Assert.All(
        texts.Keys, key => Assert.All([Language.ZhCn, Language.En], language => Assert.False(string.IsNullOrWhiteSpace(texts.Text(language, key)), key)));
}
