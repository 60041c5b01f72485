using NodaTime;
using ScCa.Application.Sweeps;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using Xunit;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.Sweeps;

public sealed class ParcelSweepTests
{
    private static readonly LocalDate Friday = new(2026, 1, 9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "D2")]
    public async Task A_parcel_whose_role_account_is_not_applied_for_by_Thursday_goes_a_week_later_each_week_and_says_so_once()
    {
        await using var system = Create();
        var certificate = await IssuedOnPharma(system);
        Assert.Equal(Friday, await Promised(system, certificate));

        await Night(system, new LocalDate(2026, 1, 8));
        Assert.Equal(Friday, await Promised(system, certificate));
        Assert.Equal(1, await Night(system, Friday));
        Assert.Equal(0, await Night(system, Friday));
        Assert.Equal(new LocalDate(2026, 1, 16), await Promised(system, certificate));
        Assert.Equal(0, await Night(system, new LocalDate(2026, 1, 15)));
        Assert.Equal(1, await Night(system, new LocalDate(2026, 1, 16)));

        Assert.Equal(new LocalDate(2026, 1, 23), await Promised(system, certificate));
        var told = (await system.Demo.Outbox(Cancellation)).Where(m => m.Text.Contains("顺延至", StringComparison.Ordinal)).Select(m => m.Text).Reverse().ToList();
        Assert.Collection(
            told,
            text => Assert.Contains("顺延至 2026-01-16", text, StringComparison.Ordinal),
            text => Assert.Contains("顺延至 2026-01-23", text, StringComparison.Ordinal));
        Assert.Equal(new LocalDate(2026, 1, 23), Value(await system.Hall.ProgressOf(certificate, 1, Phone, Cancellation)).PostBy);
    }

    [Fact, Trait("rule", "D2")]
    public async Task A_role_account_that_is_applied_for_in_time_keeps_the_promise()
    {
        await using var system = Create();
        var certificate = await IssuedOnPharma(system);
        var thursday = new LocalDate(2026, 1, 8);
        system.Clock.Set(thursday.At(new LocalTime(15, 0)).WithOffset(Offset.FromHours(8)).ToInstant());
        await system.Do(new NoteRoleAccount(new("note"), new CertificateId(certificate), thursday, system.Clock.GetCurrentInstant()));

        await Night(system, Friday);
        await Night(system, new LocalDate(2026, 1, 16));

        Assert.Equal(Friday, await Promised(system, certificate));
        Assert.DoesNotContain(await system.Demo.Outbox(Cancellation), m => m.Text.Contains("顺延至", StringComparison.Ordinal));
    }

    [Fact, Trait("rule", "D1")]
    public async Task A_parcel_that_waits_for_no_role_account_stays_where_it_is()
    {
        await using var system = Create();
        var certificate = await system.Issued();

        Assert.Equal(0, await Night(system, Friday));

        Assert.Equal(new LocalDate(2026, 1, 7), await Promised(system, certificate));
    }

    private static async Task<string> IssuedOnPharma(TestSystem system)
    {
        var form = TestSystem.Application() with { Platform = "pharma-procurement", Role = "enterprise-unit", SealPictures = [DigestOf("picture").Value] };
        var certificate = Value(await system.Hall.Apply(form, Cancellation)).Certificate;
        await system.Work();
        await system.Approve(certificate, 1);
        await system.Transfer(250);
        Assert.IsType<IssuedCertificate>(await system.State(certificate));
        return certificate;
    }

    private static async Task<LocalDate?> Promised(TestSystem system, string certificate) => ((KnownCertificate)await system.State(certificate)).Parcel?.By.Date;

    private static async Task<int> Night(TestSystem system, LocalDate day)
    {
        system.Clock.Set(Domain.Shanghai.StartOf(day) + Duration.FromHours(1));
        var moved = (await system.Get<NightlySweep>().Run(system.Clock.GetCurrentInstant(), Cancellation)).Counts["parcel-sweep"];
        await system.Work();
        return moved;
    }
}
