using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Application.Staff;
using ScCa.Domain.Staff;
using Xunit;

namespace ScCa.Application.Tests.Staff;

public sealed class StaffSignInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_With_the_code_a_passphrase_is_set_and_with_the_passphrase_one_signs_in()
    {
        await using var office = await Office.Open();
        var code = await office.Member("li", StaffRole.Finance);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$", code);

        // However it is typed.
        TestSystem.Value(await office.SignIn.Enrol(" li ", $" {code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()}", Office.Passphrase, Cancellation));
        var member = TestSystem.Value(await office.SignIn.SignIn("li", Office.Passphrase, Cancellation)).Member;

        Assert.Equal(("li", "姓名 li"), (member.Id, member.DisplayName));
        Assert.Equal([StaffRole.Finance], member.Roles);
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_A_code_is_good_once_for_its_account_and_for_seven_days()
    {
        await using var office = await Office.Open();
        var (li, qian) = (await office.Member("li"), await office.Member("qian"));

        TestSystem.RefusedWith("F6", "EnrolmentCodeWrong", await office.SignIn.Enrol("li", qian, Office.Passphrase, Cancellation));
        TestSystem.RefusedWith("F6", "EnrolmentCodeWrong", await office.SignIn.Enrol("li", "", Office.Passphrase, Cancellation));
        TestSystem.Value(await office.SignIn.Enrol("li", li, Office.Passphrase, Cancellation));
        TestSystem.RefusedWith("F6", "EnrolmentCodeWrong", await office.SignIn.Enrol("li", li, "another long passphrase", Cancellation));
        office.System.Clock.Advance(Duration.FromDays(7));
        TestSystem.RefusedWith("F6", "EnrolmentCodeWrong", await office.SignIn.Enrol("qian", qian, Office.Passphrase, Cancellation));
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_Of_two_who_use_the_same_code_at_once_one_sets_the_passphrase()
    {
        await using var office = await Office.Open();
        var code = await office.Member("li");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(
            n => Task.Run(() => office.SignIn.Enrol("li", code, $"{Office.Passphrase} {n}", Cancellation), Cancellation)));

        var winner = Assert.Single(Enumerable.Range(0, 2), n => !outcomes[n].IsRefused);
        TestSystem.Value(await office.SignIn.SignIn("li", $"{Office.Passphrase} {winner}", Cancellation));
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_A_code_is_no_passphrase_and_a_passphrase_no_code()
    {
        await using var office = await Office.Open();
        var code = await office.Member("li");
        TestSystem.RefusedWith("F7", "SignInFailed", await office.SignIn.SignIn("li", code.Replace("-", "", StringComparison.Ordinal), Cancellation));
        await office.Enrolled("qian");

        TestSystem.RefusedWith("F6", "EnrolmentCodeWrong", await office.SignIn.Enrol("qian", Office.Passphrase, "another long passphrase", Cancellation));
    }

    [Theory]
    [Trait("rule", "F6")]
    [InlineData(null, "PassphraseTooShort")]
    [InlineData("elevenchars", "PassphraseTooShort")]
    [InlineData("twelve chars", null)]
    [InlineData("口令一共恰好十二个汉字了", null)]
    [InlineData("129", "TextTooLong")]
    public async Task F6_A_passphrase_has_12_to_128_characters(string? passphrase, string? code)
    {
        await using var office = await Office.Open();
        var enrolment = await office.Member("li");

        var enrolled = await office.SignIn.Enrol("li", enrolment, passphrase == "129" ? new string('p', 129) : passphrase, Cancellation);

        Assert.Equal(code, enrolled.Refusal?.Code);
        // Too short or too long has not used the code up.
        if (code is not null)
            TestSystem.Value(await office.SignIn.Enrol("li", enrolment, new string('p', 128), Cancellation));
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_The_passphrase_is_changed_with_the_present_one_only()
    {
        await using var office = await Office.Open();
        await office.Enrolled("li");

        TestSystem.RefusedWith("F7", "SignInFailed", await office.SignIn.ChangePassphrase("li", "not the present one", "another long passphrase", Cancellation));
        TestSystem.RefusedWith("F6", "PassphraseTooShort", await office.SignIn.ChangePassphrase("li", Office.Passphrase, "short", Cancellation));
        TestSystem.Value(await office.SignIn.ChangePassphrase("li", Office.Passphrase, "another long passphrase", Cancellation));

        TestSystem.RefusedWith("F7", "SignInFailed", await office.SignIn.SignIn("li", Office.Passphrase, Cancellation));
        TestSystem.Value(await office.SignIn.SignIn("li", "another long passphrase", Cancellation));
    }

    [Fact]
    [Trait("rule", "F6")]
    public async Task F6_What_is_kept_is_PBKDF2_of_600000_rounds_with_a_salt_of_its_own()
    {
        await using var office = await Office.Open();
        await office.Enrolled("li");
        await office.Enrolled("qian");
        var credentials = office.System.Get<IStaffCredentials>();

        var (li, qian) = (
            StaffCredential.Decoded((await credentials.Find("li", Cancellation))!.Value), StaffCredential.Decoded((await credentials.Find("qian", Cancellation))!.Value));

        Assert.Equal((StaffCredentialKind.Passphrase, 600_000, 16, 32), (li.Kind, li.Iterations, li.Salt.Length, li.Hash.Length));
        Assert.NotEqual(li.Salt, qian.Salt);
        Assert.NotEqual(li.Hash, qian.Hash);
        // The framework's own answer for the same inputs, computed here.
        Assert.Equal(
            System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(
                Encoding.UTF8.GetBytes(Office.Passphrase), li.Salt, 600_000, System.Security.Cryptography.HashAlgorithmName.SHA256, 32),
            li.Hash);
    }

    [Theory]
    [Trait("rule", "F7")]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("不是账号")]
    [InlineData("li\0")]
    public async Task F7_An_unknown_account_is_answered_like_a_wrong_passphrase(string account)
    {
        await using var office = await Office.Open();
        await office.Enrolled("li");

        var unknown = (await office.SignIn.SignIn(account, Office.Passphrase, Cancellation)).Refusal!;
        var wrong = (await office.SignIn.SignIn("li", "not the passphrase", Cancellation)).Refusal!;

        Assert.Equal(("F7", "SignInFailed", wrong.ZhCn, wrong.En), (unknown.Rule, unknown.Code, unknown.ZhCn, unknown.En));
    }

    [Fact]
    [Trait("rule", "F7")]
    public async Task F7_After_three_failures_each_further_one_doubles_the_pause_known_account_or_not()
    {
        await using var office = await Office.Open();
        await office.Enrolled("li");
        foreach (var account in new[] { "li", "nobody" })
        {
            for (var failure = 1; failure <= 3; failure++)
                TestSystem.RefusedWith("F7", "SignInFailed", await office.SignIn.SignIn(account, "wrong", Cancellation));
            foreach (var seconds in new[] { "2", "4", "8" })
            {
                var delayed = await office.SignIn.SignIn(account, "wrong", Cancellation);
                TestSystem.RefusedWith("F7", "SignInDelayed", delayed);
                Assert.Equal(seconds, delayed.Refusal!.Facts["seconds"]);
                office.System.Clock.Advance(Duration.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)));
                TestSystem.RefusedWith("F7", "SignInFailed", await office.SignIn.SignIn(account, "wrong", Cancellation));
            }

            // Not even the right passphrase is looked at before its time; then it is, and ends the pauses.
            TestSystem.RefusedWith("F7", "SignInDelayed", await office.SignIn.SignIn(account, Office.Passphrase, Cancellation));
        }

        office.System.Clock.Advance(Duration.FromSeconds(16));
        TestSystem.Value(await office.SignIn.SignIn("li", Office.Passphrase, Cancellation));
        TestSystem.RefusedWith("F7", "SignInFailed", await office.SignIn.SignIn("li", "wrong", Cancellation));
    }

    [Fact]
    [Trait("rule", "F7")]
    public async Task F7_The_log_names_accounts_that_exist_and_nothing_that_was_typed()
    {
        var written = new StringBuilder();
        await using var office = await Office.Open(services => services.AddLogging(log => log.AddProvider(new Written(written))));
        await office.Enrolled("li");
        await office.SignIn.SignIn("li", "not the passphrase", Cancellation);
        await office.SignIn.SignIn("my-passphrase-in-the-wrong-field", "x", Cancellation);
        await office.SignIn.SignIn("li", Office.Passphrase, Cancellation);

        var log = written.ToString();
        Assert.Contains("Sign-in to staff account li failed", log, StringComparison.Ordinal);
        Assert.Contains("Staff account li signed in", log, StringComparison.Ordinal);
        Assert.Contains("account that does not exist", log, StringComparison.Ordinal);
        foreach (var secret in new[] { "not the passphrase", "my-passphrase-in-the-wrong-field", Office.Passphrase, "姓名" })
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    private sealed class Written(StringBuilder into) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (into)
                into.AppendLine(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
