using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.WeChat;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class LocalWeChatPaymentsTests : IDisposable
{
    private static readonly WeChatOrder Order = new("renewal-4711", "印章续期", 30_000, FixedClock.Now + Duration.FromHours(2));

    private readonly LocalWeChatPayments local = new(new MovableClock(), new CountedRandom(2));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => local.Dispose();

    [Fact, Trait("rule", "P4")]
    public async Task What_is_ordered_waits_until_it_is_paid_and_the_notice_of_it_is_read()
    {
        Assert.Empty(local.Open);
        Assert.StartsWith("weixin://", (await local.Place(Order, Token)).Value, StringComparison.Ordinal);
        Assert.Equal([(Order.Number, 30_000L)], local.Open);

        var (headers, body) = local.Pay(Order.Number);

        Assert.Equal(WeChatPaymentStatus.Paid, local.ReadNotice(headers, body).Notice!.Payment!.Status);
        Assert.Equal(WeChatNoticeFault.SignatureWrong, local.ReadNotice(headers with { Nonce = "other" }, body).Fault);
        Assert.Empty(local.Open);
    }

    [Fact, Trait("rule", "P4")]
    public async Task A_refund_is_finished_at_once_even_that_of_an_order_which_an_earlier_run_has_forgotten()
    {
        await local.Place(Order, Token);
        local.Pay(Order.Number);
        var number = $"{Order.Number}_r{new string('1', 64 - Order.Number.Length - 2)}";

        Assert.Equal(WeChatRefundStatus.Succeeded, (await local.Refund(new WeChatRefundRequest(Order.Number, number, 10_000, 30_000), Token)).Value!.Status);
        Assert.Equal(WeChatRefundStatus.Succeeded, (await local.Refund(new WeChatRefundRequest("renewal-0815", "r-1", 10_000, 30_000), Token)).Value!.Status);
        Assert.Equal("INVALID_REQUEST", (await local.Refund(new WeChatRefundRequest(Order.Number, "r-2", 30_000, 30_000), Token)).ErrorCode);
        await Assert.ThrowsAsync<ArgumentException>(() => local.Refund(new WeChatRefundRequest(Order.Number, number + "1", 10_000, 30_000), Token));
    }

    [Fact]
    public async Task An_order_that_is_closed_waits_for_nobody()
    {
        await local.Place(Order, Token);
        Assert.True((await local.Close(Order.Number, Token)).IsDone);
        Assert.Empty(local.Open);
        Assert.Equal(WeChatPaymentStatus.Closed, (await local.Find(Order.Number, Token)).Value!.Status);
    }
}
