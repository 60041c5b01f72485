using ScCa.Application.Execution;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.Execution;

public sealed class CommandExecutorTests
{
    private static readonly CommandContext Context = CommandContext.Staff("reviewer-1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repeated_command_writes_nothing_and_gives_the_same_answer_even_after_later_events()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();
        var approve = Approve(certificate, "approve-1", system);
        var first = Accepted(await system.Get<ICommands>().Execute(approve, Context, Cancellation));
        await system.Transfer(300);
        var before = await system.Events.LastPosition(Cancellation);

        var again = Accepted(await system.Get<ICommands>().Execute(approve, Context, Cancellation));

        Assert.Equal((false, true), (first.IsRepeat, again.IsRepeat));
        Assert.Equal(before, await system.Events.LastPosition(Cancellation));
        Assert.Equal(first.Position, again.Position);
        Assert.Equal(Describe.Values(first.Events), Describe.Values(again.Events));
        Assert.Equal(Describe.Value(first.State), Describe.Value(again.State));
    }

    [Fact]
    public async Task A_refusal_writes_nothing_and_is_not_remembered()
    {
        await using var system = TestSystem.Create();
        var certificate = TestSystem.CertificateOf("apply-1");
        Assert.IsType<Answer<Certificate>.Refused>(await system.Get<ICommands>().Execute(Approve(certificate, "approve-1", system), Context, Cancellation));
        Assert.Equal(0, await system.Events.LastPosition(Cancellation));

        Assert.Equal(certificate, await system.Applied());

        Accepted(await system.Get<ICommands>().Execute(Approve(certificate, "approve-1", system), Context, Cancellation));
    }

    [Fact]
    public async Task Of_concurrent_commands_on_one_certificate_one_wins_and_the_others_decide_again()
    {
        await using var system = TestSystem.Create();
        for (var round = 0; round < 20; round++)
        {
            var certificate = await system.Applied($"apply-{round}", $"{TestSystem.HolderName}{round}");
            var commands = system.Get<ICommands>();

            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
                () => commands.Execute(Approve(certificate, $"approve-{round}-{i}", system), Context, Cancellation), Cancellation)));

            Assert.Single(answers.OfType<Answer<Certificate>.Accepted>());
            // Decided on the winner's outcome, not on what each had read first.
            Assert.All(
                answers.OfType<Answer<Certificate>.Refused>(),
                refused => Assert.Equal(("A3", "ApplicationNotUnderReview"), (refused.Refusal.Rule, refused.Refusal.Code)));
            Assert.Equal(["CertificateAppliedFor", "ApplicationApproved"], await system.EventNames(certificate));
        }
    }

    [Fact]
    public async Task The_same_command_sent_many_times_at_once_is_executed_once_and_answered_alike()
    {
        await using var system = TestSystem.Create();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
            async () => TestSystem.Value(await system.Hall.Apply(TestSystem.Application(), Cancellation)), Cancellation)));

        Assert.Single(receipts.Distinct());
        Assert.Single(await system.EventNames(receipts[0].Certificate));
    }

    [Fact]
    public async Task A_form_that_comes_again_with_other_content_is_not_taken_for_the_first()
    {
        await using var system = TestSystem.Create();
        await system.Applied();

        TestSystem.RefusedWith("I13", "FormAlreadySubmitted", await system.Hall.Apply(TestSystem.Application(termYears: 2), Cancellation));
        TestSystem.RefusedWith("I13", "FormAlreadySubmitted", await system.Hall.Apply(TestSystem.Application(holderName: "另一家公司"), Cancellation));
        TestSystem.Value(await system.Hall.Apply(TestSystem.Application(), Cancellation));
    }

    [Fact]
    public async Task A_command_id_cannot_be_used_for_something_else()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Applied();
        Accepted(await system.Get<ICommands>().Execute(Approve(certificate, "one", system), Context, Cancellation));
        var reject = new RejectApplication(
            new CommandId("one"), new CertificateId(certificate), 1, new StaffId("reviewer-1"), "no", system.Clock.GetCurrentInstant());

        await Assert.ThrowsAsync<CommandIdReusedException>(() => system.Get<ICommands>().Execute(reject, Context, Cancellation));
    }

    private static ApproveApplication Approve(string certificate, string commandId, TestSystem system) =>
        new(new CommandId(commandId), new CertificateId(certificate), 1, null, new StaffId("reviewer-1"), system.Clock.GetCurrentInstant());

    private static Answer<Certificate>.Accepted Accepted(Answer<Certificate> answer) => Assert.IsType<Answer<Certificate>.Accepted>(answer);
}
