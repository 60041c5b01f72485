using System.Text;
using ScCa.Application.Ports;
using ScCa.Gateways.Invoices;
using Xunit;

namespace ScCa.Gateways.Tests;

public sealed class InvoicesTests
{
    private const string Service = "invoice";

    private static readonly InvoiceRequest Asked = new(
        "invoice-1", "四川锦绣招标代理有限公司", "91510100MA61UX2K5A", new InvoiceSeller("认证中心", "91510000000000000X"),
        [new InvoiceLine("开户费", 1, 100_00), new InvoiceLine("年服务费", 2, 100_05)], 300_10);

    private static readonly InvoiceReversal Reversal = new("reversal-1", "invoice-1", InvoiceReversalReason.ServiceEnded, 300_10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("rule", "D4")]
    public async Task D4_A_request_and_a_reversal_go_out_as_agreed_with_amounts_as_texts()
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(
            request, Service, 200, request.Line.Contains("reversals", StringComparison.Ordinal)
                ? """{"number":"reversal-1","original":"invoice-1","amount":"-300.10","status":"pending"}"""
                : """{"number":"invoice-1","amount":"300.10","status":"pending"}"""));
        using var invoices = Invoices(server);

        Assert.Equal(new Invoice("invoice-1", null, 300_10, InvoiceStatus.Pending, null, null), (await invoices.Request(Asked, Token)).Value);
        Assert.Equal(new Invoice("reversal-1", "invoice-1", -300_10, InvoiceStatus.Pending, null, null), (await invoices.RequestReversal(Reversal, Token)).Value);
        await invoices.Request(Asked with { BuyerCreditCode = null }, Token);

        Assert.Equal(["POST /api/v1/invoices HTTP/1.1", "POST /api/v1/reversals HTTP/1.1", "POST /api/v1/invoices HTTP/1.1"], server.Received.Select(r => r.Line));
        Assert.Equal(
            """{"number":"invoice-1","buyer":{"name":"四川锦绣招标代理有限公司","creditCode":"91510100MA61UX2K5A"},"seller":{"name":"认证中心","creditCode":"91510000000000000X"}"""
            + ""","lines":[{"name":"开户费","quantity":1,"unitPrice":"100.00","amount":"100.00"},{"name":"年服务费","quantity":2,"unitPrice":"100.05","amount":"200.10"}],"amount":"300.10"}""",
            System.Text.RegularExpressions.Regex.Unescape(server.Received[0].Text));
        Assert.Equal("""{"number":"reversal-1","original":"invoice-1","reason":"03","amount":"-300.10"}""", server.Received[1].Text);
        Assert.DoesNotContain("null", server.Received[2].Text, StringComparison.Ordinal);
        Assert.Equal(PartnerWire.RequestSignature(server.Received[0], Service, "POST", "/api/v1/invoices"), server.Received[0].Headers["X-Partner-Signature"]);
    }

    [Theory]
    [Trait("rule", "D4")]
    [InlineData("""{"number":"invoice-2","amount":"300.10","status":"pending"}""")]
    [InlineData("""{"number":"invoice-1","amount":"300.11","status":"pending"}""")]
    [InlineData("""{"number":"invoice-1","amount":"300.1","status":"pending"}""")]
    [InlineData("""{"number":"invoice-1","amount":300.10,"status":"pending"}""")]
    [InlineData("""{"number":"invoice-1","original":"invoice-0","amount":"-300.10","status":"pending"}""")]
    public async Task D4_An_answer_about_another_invoice_or_amount_leaves_the_outcome_unknown(string body)
    {
        await using var server = new LoopbackServer(request => PartnerWire.Answer(request, Service, 200, body));
        using var invoices = Invoices(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => invoices.Request(Asked, Token));
    }

    [Fact]
    [Trait("rule", "D4")]
    public async Task D4_What_does_not_add_up_or_lacks_something_is_never_sent()
    {
        await using var server = new LoopbackServer(_ => []);
        using var invoices = Invoices(server);
        InvoiceRequest[] wrong =
        [
            Asked with { AmountFen = 300_11 }, Asked with { Lines = [] }, Asked with { Lines = default }, Asked with { BuyerName = " " }, Asked with { BuyerName = "a\nb" },
            Asked with { BuyerCreditCode = "" }, Asked with { Number = "a/b/c/d" }, Asked with { Lines = [new InvoiceLine("年服务费", 0, 1)], AmountFen = 0 },
            Asked with { Lines = [new InvoiceLine("a", 1, -1), new InvoiceLine("b", 1, 2)], AmountFen = 1 }, Asked with { Seller = new InvoiceSeller("认证中心", "") },
            Asked with { Lines = [.. Enumerable.Repeat(new InvoiceLine("a", 1, 1), 101)], AmountFen = 101 },
        ];

        foreach (var request in wrong)
        {
            var failure = await Assert.ThrowsAnyAsync<ArgumentException>(() => invoices.Request(request, Token));
            Assert.DoesNotContain("锦绣", failure.ToString(), StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<OverflowException>(() => invoices.Request(Asked with { Lines = [new InvoiceLine("a", int.MaxValue, long.MaxValue)] }, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => invoices.RequestReversal(Reversal with { AmountFen = 0 }, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => invoices.RequestReversal(Reversal with { OriginalNumber = "reversal-1" }, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => invoices.RequestReversal(Reversal with { Reason = (InvoiceReversalReason)9 }, Token));
        Assert.Empty(server.Received);
        Assert.Equal("InvoiceRequest invoice-1", Asked.ToString());
    }

    [Theory]
    [InlineData("0.01", 1L)]
    [InlineData("0.00", 0L)]
    [InlineData("9999999999.99", 999_999_999_999L)]
    [InlineData("-300.00", -300_00L)]
    [InlineData("-0.01", -1L)]
    [InlineData("-0.00", null)]
    [InlineData("00.01", null)]
    [InlineData("1", null)]
    [InlineData("1.0", null)]
    [InlineData("1.000", null)]
    [InlineData("+1.00", null)]
    [InlineData("1,000.00", null)]
    [InlineData("1e2.00", null)]
    [InlineData("１.00", null)]
    [InlineData("1.00\n", null)]
    [InlineData("10000000000.00", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_amount_has_one_spelling(string? text, long? fen)
    {
        Assert.Equal(fen, InvoiceAmount.Parse(text));
        if (fen is { } known)
            Assert.Equal(text, InvoiceAmount.Of(known));
    }

    [Theory]
    [Trait("rule", "D4")]
    [InlineData("\"invoiceNumber\":\"26512000000012345678\"", null, "26512000000012345678")]
    [InlineData("\"invoiceCode\":\"051002000111\",\"invoiceNumber\":\"12345678\"", "051002000111", "12345678")]
    [InlineData("\"invoiceCode\":\"5100201130\",\"invoiceNumber\":\"12345678\"", "5100201130", "12345678")]
    public void D4_An_issued_invoice_has_the_names_of_its_kind(string names, string? code, string number)
    {
        var told = Told(Issued(names)).Value!;

        Assert.Equal(
            new Invoice("invoice-1", null, 300_10, InvoiceStatus.Issued, new IssuedInvoice(code, number, FixedClock.Now, new Uri("https://tax.example/i/1")), null), told);
    }

    [Theory]
    [Trait("rule", "D4")]
    [InlineData("\"invoiceNumber\":\"12345678\"")]
    [InlineData("\"invoiceCode\":\"051002000111\"")]
    [InlineData("\"invoiceCode\":\"051002000111\",\"invoiceNumber\":\"26512000000012345678\"")]
    [InlineData("\"invoiceCode\":\"05100200011\",\"invoiceNumber\":\"12345678\"")]
    [InlineData("\"invoiceNumber\":\"2651200000001234567X\"")]
    [InlineData("\"invoiceNumber\":26512000000012345678")]
    [InlineData("\"invoiceNumber\":\"26512000000012345678\",\"code\":\"sum-wrong\"")]
    public void D4_An_issued_invoice_without_its_proper_names_is_unreadable(string names) => Assert.Equal(CallbackFault.Unreadable, Told(Issued(names)).Fault);

    [Theory]
    [Trait("rule", "D4")]
    [InlineData("""{"number":"invoice-1","amount":"300.10","status":"pending"}""")]
    [InlineData("""{"number":"invoice-1","amount":"0.00","status":"failed","code":"x"}""")]
    [InlineData("""{"number":"invoice-1","amount":"-300.10","status":"failed","code":"x"}""")]
    [InlineData("""{"number":"invoice-1","original":"invoice-0","amount":"300.10","status":"failed","code":"x"}""")]
    [InlineData("""{"number":"invoice-1","original":"invoice-1","amount":"-300.10","status":"failed","code":"x"}""")]
    [InlineData("""{"number":"invoice-1","original":"../../..","amount":"-300.10","status":"failed","code":"x"}""")]
    [InlineData("""{"number":"invoice-1","amount":"300.10","status":"failed"}""")]
    [InlineData("""{"number":"invoice-1","amount":"300.10","status":"failed","code":"王小梅 called"}""")]
    [InlineData("""{"number":"invoice-1","amount":"300.10","status":"failed","code":"x","invoiceNumber":"26512000000012345678"}""")]
    [InlineData("""{"number":"invoice-1","amount":"300.10","status":"void","code":"x"}""")]
    public void D4_A_callback_that_decides_nothing_or_contradicts_itself_is_unreadable(string body) => Assert.Equal(CallbackFault.Unreadable, Told(body).Fault);

    [Fact]
    [Trait("rule", "D4")]
    public async Task D4_With_the_stand_in_an_invoice_is_issued_reversed_once_and_found_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        Invoice issued;
        using (var local = Local(folder, 1))
        {
            Assert.Equal(InvoiceStatus.Pending, (await local.Request(Asked, Token)).Value!.Status);
            Assert.Equal("not-issued", (await local.RequestReversal(Reversal, Token)).ErrorCode);
            issued = local.Read(await local.Decide("invoice-1", failureCode: null, Token)).Value!;
            Assert.Equal((InvoiceStatus.Issued, 300_10L, FixedClock.Now), (issued.Status, issued.AmountFen, issued.Issued!.IssuedAt));
            // Requested again, it is the same one, issued already; and told again, too.
            Assert.Equal(issued, (await local.Request(Asked, Token)).Value);
            Assert.Equal(issued, local.Read(await local.Decide("invoice-1", "changed-my-mind", Token)).Value);
            Assert.Equal("number-used", (await local.Request(Asked with { BuyerName = "乙公司" }, Token)).ErrorCode);
            Assert.Equal("not-found", (await local.Find("invoice-0", Token)).ErrorCode);
        }

        using var again = Local(folder, 2);
        Assert.Equal(issued, (await again.Find("invoice-1", Token)).Value);
        Assert.Equal("sum-wrong", (await again.RequestReversal(Reversal with { AmountFen = 1 }, Token)).ErrorCode);
        Assert.Equal("not-found", (await again.RequestReversal(Reversal with { OriginalNumber = "invoice-0" }, Token)).ErrorCode);
        Assert.Equal("number-used", (await again.Request(Asked with { AmountFen = 1, Lines = [new InvoiceLine("a", 1, 1)] }, Token)).ErrorCode);
        Assert.Equal(InvoiceStatus.Pending, (await again.RequestReversal(Reversal, Token)).Value!.Status);
        Assert.Equal(InvoiceStatus.Pending, (await again.RequestReversal(Reversal, Token)).Value!.Status);
        Assert.Equal("already-reversed", (await again.RequestReversal(Reversal with { Number = "reversal-2" }, Token)).ErrorCode);
        var reversed = again.Read(await again.Decide("reversal-1", failureCode: null, Token)).Value!;
        Assert.Equal(("invoice-1", -300_10L, InvoiceStatus.Issued), (reversed.Original, reversed.AmountFen, reversed.Status));
        Assert.NotEqual(issued.Issued!.Number, reversed.Issued!.Number);
        Assert.Equal("not-issued", (await again.RequestReversal(Reversal with { Number = "reversal-3", OriginalNumber = "reversal-1" }, Token)).ErrorCode);
        Assert.DoesNotContain("锦绣", await File.ReadAllTextAsync(folder[LocalInvoices.FileName], Token), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("rule", "D4")]
    public async Task D4_A_reversal_that_failed_leaves_room_for_another()
    {
        using var folder = new TemporaryFolder();
        using var local = Local(folder, 1);
        await local.Request(Asked, Token);
        await local.Decide("invoice-1", failureCode: null, Token);
        await local.RequestReversal(Reversal, Token);

        var failed = local.Read(await local.Decide("reversal-1", "tax-bureau-closed", Token)).Value!;

        Assert.Equal((InvoiceStatus.Failed, "tax-bureau-closed"), (failed.Status, failed.FailureCode));
        Assert.True((await local.RequestReversal(Reversal with { Number = "reversal-2" }, Token)).IsDone);
    }

    private static string Issued(string names) =>
        $$"""{"number":"invoice-1","amount":"300.10","status":"issued",{{names}},"issuedAt":"2026-01-05T10:30:15+08:00","download":"https://tax.example/i/1"}""";

    private static CallbackOutcome<Invoice> Told(string text)
    {
        using var invoices = new PartnerInvoices(PartnerWire.Options(), PartnerWire.Key(), new FixedClock(), new CountedRandom(1));
        var body = Encoding.UTF8.GetBytes(text);
        return invoices.ReadCallback(PartnerWire.Signed(Service, body), body);
    }

    private static PartnerInvoices Invoices(LoopbackServer server) => new(PartnerWire.Options(server), PartnerWire.Key(), new FixedClock(), new CountedRandom(1));

    private static LocalInvoices Local(TemporaryFolder folder, int seed) => new(folder.Path, new FixedClock(), new CountedRandom(seed));
}

internal static class LocalInvoiceCallbacks
{
    public static CallbackOutcome<Invoice> Read(this LocalInvoices local, (CallbackHeaders Headers, byte[] Body) told) => local.ReadCallback(told.Headers, told.Body);
}
