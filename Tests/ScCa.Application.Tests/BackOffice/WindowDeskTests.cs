using ScCa.Application.BackOffice;
using ScCa.Application.Execution;
using ScCa.Application.Views;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.BackOffice;

public sealed class WindowDeskTests
{
    private const string Other = "13987654321";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "D3")]
    public async Task A_walk_in_is_taken_in_seen_paid_and_issued_on_the_spot_and_nothing_is_posted()
    {
        await using var system = Create();
        var desk = system.Get<WindowDesk>();
        var certificate = Value(await desk.Apply(TestSystem.Application() with { Channel = "Window", PostalAddress = null }, TestStaff.Clerk, Cancellation)).Certificate;
        await system.Work();
        Value(await system.Review.Approve("approve", certificate, 1, null, Reviewer, Cancellation));
        Value(await desk.ReceiveMaterial("paper", certificate, 1, "application-materials", DigestOf("paper").Value, TestStaff.Clerk, Cancellation));
        Value(await system.Review.CompleteMaterials("papers", certificate, 1, TestStaff.Clerk, Cancellation));
        await system.Seen(certificate, 1);
        Value(await desk.TakePayment("R-1", certificate, 1, HandlerName, "300.00", TestStaff.Clerk, Cancellation));
        await system.Work();

        Assert.Equal(
            [
                "CertificateAppliedFor", "ApplicationApproved", "MaterialProvided", "MaterialsCompleted", "IdentityVerified", "TransferCounted", "ApplicationPaid",
                "IssuanceIntended", "EncryptionIntended", "EncryptionIssued", "GenerationIssued", "InvoicePromised",
            ],
            await system.EventNames(certificate));
        Assert.Empty(Value(await system.Get<DispatchDesk>().Queue(Dispatcher, Cancellation)));
    }

    [Fact, Trait("rule", "P3")]
    public async Task A_receipt_is_one_payment_however_often_it_is_sent_and_nothing_else_passes_under_its_number()
    {
        await using var system = Create();
        var certificate = await ReissueToBePaid(system);
        var desk = system.Get<WindowDesk>();

        Value(await desk.TakePayment("R-1", certificate, 2, HandlerName, "20.00", TestStaff.Clerk, Cancellation));
        Value(await desk.TakePayment("R-1", certificate, 2, HandlerName, "20.00", TestStaff.Clerk, Cancellation));
        RefusedWith("P3", "TransferAlreadyReceived", await desk.TakePayment("R-1", certificate, 2, HandlerName, "30.00", TestStaff.Clerk, Cancellation));
        RefusedWith("P3", "TransferAlreadyReceived", await desk.TakePayment("R-1", certificate, 2, "别人", "20.00", TestStaff.Clerk, Cancellation));
        RefusedWith("P3", "TransferHeldElsewhere", await desk.TakePayment("R-1", certificate, 3, HandlerName, "20.00", TestStaff.Clerk, Cancellation));
        await system.Work();

        Assert.Equal("30.00", (await system.State(certificate)).Open!.Missing.Value);
        var confirmed = Assert.IsType<ConfirmedTransfer>(await system.Get<CommandExecutor>().State<Transfer>("window:R-1", Cancellation));
        Assert.Equal("20.00", confirmed.Amount.Value);
    }

    [Theory, Trait("rule", "I5")]
    [InlineData("two words", "50.00")]
    [InlineData("", "50.00")]
    [InlineData("R-1", "fifty")]
    [InlineData("R-1", "50.005")]
    public async Task A_payment_that_cannot_be_read_is_refused(string receipt, string amount)
    {
        await using var system = Create();
        var certificate = await ReissueToBePaid(system);

        RefusedWith("I5", "ChoiceUnknown", await system.Get<WindowDesk>().TakePayment(receipt, certificate, 2, HandlerName, amount, TestStaff.Clerk, Cancellation));
    }

    [Fact, Trait("rule", "P2")]
    public async Task A_payment_of_nothing_is_refused()
    {
        await using var system = Create();
        var certificate = await ReissueToBePaid(system);

        RefusedWith("P2", "AmountNotPositive", await system.Get<WindowDesk>().TakePayment("R-1", certificate, 2, HandlerName, "0.00", TestStaff.Clerk, Cancellation));
    }

    [Fact, Trait("rule", "A1")]
    public async Task Another_handler_takes_over_what_is_open_is_told_so_and_the_former_one_no_longer_acts()
    {
        await using var system = Create();
        var certificate = await system.Applied();
        var desk = system.Get<WindowDesk>();

        RefusedWith("A1", "HandlerIsTheSame", await desk.ChangeHandler("change-0", certificate, HandlerName, TestSystem.Phone, TestStaff.Clerk, Cancellation));
        RefusedWith("A3", "CertificateUnknown", await desk.ChangeHandler("change-0", "c-none", HandlerName, Other, TestStaff.Clerk, Cancellation));
        Value(await desk.ChangeHandler("change-1", certificate, "李小兰", Other, TestStaff.Clerk, Cancellation));
        await system.Work();

        RefusedWith("A1", "ApplicationUnderAnotherPhone", await system.Hall.Withdraw("w-1", certificate, 1, TestSystem.Phone, withRefund: false, Cancellation));
        Assert.Equal(certificate, Assert.Single(await system.Hall.Progress(Other, Cancellation)).Certificate);
        Value(await system.Hall.ProgressOf(certificate, 1, Other, Cancellation));
        Assert.Empty(await system.Hall.Progress(TestSystem.Phone, Cancellation));
        Value(await system.Hall.Card(certificate, Other, Cancellation));
        Assert.Contains((await system.Demo.Outbox(Cancellation)), m => m.Phone == Other && m.Text.Contains("经办人手机号", StringComparison.Ordinal));
        Value(await system.Hall.Withdraw("w-2", certificate, 1, Other, withRefund: false, Cancellation));
    }

    [Fact, Trait("rule", "A1")]
    public async Task Another_person_under_the_same_phone_is_another_handler()
    {
        await using var system = Create();
        var certificate = await system.Issued();

        Value(await system.Get<WindowDesk>().ChangeHandler("change-1", certificate, "李小兰", TestSystem.Phone, TestStaff.Clerk, Cancellation));
        await system.Work();

        Assert.Equal("李小兰", Value(await system.Get<DispatchDesk>().Recipient(certificate, Dispatcher, Cancellation)).HandlerName);
        RefusedWith("A1", "HandlerIsTheSame", await system.Get<WindowDesk>().ChangeHandler("change-2", certificate, " 李小兰 ", TestSystem.Phone, TestStaff.Clerk, Cancellation));
    }

    [Fact, Trait("rule", "D1")]
    public async Task A_parcel_goes_to_who_handles_it_now_at_the_address_that_was_given()
    {
        await using var system = Create();
        var certificate = await system.Issued();

        Value(await system.Get<WindowDesk>().ChangeHandler("change-1", certificate, "李小兰", Other, TestStaff.Clerk, Cancellation));
        await system.Work();

        var recipient = Value(await system.Get<DispatchDesk>().Recipient(certificate, Dispatcher, Cancellation));
        Assert.Equal(("李小兰", Other, PostalAddress), (recipient.HandlerName, recipient.Phone, recipient.PostalAddress));
    }

    [Fact, Trait("rule", "C11")]
    public async Task A_pin_is_reset_for_the_key_that_is_there_and_once()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var desk = system.Get<WindowDesk>();
        var serial = (await system.Held(certificate)).Current.Serial.Value;
        RefusedWith("C11", "NothingToUnlock", await desk.CompleteUnlock("unlock-0", certificate, serial, TestStaff.Clerk, Cancellation));
        Value(await system.Operate(certificate, "Unlock"));
        await system.Approve(certificate, 2);

        RefusedWith("I5", "ChoiceUnknown", await desk.CompleteUnlock("unlock-1", certificate, "not a serial", TestStaff.Clerk, Cancellation));
        RefusedWith("C11", "AnotherKeyIsInserted", await desk.CompleteUnlock("unlock-2", certificate, "8F", TestStaff.Clerk, Cancellation));
        Value(await desk.CompleteUnlock("unlock-3", certificate, serial, TestStaff.Clerk, Cancellation));
        await system.Work();

        Assert.Equal(["UnlockApplied", "IdentityVerified", "ApplicationApproved", "UnlockGranted", "CertificateUnlocked"], (await system.EventNames(certificate))[^5..]);
        Assert.Equal(Standing.Done, Value(await system.Hall.ProgressOf(certificate, 2, TestSystem.Phone, Cancellation)).Standing);
    }

    [Fact, Trait("rule", "A5")]
    public async Task What_only_staff_may_take_in_is_not_taken_online()
    {
        await using var system = Create();
        var certificate = await system.Issued();

        RefusedWith("A5", "TakenByStaffOnly", await system.Operate(certificate, "Change", change: f => f with { Channel = "Window", HolderName = TestLives.NewName }));
        RefusedWith("A5", "ChannelNotOffered", await system.Operate(certificate, "Change", change: f => f with { HolderName = TestLives.NewName }));
    }

    [Fact, Trait("rule", "A3")]
    public async Task A_paper_that_is_returned_waits_for_its_applicant_and_given_anew_for_its_reviewer()
    {
        await using var system = Create();
        var certificate = await system.Applied();
        Value(await system.Review.Approve("approve", certificate, 1, null, Reviewer, Cancellation));
        await system.Work();
        Assert.Empty(Value(await system.Review.Papers(Reviewer, Cancellation)));
        await Give(system, certificate, "first");
        Assert.Equal(certificate, Assert.Single(Value(await system.Review.Papers(Reviewer, Cancellation))).Certificate);

        RefusedWith("A3", "ReasonMissing", await system.Review.ReturnMaterial("return-0", certificate, 1, "application-materials", Reviewer, " ", Cancellation));
        RefusedWith("A3", "MaterialNotProvided", await system.Review.ReturnMaterial("return-0", certificate, 1, "another-paper", Reviewer, "缺页", Cancellation));
        RefusedWith("I5", "ChoiceUnknown", await system.Review.ReturnMaterial("return-0", certificate, 1, "no paper", Reviewer, "缺页", Cancellation));
        Value(await system.Review.ReturnMaterial("return-1", certificate, 1, "application-materials", Reviewer, "缺页", Cancellation));
        await system.Work();
        Assert.Empty(Value(await system.Review.Papers(Reviewer, Cancellation)));
        var row = Value(await system.Hall.ProgressOf(certificate, 1, TestSystem.Phone, Cancellation));
        Assert.Equal((Standing.AwaitingMaterials, "缺页", true), (row.Standing, row.Materials[0].ReturnedFor, row.Materials[0].IsToGive));
        Assert.Contains((await system.Demo.Outbox(Cancellation)), m => m.Text.Contains("有一份资料被退回", StringComparison.Ordinal));
        RefusedWith("A3", "MaterialsMissing", await system.Review.CompleteMaterials("papers-0", certificate, 1, Reviewer, Cancellation));

        await Give(system, certificate, "second");
        Value(await system.Review.CompleteMaterials("papers-1", certificate, 1, Reviewer, Cancellation));
        await system.Work();
        Assert.Empty(Value(await system.Review.Papers(Reviewer, Cancellation)));
        Assert.Equal(ApplicationStep.AwaitingPayment, (await system.State(certificate)).Open!.Step);
        RefusedWith("A3", "MaterialsAlreadyComplete", await system.Review.CompleteMaterials("papers-2", certificate, 1, Reviewer, Cancellation));
    }

    private static async Task Give(TestSystem system, string certificate, string scan)
    {
        Value(await system.Get<WindowDesk>().ReceiveMaterial($"give-{scan}", certificate, 1, "application-materials", DigestOf(scan).Value, TestStaff.Clerk, Cancellation));
        await system.Work();
    }

    private static async Task<string> ReissueToBePaid(TestSystem system)
    {
        var certificate = await system.Issued();
        Value(await system.AtWindow(certificate, "Reissue", withKey: false, form => form with { Loss = nameof(KeyLoss.Damaged) }));
        await system.Approve(certificate, 2);
        await system.Seen(certificate, 2);
        return certificate;
    }
}
