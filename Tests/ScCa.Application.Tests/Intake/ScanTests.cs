using NodaTime;
using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Hall;
using ScCa.Application.Intake;
using ScCa.Application.Ports;
using ScCa.Application.Reactions;
using ScCa.Application.Sweeps;
using ScCa.Domain.Payments;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Intake;

public sealed class ScanTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "P4")]
    public async Task A_notice_that_is_doubled_reordered_and_late_counts_once_and_completes_the_renewal_without_a_person()
    {
        await using var system = Create();
        var certificate = await SealRenewalToBePaid(system);
        var order = ScanOrders.Number(certificate, 4);
        var (headers, body) = system.Till.Pay(order);
        var intake = system.Get<ScanIntake>();

        Assert.Null(await intake.Notice(headers, body, Cancellation));
        Assert.Null(await intake.Notice(headers, body, Cancellation));
        await system.Work();
        Assert.True(await IsPaid(system, certificate, 4));
        system.Clock.Advance(Duration.FromDays(3));
        Assert.Null(await intake.Notice(headers, body, Cancellation));
        await system.Work();

        var names = await system.EventNames(certificate);
        Assert.Equal(
            ["SealRenewalApplied", "IdentityVerified", "TransferCounted", "ApplicationPaid", "SealMade", "SealsFulfilled", "InvoicePromised"], names[^7..]);
        Assert.Equal("100.00", Assert.IsType<ConfirmedTransfer>(await Transfer(system, order)).Amount.Value);
        Assert.Single(await Received(system), e => e == $"transfer-wechat:{order}");
    }

    [Fact, Trait("rule", "P4")]
    public async Task A_payment_whose_notice_was_lost_is_found_when_the_applicant_looks()
    {
        await using var system = Create();
        var certificate = await SealRenewalToBePaid(system);
        Assert.False(await IsPaid(system, certificate, 4));

        system.Till.Pay(ScanOrders.Number(certificate, 4));
        Assert.True(await IsPaid(system, certificate, 4));
        await system.Work();

        Assert.Null((await system.State(certificate)).Open);
    }

    [Fact, Trait("rule", "P4")]
    public async Task A_notice_that_is_not_signed_by_the_till_or_is_about_somebody_else_writes_nothing()
    {
        await using var system = Create();
        var certificate = await SealRenewalToBePaid(system);
        var (headers, body) = system.Till.Pay(ScanOrders.Number(certificate, 4));
        var before = await system.Events.LastPosition(Cancellation);

        Assert.Equal(WeChatNoticeFault.SignatureWrong, await system.Get<ScanIntake>().Notice(headers with { Signature = "forged" }, body, Cancellation));
        Assert.Equal(WeChatNoticeFault.NotForUs, await system.Get<ScanIntake>().Notice(headers, Till.NoticeOf("somebody-else_1").Body, Cancellation));

        Assert.Equal(before, await system.Events.LastPosition(Cancellation));
    }

    [Theory, Trait("rule", "P4")]
    [InlineData(WeChatRefundStatus.Succeeded)]
    [InlineData(WeChatRefundStatus.Processing)]
    public async Task Money_for_an_application_that_was_withdrawn_meanwhile_waits_for_finance_and_goes_back_the_way_it_came(WeChatRefundStatus first)
    {
        await using var system = Create();
        system.Till.FirstAnswer = first;
        var certificate = await SealRenewalToBePaid(system);
        var order = ScanOrders.Number(certificate, 4);
        Value(await system.Hall.Withdraw("w", certificate, 4, Phone, withRefund: false, Cancellation));
        var (headers, body) = system.Till.Pay(order);
        Assert.Null(await system.Get<ScanIntake>().Notice(headers, body, Cancellation));
        await system.Work();
        var desk = system.Get<FinanceDesk>();
        var reference = ScanIntake.ReferenceOf(order);
        Assert.Equal(reference, Assert.Single(Value(await desk.Unmatched(Accountant, Cancellation))).Reference);

        Value(await desk.RequestRefund("refund", reference, "Unmatched", Accountant, Cancellation));
        await system.Work();
        if (first == WeChatRefundStatus.Processing)
        {
            Assert.Single(Value(await desk.Refunds(Accountant, Cancellation)));
            await Night(system);
            Assert.Single(Value(await desk.Refunds(Accountant, Cancellation)));
            system.Till.Finish(Assert.Single(system.Till.Refunds).RefundNumber, WeChatRefundStatus.Succeeded);
            await Night(system);
        }

        Assert.Empty(Value(await desk.Refunds(Accountant, Cancellation)));
        Assert.Equal((10000L, order), (Assert.Single(system.Till.Refunds).RefundFen, Assert.Single(system.Till.Refunds).OrderNumber));
        Assert.Equal("100.00", Assert.IsType<UnmatchedTransfer>(await Transfer(system, order)).Refunded.Value);
    }

    [Fact, Trait("rule", "P4")]
    public async Task A_refund_that_the_payers_account_does_not_take_is_finances_again()
    {
        await using var system = Create();
        system.Till.FirstAnswer = WeChatRefundStatus.Abnormal;
        var certificate = await SealRenewalToBePaid(system);
        var order = ScanOrders.Number(certificate, 4);
        Value(await system.Hall.Withdraw("w", certificate, 4, Phone, withRefund: false, Cancellation));
        var (headers, body) = system.Till.Pay(order);
        await system.Get<ScanIntake>().Notice(headers, body, Cancellation);
        await system.Work();

        Value(await system.Get<FinanceDesk>().RequestRefund("refund", ScanIntake.ReferenceOf(order), "Unmatched", Accountant, Cancellation));
        await system.Work();

        Assert.Empty(Value(await system.Get<FinanceDesk>().Refunds(Accountant, Cancellation)));
        Assert.Equal("Abnormal", Assert.Single(Value(await system.Get<FinanceDesk>().Unmatched(Accountant, Cancellation))).LastRefusal);
    }

    [Fact, Trait("rule", "P4")]
    public async Task A_refund_that_failed_and_was_asked_for_anew_goes_out_under_the_new_number_alone_however_often_the_first_is_told()
    {
        await using var system = Create();
        system.Till.FirstAnswer = WeChatRefundStatus.Abnormal;
        var certificate = await SealRenewalToBePaid(system);
        var order = ScanOrders.Number(certificate, 4);
        Value(await system.Hall.Withdraw("w", certificate, 4, Phone, withRefund: false, Cancellation));
        var (headers, body) = system.Till.Pay(order);
        await system.Get<ScanIntake>().Notice(headers, body, Cancellation);
        await system.Work();
        Value(await system.Get<FinanceDesk>().RequestRefund("refund-1", ScanIntake.ReferenceOf(order), "Unmatched", Accountant, Cancellation));
        await system.Work();

        // The worker's checkpoint was lost, and by now the payer's account takes what it did not take then.
        var first = Assert.Single(system.Till.Refunds).RefundNumber;
        system.Till.Finish(first, WeChatRefundStatus.Succeeded);
        system.Till.FirstAnswer = WeChatRefundStatus.Processing;
        Value(await system.Get<FinanceDesk>().RequestRefund("refund-2", ScanIntake.ReferenceOf(order), "Unmatched", Accountant, Cancellation));
        await system.Get<IReactionCheckpoints>().Save("pay-scans-back", 0, Cancellation);
        await system.Work();

        Assert.Equal([WeChatRefundStatus.Succeeded, WeChatRefundStatus.Processing], system.Till.Refunds.Select(r => r.Status));
        Assert.Empty(system.Get<ReactionRunner>().Blocked);
        Assert.NotNull(Assert.IsType<UnmatchedTransfer>(await Transfer(system, order)).Refund);
    }

    [Fact, Trait("rule", "I17")]
    public async Task A_code_is_given_for_what_is_due_by_scanning_to_the_phone_it_is_due_from_and_for_nothing_else()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var scan = system.Get<ScanToPay>();
        RefusedWith("A3", "CertificateUnknown", await scan.Code("c-none", 1, Phone, Cancellation));
        RefusedWith("A3", "ApplicationNotOpen", await scan.Code(certificate, 1, Phone, Cancellation));
        RefusedWith("I1", "PhoneMalformed", await scan.Code(certificate, 1, "1", Cancellation));
        Value(await system.Operate(certificate, "SealApply", change: f => f with { SealPictures = [DigestOf("picture").Value] }));
        RefusedWith("A3", "ApplicationAwaitsNoMoney", await scan.Code(certificate, 2, Phone, Cancellation));
        await system.Approve(certificate, 2);
        RefusedWith("A1", "ApplicationUnderAnotherPhone", await scan.Code(certificate, 2, "13987654321", Cancellation));

        var code = Value(await scan.Code(certificate, 2, Phone, Cancellation));

        Assert.Equal(("100.00", code.Address), (code.Amount, Value(await scan.Code(certificate, 2, Phone, Cancellation)).Address));
        system.Till.Pay(ScanOrders.Number(certificate, 2));
        RefusedWith("I17", "ScanNotPossible", await scan.Code(certificate, 2, Phone, Cancellation));
        Value(await system.Hall.Withdraw("w", certificate, 2, Phone, withRefund: false, Cancellation));
        system.Clock.Set(Instant.FromUtc(2026, 12, 1, 1, 0));
        Value(await system.Renew(certificate));
        await system.Approve(certificate, 3);
        RefusedWith("A5", "PaymentMeansNotOffered", await scan.Code(certificate, 3, Phone, Cancellation));
    }

    [Theory, Trait("rule", "P4")]
    [InlineData("c-1_2", "c-1", 2)]
    [InlineData("c_1_10", "c_1", 10)]
    [InlineData("c-1", null, 0)]
    [InlineData("_1", null, 0)]
    [InlineData("c-1_", null, 0)]
    [InlineData("c-1_-2", null, 0)]
    [InlineData("c-1_4-2", "c-1", 4)]
    [InlineData("c-1_4-", null, 0)]
    [InlineData("c-1_4-2-3", null, 0)]
    [InlineData("c-1_4-x", null, 0)]
    [InlineData("c-1_99999999999", null, 0)]
    public void An_orders_number_names_its_application_and_what_does_not_is_nobodys(string number, string? certificate, int application) =>
        Assert.Equal(certificate is null ? null : (certificate, application), ScanOrders.Read(number));

    [Fact, Trait("rule", "P4")]
    public async Task Another_amount_is_another_order_and_the_code_for_the_old_one_can_no_longer_be_paid()
    {
        await using var system = Create();
        var certificate = await SealsToBePaid(system);
        var (first, second) = (ScanOrders.Number(certificate, 2), ScanOrders.Number(certificate, 2, 2));
        var code = Value(await system.Get<ScanToPay>().Code(certificate, 2, Phone, Cancellation));
        await system.Transfer(40);

        var next = Value(await system.Get<ScanToPay>().Code(certificate, 2, Phone, Cancellation));

        Assert.Equal(("100.00", "60.00"), (code.Amount, next.Amount));
        Assert.NotEqual(code.Address, next.Address);
        Assert.Equal((WeChatPaymentStatus.Closed, WeChatPaymentStatus.NotPaid), (system.Till.StatusOf(first), system.Till.StatusOf(second)));
        Assert.Equal(next.Address, Value(await system.Get<ScanToPay>().Code(certificate, 2, Phone, Cancellation)).Address);
        // Its notice is lost, and it is found all the same.
        system.Till.Pay(second);
        Assert.True(await IsPaid(system, certificate, 2));
        await system.Work();
        Assert.Equal("60.00", Assert.IsType<ConfirmedTransfer>(await Transfer(system, second)).Amount.Value);
        Assert.Null((await system.State(certificate)).Open);
    }

    [Fact, Trait("rule", "P4")]
    public async Task A_code_that_has_run_out_gives_way_to_another_and_within_the_hour_it_stays_the_same()
    {
        await using var system = Create();
        var certificate = await SealsToBePaid(system);
        var scan = system.Get<ScanToPay>();
        var code = Value(await scan.Code(certificate, 2, Phone, Cancellation));
        system.Clock.Advance(Duration.FromMinutes(59));
        Assert.Equal(code, Value(await scan.Code(certificate, 2, Phone, Cancellation)));
        Assert.True(code.ExpiresAt > system.Clock.GetCurrentInstant());

        system.Clock.Advance(Duration.FromHours(2));
        var next = Value(await scan.Code(certificate, 2, Phone, Cancellation));

        Assert.NotEqual(code.Address, next.Address);
        Assert.True(next.ExpiresAt > system.Clock.GetCurrentInstant());
        Assert.Equal(WeChatPaymentStatus.Closed, system.Till.StatusOf(ScanOrders.Number(certificate, 2)));
    }

    [Fact, Trait("rule", "P4")]
    public async Task An_order_that_is_paid_in_the_moment_it_was_to_be_closed_is_followed_by_no_other()
    {
        await using var system = Create();
        var certificate = await SealsToBePaid(system);
        Value(await system.Get<ScanToPay>().Code(certificate, 2, Phone, Cancellation));
        await system.Transfer(40);
        system.Till.PaidBeforeItCloses = true;

        RefusedWith("I17", "ScanNotPossible", await system.Get<ScanToPay>().Code(certificate, 2, Phone, Cancellation));

        Assert.Null(system.Till.StatusOf(ScanOrders.Number(certificate, 2, 2)));
        Assert.True(await IsPaid(system, certificate, 2));
    }

    [Fact, Trait("rule", "A1")]
    public async Task Nobody_but_the_handler_is_told_whether_an_application_is_paid()
    {
        await using var system = Create();
        var certificate = await SealsToBePaid(system);
        Value(await system.Get<ScanToPay>().Code(certificate, 2, Phone, Cancellation));
        system.Till.Pay(ScanOrders.Number(certificate, 2));
        var before = await system.Events.LastPosition(Cancellation);

        RefusedWith("A1", "ApplicationUnderAnotherPhone", await system.Get<ScanToPay>().IsPaid(certificate, 2, "13987654321", Cancellation));
        RefusedWith("A3", "CertificateUnknown", await system.Get<ScanToPay>().IsPaid("c-none", 2, Phone, Cancellation));
        RefusedWith("I1", "PhoneMalformed", await system.Get<ScanToPay>().IsPaid(certificate, 2, "", Cancellation));
        Assert.Equal(before, await system.Events.LastPosition(Cancellation));

        Assert.True(await IsPaid(system, certificate, 2));
    }

    [Fact, Trait("rule", "I17")]
    public async Task Where_WeChat_does_not_answer_there_is_no_code_and_nothing_counts_as_paid()
    {
        await using var system = Create();
        var certificate = await SealsToBePaid(system);
        system.Till.IsSilent = true;

        RefusedWith("I17", "ScanNotPossible", await system.Get<ScanToPay>().Code(certificate, 2, Phone, Cancellation));
        Assert.False(await IsPaid(system, certificate, 2));
    }

    private static async Task<bool> IsPaid(TestSystem system, string certificate, int application) =>
        Value(await system.Get<ScanToPay>().IsPaid(certificate, application, Phone, Cancellation)).IsPaid;

    /// <summary>A seal is applied for and approved: 100 are due.</summary>
    private static async Task<string> SealsToBePaid(TestSystem system)
    {
        var certificate = await system.Issued();
        Value(await system.Operate(certificate, "SealApply", change: f => f with { SealPictures = [DigestOf("picture").Value] }));
        await system.Approve(certificate, 2);
        return certificate;
    }

    /// <summary>One seal, made for the old end; the certificate was renewed, and the seal's renewal is applied for.</summary>
    private static async Task<string> SealRenewalToBePaid(TestSystem system)
    {
        var certificate = await system.Issued();
        await system.Sealed(certificate, 2);
        await system.Renewed(certificate, 3);
        Value(await system.Operate(certificate, "SealRenew"));
        await system.Work();
        Value(await system.Get<ScanToPay>().Code(certificate, 4, Phone, Cancellation));
        return certificate;
    }

    private static Task<Transfer> Transfer(TestSystem system, string order) => system.Get<CommandExecutor>().State<Transfer>(ScanIntake.ReferenceOf(order), Cancellation);

    private static async Task<IEnumerable<string>> Received(TestSystem system) =>
        (await system.Events.ReadAll(0, 1000, Cancellation)).Where(e => e.Type == "transfer.received.v1").Select(e => e.Stream);

    private static async Task Night(TestSystem system)
    {
        await system.Get<NightlySweep>().Run(system.Clock.GetCurrentInstant(), Cancellation);
        await system.Work();
    }
}
