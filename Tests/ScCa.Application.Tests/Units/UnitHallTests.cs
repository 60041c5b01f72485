using NodaTime;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Units;
using ScCa.Domain.Units;
using Xunit;

namespace ScCa.Application.Tests.Units;

public sealed class UnitHallTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "U1")]
    public async Task U1_A_unit_is_registered_by_the_key_of_a_certificate_under_the_name_and_code_that_it_carries()
    {
        await using var units = await UnitSystem.Create();

        var receipt = TestSystem.Value(await units.Hall.Register("register", units.Signed(UnitHall.ToRegister), TestSystem.Phone, Cancellation));

        Assert.Equal(UnitSystem.Unit, receipt.Unit);
        Assert.Equal(TestSystem.HolderName, (await units.State()).Name.Value);
        // The same form again is answered as it was; another is refused.
        TestSystem.Value(await units.Hall.Register("register", units.Signed(UnitHall.ToRegister), TestSystem.Phone, Cancellation));
        TestSystem.RefusedWith("U1", "UnitAlreadyRegistered", await units.Hall.Register("again", units.Signed(UnitHall.ToRegister), TestSystem.Phone, Cancellation));
    }

    [Fact, Trait("rule", "U2")]
    public async Task U2_A_signature_for_one_thing_is_good_for_nothing_else()
    {
        await using var units = await UnitSystem.WithHandler();
        var forOne = units.Signed(UnitHall.ToAuthorize, UnitSystem.Unit, UnitSystem.SecondPhone);

        TestSystem.RefusedWith("I10", "ChallengeExpired", await units.Hall.Register(units.NewId(), forOne, TestSystem.Phone, Cancellation));
        TestSystem.RefusedWith("I10", "ChallengeExpired", await units.Hall.AuthorizeHandler(
            units.NewId(), UnitSystem.Unit, TestSystem.HandlerName, "13700000000", forOne, TestSystem.Phone, Cancellation));
        TestSystem.RefusedWith("I10", "ChallengeExpired", await units.Hall.AuthorizeHandler(
            units.NewId(), "91350100M000100Y43", TestSystem.HandlerName, UnitSystem.SecondPhone, forOne, TestSystem.Phone, Cancellation));
        TestSystem.RefusedWith("I10", "ChallengeExpired", await units.Hall.ChangeHandlerPhone(
            units.NewId(), UnitSystem.Unit, "s-1", TestSystem.HandlerName, forOne, UnitSystem.SecondPhone, Cancellation));
        TestSystem.RefusedWith("I10", "ChallengeExpired", await units.Hall.BindCertificate(
            units.NewId(), UnitSystem.Unit, UnitSystem.Platform, "supplier", forOne, TestSystem.Phone, Cancellation));

        units.System.Clock.Set(units.System.Clock.GetCurrentInstant() + Duration.FromMinutes(5));
        TestSystem.RefusedWith("I10", "ChallengeExpired", await units.Hall.AuthorizeHandler(
            units.NewId(), UnitSystem.Unit, TestSystem.HandlerName, UnitSystem.SecondPhone, forOne, TestSystem.Phone, Cancellation));
        Assert.Single((await units.State()).Handlers);
    }

    [Fact, Trait("rule", "U2")]
    public async Task U2_An_expired_certificate_vouches_for_nobody()
    {
        await using var units = await UnitSystem.WithHandler();
        units.System.Clock.Set(Instant.FromUtc(2027, 1, 5, 16, 0));

        TestSystem.RefusedWith("I10", "ChallengeExpired", await units.Authorize(UnitSystem.SecondPhone));
    }

    [Fact, Trait("rule", "U2")]
    public async Task U2_Another_units_certificate_vouches_for_nobody_here()
    {
        await using var units = await UnitSystem.WithHandler();

        var refused = await units.Hall.AuthorizeHandler(
            units.NewId(), "91350100M000100Y43", TestSystem.HandlerName, UnitSystem.SecondPhone,
            units.Signed(UnitHall.ToAuthorize, "91350100M000100Y43", UnitSystem.SecondPhone), TestSystem.Phone, Cancellation);
        TestSystem.RefusedWith("U1", "UnitUnknown", refused);

        TestSystem.Value(await units.Desk.Register(units.NewId(), "91350100M000100Y43", "乙公司", UnitSystem.Clerk, Cancellation));
        TestSystem.RefusedWith("U2", "KeyOfAnotherUnit", await units.Hall.AuthorizeHandler(
            units.NewId(), "91350100M000100Y43", TestSystem.HandlerName, UnitSystem.SecondPhone,
            units.Signed(UnitHall.ToAuthorize, "91350100M000100Y43", UnitSystem.SecondPhone), TestSystem.Phone, Cancellation));
    }

    [Fact, Trait("rule", "U2")]
    public async Task U2_A_handler_moves_to_the_phone_that_he_has_logged_in_with()
    {
        await using var units = await UnitSystem.WithHandler();
        var handler = Assert.Single(TestSystem.Value(await units.Hall.Handlers(UnitSystem.Unit, TestSystem.Phone, Cancellation)));
        Assert.Equal((TestSystem.HandlerName, "138****5678"), (handler.Name, handler.Phone));

        TestSystem.Value(await units.Hall.ChangeHandlerPhone(
            units.NewId(), UnitSystem.Unit, handler.Handler, TestSystem.HandlerName,
            units.Signed(UnitHall.ToChangePhone, UnitSystem.Unit, UnitSystem.SecondPhone), UnitSystem.SecondPhone, Cancellation));
        await units.System.Work();

        TestSystem.RefusedWith("U2", "UnitUnderAnotherPhone", await units.Hall.Card(UnitSystem.Unit, TestSystem.Phone, Cancellation));
        Assert.Empty(await units.Hall.Units(TestSystem.Phone, Cancellation));
        Assert.Equal([UnitSystem.Unit], (await units.Hall.Units(UnitSystem.SecondPhone, Cancellation)).Select(u => u.Unit));
        Assert.Equal("139****4321", Assert.Single(TestSystem.Value(await units.Hall.Handlers(UnitSystem.Unit, UnitSystem.SecondPhone, Cancellation))).Phone);
        TestSystem.RefusedWith("U2", "UnitUnderAnotherPhone", await units.Declare());
    }

    [Fact, Trait("rule", "U2")]
    public async Task U2_A_second_handler_comes_and_the_first_goes()
    {
        await using var units = await UnitSystem.WithHandler();
        TestSystem.Value(await units.Authorize(UnitSystem.SecondPhone));
        await units.System.Work();
        var first = TestSystem.Value(await units.Hall.Handlers(UnitSystem.Unit, TestSystem.Phone, Cancellation))[0].Handler;

        TestSystem.Value(await units.Hall.WithdrawHandler(
            units.NewId(), UnitSystem.Unit, first, units.Signed(UnitHall.ToWithdraw, UnitSystem.Unit, first), UnitSystem.SecondPhone, Cancellation));
        await units.System.Work();

        TestSystem.RefusedWith("U2", "UnitUnderAnotherPhone", await units.Hall.Card(UnitSystem.Unit, TestSystem.Phone, Cancellation));
        Assert.Single(TestSystem.Value(await units.Hall.Card(UnitSystem.Unit, UnitSystem.SecondPhone, Cancellation)).Handlers);
    }

    [Fact, Trait("rule", "A1")]
    public async Task A1_A_stranger_is_not_even_told_which_units_are_registered()
    {
        await using var units = await UnitSystem.WithHandler();

        TestSystem.RefusedWith("U2", "UnitUnderAnotherPhone", await units.Hall.Card(UnitSystem.Unit, UnitSystem.SecondPhone, Cancellation));
        TestSystem.RefusedWith("U2", "UnitUnderAnotherPhone", await units.Hall.Card("91350100M000100Y43", UnitSystem.SecondPhone, Cancellation));
        TestSystem.RefusedWith("U2", "UnitUnderAnotherPhone", await units.Hall.Handlers(UnitSystem.Unit, UnitSystem.SecondPhone, Cancellation));
        Assert.Empty(await units.Hall.Units(UnitSystem.SecondPhone, Cancellation));
        Assert.Empty(await units.Hall.Units("nobody", Cancellation));
    }

    [Fact, Trait("rule", "A11")]
    public async Task A11_The_key_at_hand_is_bound_and_a_wrong_key_and_a_wrong_entry_are_told_apart()
    {
        await using var units = await UnitSystem.WithHandler();
        var other = await units.System.Applied("apply-2");
        await units.System.Approve(other, 1);
        await units.System.Transfer(300);

        TestSystem.Value(await Bind(units, units.Certificate, "supplier"));
        TestSystem.RefusedWith("A11", "AnotherCertificateIsBound", await Bind(units, other, "supplier"));
        TestSystem.RefusedWith("A11", "CertificateBoundUnderAnotherRole", await Bind(units, units.Certificate, "agency"));
        TestSystem.Value(await Bind(units, other, "agency"));

        Assert.Equal([("supplier", units.Certificate), ("agency", other)], (await units.Card()).Bindings.Select(b => (b.Role, b.Certificate)));
        TestSystem.Value(await units.Hall.UnbindCertificate(
            units.NewId(), UnitSystem.Unit, UnitSystem.Platform, "supplier", units.Certificate, TestSystem.Phone, Cancellation));
        Assert.Equal([other], (await units.Card()).Bindings.Select(b => b.Certificate));
    }

    [Fact, Trait("rule", "D2")]
    public async Task D2_Both_halves_of_applying_for_a_role_account_are_noted_with_their_dates()
    {
        await using var units = await UnitSystem.WithHandler();

        TestSystem.RefusedWith("D2", "RoleAccountNotAppliedFor", await units.Hall.CompleteUserBaseSettings(units.NewId(), UnitSystem.Unit, UnitSystem.Platform, TestSystem.Phone, Cancellation));
        TestSystem.Value(await units.Hall.ApplyForRoleAccount(units.NewId(), UnitSystem.Unit, UnitSystem.Platform, TestSystem.Phone, Cancellation));
        units.System.Clock.Set(Instant.FromUtc(2026, 1, 8, 16, 0));
        TestSystem.Value(await units.Hall.CompleteUserBaseSettings(units.NewId(), UnitSystem.Unit, UnitSystem.Platform, TestSystem.Phone, Cancellation));

        Assert.Equal(new LocalDate(2026, 1, 9), (await units.State()).RoleAccountAppliedOn(new(UnitSystem.Platform)));
        var application = Assert.Single((await units.Card()).Applications);
        Assert.Equal((new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 9)), (application.RoleAuthenticatedOn, application.UserBaseSettingsCompletedOn));
    }

    [Fact, Trait("rule", "A7")]
    public async Task A7_No_name_and_no_phone_stands_in_clear_in_an_event_or_a_row()
    {
        await using var units = await UnitSystem.WithHandler();
        TestSystem.Value(await units.Authorize(UnitSystem.SecondPhone));
        TestSystem.Value(await units.Declare());
        await units.System.Work();

        var events = await units.System.Get<CommandExecutor>().Events<Unit>(UnitSystem.Unit, Cancellation);
        var stored = string.Concat(events.Select(e => System.Text.Encoding.UTF8.GetString(e.Stored.Body.Span) + System.Text.Encoding.UTF8.GetString(e.Stored.Metadata.Span)));
        stored += (await units.Card()).ToString();
        Assert.Contains("sc0006", stored, StringComparison.Ordinal);
        foreach (var secret in new[] { TestSystem.HandlerName, TestSystem.Phone, UnitSystem.SecondPhone, "demo-sc0006" })
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", TestSystem.Phone, "gov-procurement", "I3", "CreditCodeMalformed")]
    [InlineData("91510100MA61UX2K5B", TestSystem.Phone, "gov-procurement", "I3", "CreditCodeMalformed")]
    [InlineData(TestSystem.CreditCode, "12345", "gov-procurement", "I1", "PhoneMalformed")]
    [InlineData(TestSystem.CreditCode, TestSystem.Phone, "no platform", "I5", "ChoiceUnknown")]
    [InlineData(TestSystem.CreditCode, TestSystem.Phone, "sixth", "A5", "PlatformNotServed")]
    public async Task What_is_typed_wrong_is_told(string unit, string phone, string platform, string rule, string code)
    {
        await using var units = await UnitSystem.WithHandler();

        TestSystem.RefusedWith(rule, code, await units.Hall.ApplyForRoleAccount(units.NewId(), unit, platform, phone, Cancellation));
        TestSystem.RefusedWith(rule, code, await units.Hall.DeclareNoRoleAccount(units.NewId(), unit, platform, UnitSystem.Kind, phone, Cancellation));
    }

    private static Task<Outcome<UnitReceipt>> Bind(UnitSystem units, string certificate, string role) => units.Hall.BindCertificate(
        units.NewId(), UnitSystem.Unit, UnitSystem.Platform, role,
        units.SignedBy(certificate, UnitHall.ToBind, UnitSystem.Unit, $"{UnitSystem.Platform}/{role}"), TestSystem.Phone, Cancellation);
}
