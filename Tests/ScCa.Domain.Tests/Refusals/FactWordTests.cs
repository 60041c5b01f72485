using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using Xunit;

namespace ScCa.Domain.Tests.Refusals;

public sealed class FactWordTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_plain_fact_is_read_as_it_is(bool chinese) => Assert.Equal("300.00", FactWord.Read("300.00", chinese, Spell));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_named_word_is_spelled_by_the_texts(bool chinese) =>
        Assert.Equal("<Operation.Renew>", FactWord.Read(Refuse.ApplicationInProgress(1, Operation.Renew).Facts["operation"], chinese, Spell));

    [Theory]
    [InlineData(true, "四川省政府采购一体化平台")]
    [InlineData(false, "Sichuan Government Procurement Platform")]
    public void The_words_of_a_policy_are_read_in_the_language_asked_for(bool chinese, string text) =>
        Assert.Equal(text, FactWord.Read(Refuse.TermNotOffered(Example.OneYear, TestPolicies.GovName).Facts["platform"], chinese, Spell));

    [Theory]
    [InlineData("甲公司")]
    [InlineData("@甲公司")]
    [InlineData("@@甲公司")]
    [InlineData("@甲|乙")]
    [InlineData("甲|乙")]
    public void A_text_from_outside_is_read_as_it_is_written_and_never_as_a_word(string name)
    {
        var fact = Refuse.InvoiceAlreadyIssued(name).Facts["number"];

        Assert.Equal(name, FactWord.Read(fact, true, Spell));
        Assert.Equal(name, FactWord.Read(fact, false, Spell));
    }

    private static string Spell(string word) => $"<{word}>";
}
