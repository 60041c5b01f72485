using System.Text;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Courier;
using ScCa.Gateways.Invoices;
using ScCa.Gateways.RealPerson;
using Xunit;

namespace ScCa.Gateways.Tests;

/// <summary>What holds of every partner's callbacks.</summary>
public sealed class PartnerCallbackTests : IDisposable
{
    private readonly MovableClock clock = new();
    private readonly PartnerRealPersonChecks checks;
    private readonly PartnerInvoices invoices;
    private readonly PartnerCourier courier;

    public PartnerCallbackTests()
    {
        checks = new PartnerRealPersonChecks(PartnerWire.Options(), PartnerWire.Key(), clock, new CountedRandom(1));
        invoices = new PartnerInvoices(PartnerWire.Options(), PartnerWire.Key(), clock, new CountedRandom(1));
        courier = new PartnerCourier(PartnerWire.Options(), PartnerWire.Key(), clock, new CountedRandom(1));
    }

    /// <summary>One good callback of each service.</summary>
    public static TheoryData<string, string> Good => new()
    {
        { "real-person", """{"number":"check-1","status":"passed","evidence":"ev-1","decidedAt":"2026-01-05T10:30:00+08:00"}""" },
        {
            "invoice",
            """{"number":"invoice-1","amount":"300.00","status":"issued","invoiceNumber":"26512000000012345678","issuedAt":"2026-01-05T10:30:00+08:00","download":"https://tax.example/i/1"}"""
        },
        { "courier", """{"events":[{"trackingNumber":"SF1234567890","event":"delivered","time":"2026-01-05T10:30:00+08:00","signer":"recipient"}]}""" },
    };

    public static TheoryData<string> Services => ["real-person", "invoice", "courier"];

    public void Dispose()
    {
        checks.Dispose();
        invoices.Dispose();
        courier.Dispose();
    }

    [Theory, MemberData(nameof(Good))]
    public void A_callback_that_was_forged_or_changed_counts_for_nothing_and_is_not_remembered(string service, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var headers = PartnerWire.Signed(service, body, nonce: "n1");

        Assert.Equal(CallbackFault.HeaderMissing, Read(service, headers with { KeyId = null }, body));
        Assert.Equal(CallbackFault.HeaderMissing, Read(service, headers with { Timestamp = "" }, body));
        Assert.Equal(CallbackFault.HeaderMissing, Read(service, headers with { Nonce = null }, body));
        Assert.Equal(CallbackFault.HeaderMissing, Read(service, headers with { Nonce = new string('a', 65) }, body));
        Assert.Equal(CallbackFault.HeaderMissing, Read(service, headers with { Signature = null }, body));
        Assert.Equal(CallbackFault.KeyUnknown, Read(service, headers with { KeyId = "another" }, body));
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, headers with { Signature = new string('0', 64) }, body));
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, headers with { Signature = headers.Signature![..63] }, body));
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, headers with { Signature = headers.Signature!.ToUpperInvariant() }, body));
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, headers with { Nonce = "n2" }, body));
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, headers with { Timestamp = "1767580216" }, body));
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, headers, [.. body, (byte)' ']));
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, headers, body[..^1]));
        Assert.Equal(CallbackFault.Unreadable, Read(service, headers, new byte[1024 * 1024 + 1]));

        Assert.Null(Read(service, headers, body));
    }

    [Theory, MemberData(nameof(Good))]
    public void What_was_signed_as_something_else_or_for_another_service_is_no_callback(string service, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        foreach (var other in new[] { "real-person", "invoice", "courier", "" }.Where(other => other != service))
            Assert.Equal(CallbackFault.SignatureWrong, Read(service, PartnerWire.Signed(other, body), body));
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, PartnerWire.Signed(service, body, kind: "answer"), body));
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, PartnerWire.Signed(service, body, kind: "request"), body));

        // A request of ours, whose parts run on over line feeds within the nonce.
        var reflected = PartnerWire.Signed(service, body, nonce: "n1\nx");
        Assert.Equal(CallbackFault.SignatureWrong, Read(service, reflected, body));
    }

    [Theory, MemberData(nameof(Good))]
    public void A_delivery_counts_once_however_many_bring_it_and_sent_anew_it_counts_again(string service, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var headers = PartnerWire.Signed(service, body);
        var outcomes = new CallbackFault?[32];

        Parallel.For(0, outcomes.Length, i => outcomes[i] = Read(service, headers, body));

        Assert.Single(outcomes, fault => fault is null);
        Assert.Equal(31, outcomes.Count(fault => fault == CallbackFault.Replayed));
        Assert.Null(Read(service, PartnerWire.Signed(service, body), body));
    }

    [Theory, MemberData(nameof(Good))]
    public void A_delivery_from_ahead_of_our_clock_is_still_known_when_it_is_replayed_at_the_end_of_its_time(string service, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var headers = PartnerWire.Signed(service, body, timestamp: "1767580515");
        Assert.Null(Read(service, headers, body));

        clock.Now += Duration.FromSeconds(600);
        Assert.Equal(CallbackFault.Replayed, Read(service, headers, body));

        clock.Now += Duration.FromSeconds(1);
        Assert.Equal(CallbackFault.ClockOff, Read(service, headers, body));
    }

    [Theory]
    [InlineData(-301, true)]
    [InlineData(-300, false)]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void Five_minutes_off_is_too_old_or_too_early(int seconds, bool isRefused)
    {
        foreach (var row in Good)
        {
            var (service, body) = (row.Data.Item1, Encoding.UTF8.GetBytes(row.Data.Item2));
            var headers = PartnerWire.Signed(service, body);
            clock.Now = FixedClock.Now + Duration.FromSeconds(seconds);

            Assert.Equal(isRefused ? CallbackFault.ClockOff : null, Read(service, headers, body));
        }
    }

    [Theory]
    [InlineData("-1767580215")]
    [InlineData("+1767580215")]
    [InlineData(" 1767580215")]
    [InlineData("1767580215.0")]
    [InlineData("1767580215\n")]
    [InlineData("99999999999")]
    [InlineData("99999999999999999999")]
    [InlineData("١٧٦٧٥٨٠٢١٥")]
    public void A_timestamp_that_is_none_is_never_fresh(string timestamp) =>
        Assert.Equal(CallbackFault.ClockOff, Read("invoice", PartnerWire.Signed("invoice", [], timestamp), []));

    [Theory, MemberData(nameof(Services))]
    public void A_signed_body_that_makes_no_sense_is_unreadable(string service)
    {
        string[] bodies =
        [
            "", "null", "[]", "{}", "7", "\"text\"", "{", "[[[[[[[[[[[[[[[[", "{\"number\":\"\\ud800\"}", "{\"events\":null}", "{\"events\":{}}", "{\"number\":{}}", "\0",
            "{\"number\":\"check-1\",\"number\":\"check-2\",\"events\":7}", "\uFEFF{}",
        ];
        foreach (var text in bodies)
        {
            var body = Encoding.UTF8.GetBytes(text);
            Assert.Equal(CallbackFault.Unreadable, Read(service, PartnerWire.Signed(service, body), body));
        }

        byte[] notText = [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D];
        Assert.Equal(CallbackFault.Unreadable, Read(service, PartnerWire.Signed(service, notText), notText));
    }

    private CallbackFault? Read(string service, CallbackHeaders headers, byte[] body) => service switch
    {
        "real-person" => Fault(checks.ReadCallback(headers, body)),
        "invoice" => Fault(invoices.ReadCallback(headers, body)),
        _ => Fault(courier.ReadPush(headers, body)),
    };

    private static CallbackFault? Fault<T>(CallbackOutcome<T> outcome) where T : class
    {
        Assert.Equal(outcome.Fault is null, outcome.Value is not null);
        return outcome.Fault;
    }
}
