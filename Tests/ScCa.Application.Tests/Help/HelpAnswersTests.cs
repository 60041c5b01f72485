using ScCa.Application.Help;
using ScCa.Application.Texts;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Application.Tests.Help;

public sealed class HelpAnswersTests
{
    // Its causes in order: the key is not inserted, the assistant is missing, all checks pass.
    private const string Message = "未检测到 Ca 证书";

    private readonly HelpSearch search = new(HelpLoader.LoadShipped(), new TextCatalog(typeof(PolicyBook).Assembly, typeof(TextCatalog).Assembly));

    [Fact]
    public void The_first_cause_is_asked_after_first_and_each_answer_leads_on()
    {
        Assert.Equal("TokenMissing", Asked().Next!.Check);
        var second = Asked("TokenMissing.Yes");
        Assert.Equal(["assistant-missing", "checks-pass"], second.Causes.Select(c => c.Id));
        Assert.Equal(("AssistantMissing", "TokenMissing"), (second.Next!.Check, Assert.Single(second.Answered).Check));
        Assert.Contains("light", second.Answered[0].Ask.En, StringComparison.Ordinal);
        Assert.Equal("Yes", second.Answered[0].Answer);
    }

    [Fact]
    public void A_cause_that_an_answer_establishes_comes_first_and_nothing_more_is_asked()
    {
        var found = Asked("TokenMissing.Yes", "AssistantMissing.No");

        Assert.Equal([("assistant-missing", true), ("checks-pass", false)], found.Causes.Select(c => (c.Id, c.IsEstablished)));
        Assert.Null(found.Next);
    }

    [Fact]
    public void Whoever_is_not_sure_is_asked_the_next_question_and_keeps_the_cause()
    {
        var unsure = Asked("TokenMissing.Unsure");

        Assert.Equal(3, unsure.Causes.Length);
        Assert.Equal("AssistantMissing", unsure.Next!.Check);
        var through = Asked("TokenMissing.Unsure", "AssistantMissing.Unsure", "SignatureTest.Unsure");
        Assert.Null(through.Next);
        Assert.All(through.Causes, c => Assert.False(c.IsEstablished));
    }

    [Fact]
    public void Answers_that_exclude_every_cause_leave_none() =>
        Assert.Empty(Asked("TokenMissing.Yes", "AssistantMissing.Yes", "SignatureTest.No").Causes);

    [Fact]
    public void Of_two_answers_the_later_counts() => Assert.True(Asked("TokenMissing.Yes", "TokenMissing.No").Causes[0].IsEstablished);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("TokenMissing")]
    [InlineData("TokenMissing.")]
    [InlineData("TokenMissing.yes")]
    [InlineData("TokenMissing.0")]
    [InlineData("15.Yes")]
    [InlineData("Nothing.No")]
    [InlineData("TokenMissing.No.No")]
    [InlineData("CertificateExpired.Yes")]
    [InlineData("TokenMissing,PinLocked.No")]
    public void What_is_no_answer_says_nothing(string? text)
    {
        var asked = Asked(text);

        Assert.Equal(3, asked.Causes.Length);
        Assert.Empty(asked.Answered);
        Assert.Equal("TokenMissing", asked.Next!.Check);
    }

    [Fact]
    public void Every_message_is_asked_about_to_an_end()
    {
        foreach (var topic in search.Topics())
        {
            var answers = new List<string>();
            while (search.Search(topic.Symptom, null, HelpAnswers.Read(answers)).Value!.Results[0].Next is { } next)
            {
                answers.Add(HelpAnswers.Text(next.Check, "Unsure"));
                Assert.True(answers.Count < 20, topic.Id);
            }
        }
    }

    private HelpResult Asked(params string?[] answers) => search.Search(Message, "pharma-procurement", HelpAnswers.Read(answers)).Value!.Results[0];
}
