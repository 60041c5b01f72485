using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.Messages;
using Xunit;

namespace ScCa.Application.Tests.Reactions;

public sealed class MessageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A4")]
    public async Task Review_payment_issue_and_posting_are_each_told_to_the_handler_once()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();
        TestSystem.Value(await system.Get<Application.BackOffice.DispatchDesk>().Post("post-1", certificate, "SF1234567890", TestSystem.Dispatcher, Cancellation));
        await system.Work();
        foreach (var reaction in system.All<ScCa.Application.Reactions.IReaction>())
            await system.Get<IReactionCheckpoints>().Save(reaction.Name, 0, Cancellation);
        await system.Work();

        var told = (await system.Demo.Outbox(Cancellation)).Reverse().ToList();
        Assert.All(told, m => Assert.Equal(TestSystem.Phone, m.Phone));
        Assert.Collection(
            told.Select(m => m.Text),
            text => Assert.Contains("应缴 300.00 元", text, StringComparison.Ordinal),
            text => Assert.Contains("款项已齐", text, StringComparison.Ordinal),
            text => Assert.Contains("有效期至 2027-01-05", text, StringComparison.Ordinal),
            text => Assert.Contains("SF1234567890", text, StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "A4")]
    public async Task A_dead_gateway_holds_up_no_business_and_is_tried_again_with_growing_pauses_until_given_up()
    {
        var gateway = new MovableGateway { IsDead = true };
        await using var system = TestSystem.Create(services => services.AddSingleton<ISmsGateway>(gateway));

        var certificate = await system.Issued();

        Assert.IsType<IssuedCertificate>(await system.State(certificate));
        Assert.Equal(3, gateway.Calls);
        await system.Work();
        Assert.Equal(3, gateway.Calls);
        foreach (var minutes in new[] { 1, 2, 4, 8 })
        {
            var before = gateway.Calls;
            system.Clock.Advance(Duration.FromMinutes(minutes));
            await system.Work();
            Assert.Equal(before + 3, gateway.Calls);
        }

        system.Clock.Advance(Duration.FromDays(1));
        await system.Work();
        Assert.Equal(15, gateway.Calls);
        Assert.IsType<UndeliverableMessage>(await system.Get<CommandExecutor>().State<Message>($"{certificate}-1", Cancellation));
    }

    [Fact, Trait("rule", "A4")]
    public async Task A_delivery_that_is_repeated_after_it_has_failed_uses_up_no_attempt()
    {
        var gateway = new MovableGateway { IsDead = true };
        await using var system = TestSystem.Create(services => services.AddSingleton<ISmsGateway>(gateway));
        var certificate = await system.Issued();
        Assert.Equal(3, gateway.Calls);

        // As after a crash between the recorded failure and the checkpoint.
        await system.Get<IReactionCheckpoints>().Save("deliver-messages", 0, Cancellation);
        await system.Work();

        Assert.Equal(3, gateway.Calls);
        Assert.Equal(1, Assert.IsType<WaitingMessage>(await system.Get<CommandExecutor>().State<Message>($"{certificate}-1", Cancellation)).Attempts);
    }

    [Fact, Trait("rule", "A4")]
    public async Task A_tracking_number_that_looks_like_a_word_of_ours_is_told_as_it_was_typed()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();

        TestSystem.Value(await system.Get<Application.BackOffice.DispatchDesk>().Post("post-1", certificate, "@SF1234567890", TestSystem.Dispatcher, Cancellation));
        await system.Work();

        Assert.Contains("快递单号 @SF1234567890", (await system.Demo.Outbox(Cancellation))[0].Text, StringComparison.Ordinal);
    }

    [Fact, Trait("rule", "A4")]
    public async Task A_gateway_that_recovers_gets_what_waited()
    {
        var gateway = new MovableGateway { IsDead = true };
        await using var system = TestSystem.Create(services => services.AddSingleton<ISmsGateway>(gateway));
        var certificate = await system.Issued();

        gateway.IsDead = false;
        system.Clock.Advance(Duration.FromMinutes(1));
        await system.Work();

        Assert.Equal(3, gateway.Taken.Distinct().Count());
        Assert.IsType<SentMessage>(await system.Get<CommandExecutor>().State<Message>($"{certificate}-1", Cancellation));
    }

    private sealed class MovableGateway : ISmsGateway
    {
        public bool IsDead { get; set; }

        public int Calls { get; private set; }

        public List<string> Taken { get; } = [];

        public Task<SmsResult> Send(Sms message, CancellationToken cancellation)
        {
            Calls++;
            if (IsDead)
                return Calls % 2 == 0 ? throw new HttpRequestException("unreachable") : Task.FromResult(new SmsResult(null, "busy"));
            Taken.Add(message.DeduplicationKey);
            return Task.FromResult(new SmsResult($"r-{Calls}", null));
        }
    }
}
