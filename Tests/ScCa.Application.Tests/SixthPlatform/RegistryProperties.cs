using System.Text;
using NodaTime;
using ScCa.Domain;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Seals;
using ScCa.Testing;
using Xunit;
using static ScCa.Application.Tests.SixthPlatform.Registry;
using static ScCa.Application.Tests.TestSystem;

namespace ScCa.Application.Tests.SixthPlatform;

/// <summary>What holds of every certificate of the sixth platform after every step of any walk, seen through the application alone.</summary>
public sealed class RegistryProperties(ITestOutputHelper output) : IAsyncDisposable
{
    private const int Runs = 8;

    private static readonly PolicyBook Policies = Registry.Policies();

    private readonly List<RegistryWalk> walks = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("rule", "A5")]
    public void A5_Whatever_anybody_does_on_it_the_sixth_platform_keeps_the_rules() => output.WriteLine(Walk(Runs).ToString());

    [Fact, Trait("set", "long"), Trait("rule", "A5")]
    public void A5_In_a_thousand_steps_and_more_everything_that_a_life_is_made_of_comes_and_the_rules_are_kept()
    {
        var coverage = Walk(Environment.GetEnvironmentVariable("SCCA_RUNS") is null ? 25 * Runs : Runs);
        output.WriteLine(coverage.ToString());

        Assert.InRange(walks.Sum(w => w.Steps), 1000, int.MaxValue);
        coverage.Requires(["apply", "issued", "all at once", "operate", "pull", "post", "invoice", "C2 TermNotOffered", "C3 RenewalNotYetOpen"]);
    }

    private Coverage Walk(int runs) => Sequence.Check(
        Begun,
        (walk, choices) =>
        {
            walk.Step(choices).GetAwaiter().GetResult();
            return walk;
        },
        runs,
        walk => Holds(walk).GetAwaiter().GetResult());

    private RegistryWalk Begun()
    {
        // Only the newest is still walked.
        if (walks is [.., var before])
            before.DisposeAsync().AsTask().GetAwaiter().GetResult();
        var walk = new RegistryWalk();
        walks.Add(walk);
        return walk;
    }

    private static async Task Holds(RegistryWalk walk)
    {
        foreach (var certificate in walk.Certificates)
        {
            var state = (KnownCertificate)await walk.Registry.System.State(certificate);
            if (state.Open is { } open)
                IsMadeUnderTheVersionOfItsDay(open);
            if (state.Parcel is { } parcel)
                Assert.Equal(WednesdayAfter(parcel.CompletedOn), parcel.By.Date);
            if (state is HeldCertificate held)
                SealIsTheCertificates(held);
            await CardShowsTheState(walk.Registry, certificate, state);
        }

        await NothingPersonalIsInClear(walk.Registry);
    }

    // A3, C2, P7: judged by the day of the application, whenever it is looked at.
    private static void IsMadeUnderTheVersionOfItsDay(OpenApplication open)
    {
        var second = Shanghai.DateOf(open.AppliedAt) >= new LocalDate(2026, 6, 1);
        Assert.Equal(second ? 2 : 1, open.Under.PolicyVersion);
        var (yuan, years) = open.Request switch
        {
            NewRequest wish => (second ? 380 : 420, wish.Term.Years),
            RenewRequest wish => (second ? 300 : 360, wish.Term.Years),
            ReissueRequest => (second ? 45 : 40, 0),
            _ => (0, 0),
        };
        Assert.Equal(yuan * 100, open.Charge.Total.Fen);
        if (years > 0)
            Assert.Equal(second ? 2 : 3, years);
        if (open.Visit is { At: var visit })
        {
            Assert.Equal(IsoDayOfWeek.Saturday, visit.DayOfWeek);
            Assert.True(visit.TimeOfDay >= new LocalTime(9, 30) && visit.TimeOfDay < new LocalTime(12, 0)
                || visit.TimeOfDay >= new LocalTime(13, 30) && visit.TimeOfDay < new LocalTime(16, 0));
        }
    }

    // D2, counted from the Wednesdays backwards.
    private static LocalDate WednesdayAfter(LocalDate completed)
    {
        var wednesday = completed;
        while (wednesday.DayOfWeek != IsoDayOfWeek.Wednesday || wednesday.PlusDays(-2) < completed || Policies.Calendar.IsHoliday(wednesday))
            wednesday = wednesday.PlusDays(1);
        return wednesday;
    }

    // S1, S2: one seal, of the generation on the key, to its last day; none once it is revoked.
    private static void SealIsTheCertificates(HeldCertificate held)
    {
        var standing = held.Seals.Where(s => s.Status == SealStatus.Standing).ToList();
        if (held is RevokedCertificate)
        {
            Assert.Empty(standing);
            Assert.Null(held.Open);
        }
        else
        {
            Assert.Equal((held.CurrentGeneration, held.NotAfter), (Assert.Single(standing).Generation, standing[0].NotAfter));
        }
    }

    private static async Task CardShowsTheState(Registry registry, string certificate, KnownCertificate state)
    {
        var card = Value(await registry.System.Hall.Card(certificate, TestSystem.Phone, Cancellation));
        Assert.Equal(state.Open?.Number, card.Open);
        Assert.Equal((state as RevokedCertificate)?.RevokedAt, card.RevokedAt);
        Assert.Equal((state as HeldCertificate)?.NotAfter, card.OnKey?.NotAfter);
        Assert.Equal((state as IssuedCertificate)?.Grant?.NotAfter, card.GrantedNotAfter);
    }

    private static async Task NothingPersonalIsInClear(Registry registry)
    {
        foreach (var happened in await registry.System.Events.ReadAll(0, 10_000, Cancellation))
        {
            var body = Encoding.UTF8.GetString(happened.Body.Span);
            Assert.False(body.Contains(IdNumber, StringComparison.Ordinal) || body.Contains(PersonName, StringComparison.Ordinal) || body.Contains(TestSystem.Phone, StringComparison.Ordinal), happened.Type);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (walks is [.., var last])
            await last.DisposeAsync();
    }
}
