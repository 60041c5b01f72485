using NodaTime;
using ScCa.Application.History;
using ScCa.Application.Sweeps;
using Xunit;

namespace ScCa.Application.Tests.History;

public sealed class HistoryReaderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "C12")]
    public async Task A_history_answers_as_of_any_instant_by_when_things_took_effect()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();
        system.Clock.Set(Instant.FromUtc(2027, 1, 20, 1, 0));
        await system.Get<NightlySweep>().Run(system.Clock.GetCurrentInstant(), Cancellation);

        Assert.Equal("valid", (await Read(system, certificate, Instant.FromUtc(2027, 1, 5, 15, 59, 59) + Duration.FromMilliseconds(999))).Standing.Status);
        Assert.Equal("expired", (await Read(system, certificate, Instant.FromUtc(2027, 1, 5, 16, 0))).Standing.Status);
        Assert.Equal("expired", (await Read(system, certificate, null)).Standing.Status);

        var expiry = (await Read(system, certificate, null)).Entries[^1];
        Assert.Equal((Instant.FromUtc(2027, 1, 5, 15, 59, 59), Instant.FromUtc(2027, 1, 20, 1, 0)), (expiry.EffectiveAt, expiry.RecordedAt));
        Assert.Equal("system:nightly-sweep", expiry.Actor);
    }

    [Fact, Trait("rule", "C12")]
    public async Task Who_did_what_is_told_and_nothing_personal()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();

        var history = await Read(system, certificate, null);

        Assert.Contains(history.Entries, e => e is { Event: "certificate.application-approved.v1", Actor: "staff:demo-reviewer" });
        var shown = string.Join('\n', history.Entries.SelectMany(e => e.Facts).Select(f => $"{f.Key}={f.Value}"));
        Assert.Contains("handler.phone=(sealed)", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSystem.Phone, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSystem.HandlerName, shown, StringComparison.Ordinal);
    }

    [Fact, Trait("rule", "C12")]
    public async Task Before_the_application_there_was_no_certificate()
    {
        await using var system = TestSystem.Create();
        var certificate = await system.Issued();

        TestSystem.RefusedWith(
            "A3", "CertificateUnknown", await system.Get<HistoryReader>().Read(certificate, Instant.FromUtc(2026, 1, 4, 0, 0), Cancellation));
    }

    private static async Task<CertificateHistory> Read(TestSystem system, string certificate, Instant? asOf) =>
        TestSystem.Value(await system.Get<HistoryReader>().Read(certificate, asOf, Cancellation));
}
