using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ScCa.Application.Hall;
using ScCa.Application.Ports;
using Xunit;

namespace ScCa.Application.Tests.Hall;

public sealed partial class PhoneLoginTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A1")]
    public async Task The_code_from_the_sms_logs_in_once()
    {
        await using var system = TestSystem.Create();
        var code = await SentCode(system);

        Assert.Equal("138****5678", TestSystem.Value(Login(system).Verify(TestSystem.Phone, $" {code} ")).Masked);
        TestSystem.RefusedWith("I7", "SmsCodeExpired", Login(system).Verify(TestSystem.Phone, code));
    }

    [Fact, Trait("rule", "A1")]
    public async Task Three_wrong_answers_end_a_code_even_for_the_right_one()
    {
        await using var system = TestSystem.Create();
        var code = await SentCode(system);
        var wrong = code == "000000" ? "000001" : "000000";

        for (var left = 2; left >= 0; left--)
        {
            var refused = Login(system).Verify(TestSystem.Phone, wrong);
            TestSystem.RefusedWith("I7", "SmsCodeWrong", refused);
            Assert.Equal(left.ToString(System.Globalization.CultureInfo.InvariantCulture), refused.Refusal!.Facts["attemptsLeft"]);
        }

        TestSystem.RefusedWith("I7", "SmsCodeExpired", Login(system).Verify(TestSystem.Phone, code));
    }

    [Fact, Trait("rule", "A1")]
    public async Task Parallel_guesses_share_the_three_attempts()
    {
        await using var system = TestSystem.Create();
        var code = await SentCode(system);
        var wrong = code == "000000" ? "000001" : "000000";

        var refusals = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Login(system).Verify(TestSystem.Phone, wrong), Cancellation)));

        Assert.Equal(3, refusals.Count(r => r.Refusal!.Code == "SmsCodeWrong"));
    }

    [Fact, Trait("rule", "A1")]
    public async Task A_code_lives_five_minutes_and_another_is_sent_after_one()
    {
        await using var system = TestSystem.Create();
        var code = await SentCode(system);

        TestSystem.RefusedWith("I8", "SmsCodeTooSoon", await Login(system).SendCode(TestSystem.Phone, Cancellation));
        system.Clock.Advance(Duration.FromMinutes(5));
        TestSystem.RefusedWith("I7", "SmsCodeExpired", Login(system).Verify(TestSystem.Phone, code));

        Assert.NotEmpty(await SentCode(system));
    }

    [Fact, Trait("rule", "A1")]
    public async Task A_code_for_one_phone_does_not_log_in_another()
    {
        await using var system = TestSystem.Create();
        var code = await SentCode(system);

        TestSystem.RefusedWith("I7", "SmsCodeExpired", Login(system).Verify("13900000000", code));
        TestSystem.RefusedWith("I1", "PhoneMalformed", await Login(system).SendCode("12", Cancellation));
    }

    [Fact, Trait("rule", "A1")]
    public async Task A_gateway_that_fails_leaves_no_code_behind_and_can_be_asked_again_at_once()
    {
        var gateway = new BrokenGateway();
        await using var system = TestSystem.Create(services => services.AddSingleton<ISmsGateway>(gateway));

        TestSystem.RefusedWith("I8", "SmsNotSent", await Login(system).SendCode(TestSystem.Phone, Cancellation));
        TestSystem.RefusedWith("I8", "SmsNotSent", await Login(system).SendCode(TestSystem.Phone, Cancellation));
        Assert.Equal(2, gateway.Calls);
    }

    private static PhoneLogin Login(TestSystem system) => system.Get<PhoneLogin>();

    private static async Task<string> SentCode(TestSystem system)
    {
        TestSystem.Value(await Login(system).SendCode(TestSystem.Phone, Cancellation));
        return SixDigits().Match((await system.Demo.Outbox(Cancellation))[0].Text).Value;
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();

    private sealed class BrokenGateway : ISmsGateway
    {
        public int Calls { get; private set; }

        public Task<SmsResult> Send(Sms message, CancellationToken cancellation)
        {
            Calls++;
            throw new HttpRequestException("unreachable");
        }
    }
}
