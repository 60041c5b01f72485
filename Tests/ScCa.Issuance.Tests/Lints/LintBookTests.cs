using ScCa.Issuance.Lints;
using Xunit;

namespace ScCa.Issuance.Tests.Lints;

public sealed class LintBookTests
{
    [Fact]
    public void Every_lint_is_in_the_book_once_and_has_a_case_that_breaks_it()
    {
        var lints = typeof(ILint).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(ILint))).Select(type => type.Name).ToList();
        var broken = HolderLintTests.Broken.Keys.Concat(OfficeLintTests.Broken.Keys.Select(key => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]));

        Assert.Equal(lints.Order(StringComparer.Ordinal), LintBook.All.Select(lint => lint.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Equal(lints.Order(StringComparer.Ordinal), broken.Select(name => name[..name.IndexOf(':', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(lints.Count, 40, int.MaxValue);
    }

    [Fact]
    public void Every_lint_names_itself_its_source_its_date_its_uses_and_both_languages()
    {
        Assert.All(LintBook.All, lint =>
        {
            Assert.Equal(lint.GetType().Name, lint.Rule.Id);
            Assert.NotEmpty(lint.Rule.Source);
            Assert.InRange(lint.Rule.EffectiveFrom, new NodaTime.LocalDate(2001, 1, 1), LintRule.HouseOpened);
            Assert.NotEqual(LintedUses.None, lint.Rule.Uses);
            Assert.Matches(@"[\u4e00-\u9fff]", lint.Rule.ZhCn);
            Assert.DoesNotMatch(@"[\u4e00-\u9fff]", lint.Rule.En);
        });
    }
}
