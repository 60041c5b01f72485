using ScCa.Application.BackOffice;
using ScCa.Domain.Certificates;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.BackOffice;

public sealed class RevocationDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C8")]
    public async Task The_authority_revokes_with_two_people_and_with_fewer_not()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var desk = system.Get<RevocationDesk>();

        RefusedWith("C8", "RevocationNotOrdered", await desk.Confirm("confirm-0", certificate, TestStaff.Senior, Cancellation));
        Value(await desk.Order("order-1", certificate, "PrivilegeWithdrawn", "法院裁定", TestStaff.Operator, Cancellation));
        RefusedWith("C8", "RevocationAlreadyOrdered", await desk.Order("order-2", certificate, "KeyCompromise", "再次", TestStaff.Senior, Cancellation));
        RefusedWith("C8", "SecondPersonNeeded", await desk.Confirm("confirm-1", certificate, TestStaff.Operator, Cancellation));
        Assert.IsType<IssuedCertificate>(await system.State(certificate));
        Value(await desk.Confirm("confirm-2", certificate, TestStaff.Senior, Cancellation));
        await system.Work();

        var revoked = Assert.IsType<RevokedCertificate>(await system.State(certificate));
        Assert.Equal(RevocationReason.PrivilegeWithdrawn, revoked.Reason);
        Assert.Contains((await system.Demo.Outbox(Cancellation)), m => m.Text.Contains("已吊销", StringComparison.Ordinal));
        RefusedWith("C8", "CertificateIsRevoked", await desk.Confirm("confirm-3", certificate, TestStaff.Senior, Cancellation));
    }

    [Fact, Trait("rule", "C8")]
    public async Task An_order_that_is_dropped_revokes_nothing_and_can_be_given_anew()
    {
        await using var system = Create();
        var certificate = await system.Issued();
        var desk = system.Get<RevocationDesk>();
        Value(await desk.Order("order-1", certificate, "KeyCompromise", "疑似泄露", TestStaff.Operator, Cancellation));

        RefusedWith("A3", "ReasonMissing", await desk.Drop("drop-0", certificate, " ", TestStaff.Senior, Cancellation));
        Value(await desk.Drop("drop-1", certificate, "误报", TestStaff.Senior, Cancellation));

        RefusedWith("C8", "RevocationNotOrdered", await desk.Confirm("confirm-1", certificate, TestStaff.Senior, Cancellation));
        Value(await desk.Order("order-2", certificate, "KeyCompromise", "确认泄露", TestStaff.Operator, Cancellation));
    }

    [Theory]
    [InlineData("Because", "grounds", "I5", "ChoiceUnknown")]
    [InlineData("1", "grounds", "I5", "ChoiceUnknown")]
    [InlineData("KeyCompromise", null, "A3", "ReasonMissing")]
    [Trait("rule", "C8")]
    public async Task An_order_without_a_reason_is_refused(string reason, string? grounds, string rule, string code)
    {
        await using var system = Create();
        var certificate = await system.Issued();

        RefusedWith(rule, code, await system.Get<RevocationDesk>().Order("order", certificate, reason, grounds, TestStaff.Operator, Cancellation));
    }

    [Fact, Trait("rule", "I11")]
    public async Task Grounds_without_end_are_refused()
    {
        await using var system = Create();

        RefusedWith(
            "I11", "TextTooLong", await system.Get<RevocationDesk>().Order("order", "c-1", "KeyCompromise", new string('长', 501), TestStaff.Operator, Cancellation));
    }
}
