using NodaTime;
using NodaTime.Text;
using ScCa.Application.Policies;
using ScCa.Domain.Platforms;
using Xunit;

namespace ScCa.Application.Tests.Policies;

/// <summary>The worked charges, against the price lists that ship.</summary>
public sealed class ShippedChargesTests
{
    private static readonly PolicyBook Book = PolicyLoader.LoadShipped();

    [Theory, Trait("rule", "P7")]
    [InlineData("gov-procurement", HolderKind.Unit, 1, 1, "400.00")]
    [InlineData("gov-procurement", HolderKind.Unit, 2, 1, "600.00")]
    [InlineData("gov-procurement", HolderKind.Unit, 2, 2, "800.00")]
    [InlineData("gov-procurement", HolderKind.Unit, 1, 0, "300.00")]
    [InlineData("gov-procurement", HolderKind.Unit, 2, 0, "400.00")]
    [InlineData("gov-procurement", HolderKind.Expert, 1, 1, "150.00")]
    [InlineData("gov-procurement", HolderKind.Expert, 2, 1, "200.00")]
    [InlineData("gov-procurement", HolderKind.Expert, 1, 0, "100.00")]
    [InlineData("pharma-procurement", HolderKind.Unit, 1, 1, "250.00")]
    [InlineData("rural-property", HolderKind.Unit, 1, 1, "400.00")]
    [InlineData("rural-property", HolderKind.Individual, 1, 1, "300.00")]
    [InlineData("hrss", HolderKind.Unit, 1, 0, "0.00")]
    [InlineData("public-resources", HolderKind.Unit, 1, 0, "0.00")]
    public void P7_A_new_certificate_costs(string platform, HolderKind holder, int years, int seals, string total) =>
        Assert.Equal(total, Tariff(platform, holder).New(Term.OfYears(years), seals).Total.Value);

    [Theory, Trait("rule", "P7")]
    [InlineData(7, HolderKind.Unit, 2, 2, "800.00")]
    [InlineData(8, HolderKind.Unit, 1, 0, "300.00")]
    [InlineData(8, HolderKind.Unit, 1, 2, "500.00")]
    [InlineData(8, HolderKind.Unit, 1, 3, "600.00")]
    [InlineData(9, HolderKind.Expert, 1, 0, "100.00")]
    [InlineData(9, HolderKind.Expert, 2, 0, "100.00")]
    public void Examples_7_8_9_P7_Opening_is_waived_for_two_years_and_a_seal_never_is(int example, HolderKind holder, int years, int seals, string total)
    {
        Assert.InRange(example, 7, 9);
        Assert.Equal(total, Tariff("gov-procurement", holder).New(Term.OfYears(years), seals).Total.Value);
    }

    [Theory, Trait("rule", "P7")]
    [InlineData("gov-procurement", HolderKind.Unit, 1, "200.00")]
    [InlineData("gov-procurement", HolderKind.Unit, 2, "400.00")]
    [InlineData("gov-procurement", HolderKind.Expert, 1, "50.00")]
    [InlineData("pharma-procurement", HolderKind.Unit, 1, "200.00")]
    [InlineData("rural-property", HolderKind.Unit, 1, "300.00")]
    [InlineData("rural-property", HolderKind.Individual, 1, "200.00")]
    [InlineData("hrss", HolderKind.Unit, 1, "0.00")]
    [InlineData("public-resources", HolderKind.Unit, 1, "0.00")]
    public void Examples_4_5_P7_S1_A_renewal_costs_the_service_and_the_seal_where_they_are_one(string platform, HolderKind holder, int years, string total) =>
        Assert.Equal(total, Tariff(platform, holder).Renew(Term.OfYears(years), Seals(platform)).Total.Value);

    [Fact, Trait("rule", "P7"), Trait("rule", "P8")]
    public void Example_10_P7_P8_Two_years_after_expiry_cost_400_and_their_two_seals_400_more()
    {
        var unit = Tariff("gov-procurement", HolderKind.Unit);
        var (granted, end) = (Date("2026-04-20"), Date("2028-04-20"));

        Assert.Equal("400.00", unit.Renew(Term.OfYears(2), Seals("gov-procurement")).Total.Value);
        Assert.Equal("400.00", unit.Seals(2, granted, end).Total.Value);
    }

    [Fact, Trait("rule", "P8")]
    public void Example_11_P8_A_renewed_certificates_seal_costs_its_year_begun_and_a_window_takes_both_for_300()
    {
        var unit = Tariff("gov-procurement", HolderKind.Unit);
        var seal = unit.Seals(1, Date("2026-03-12"), Date("2027-03-10"));

        Assert.Equal("100.00", seal.Total.Value);
        Assert.Equal("300.00", (unit.Renew(Term.OfYears(1), 0).Total + seal.Total).Value);
        Assert.Equal("50.00", Tariff("gov-procurement", HolderKind.Expert).Seals(1, Date("2026-03-12"), Date("2027-03-10")).Total.Value);
        Assert.Equal("0.00", Tariff("public-resources", HolderKind.Unit).Seals(1, Date("2026-03-12"), Date("2027-03-10")).Total.Value);
    }

    [Theory, Trait("rule", "P6")]
    [InlineData("gov-procurement", HolderKind.Unit)]
    [InlineData("gov-procurement", HolderKind.Expert)]
    [InlineData("pharma-procurement", HolderKind.Unit)]
    [InlineData("rural-property", HolderKind.Unit)]
    [InlineData("rural-property", HolderKind.Individual)]
    public void P6_A_reissue_costs_50(string platform, HolderKind holder) =>
        Assert.Equal("50.00", Tariff(platform, holder).Each(Operation.Reissue).Total.Value);

    [Fact, Trait("rule", "P6")]
    public void P6_Change_unlock_and_revocation_are_covered_where_published_and_unpublished_elsewhere() => Assert.All(
        from policy in Book.Policies
        from tariff in policy.Tariffs
        from operation in new[] { Operation.Change, Operation.Unlock, Operation.Revoke }
        where policy.Services.Any(s => s.Operation == operation)
        select (policy, tariff, operation),
        at =>
        {
            var covered = at.policy.Id.Value is "gov-procurement" or "rural-property";
            Assert.Equal(covered ? Money.Zero : null, at.tariff.PerOperation.Single(p => p.Operation == at.operation).Price);
            Assert.Empty(at.tariff.Each(at.operation).Lines);
        });

    [Theory, Trait("rule", "S3")]
    [InlineData("gov-procurement", HolderKind.Unit)]
    [InlineData("gov-procurement", HolderKind.Expert)]
    [InlineData("public-resources", HolderKind.Unit)]
    public void S3_Upgrading_a_seal_is_free(string platform, HolderKind holder)
    {
        Assert.Equal(Money.Zero, Tariff(platform, holder).PerOperation.Single(p => p.Operation == Operation.SealUpgrade).Price);
        Assert.Empty(Tariff(platform, holder).Each(Operation.SealUpgrade).Lines);
    }

    [Fact, Trait("rule", "P2")]
    public void P2_What_is_not_published_is_null_and_not_nothing() => Assert.All(
        Book.Policies.Where(p => p.Id.Value is "hrss" or "public-resources").SelectMany(p => p.Tariffs),
        tariff => Assert.Equal((null, null, null), (tariff.Opening, tariff.AnnualService, tariff.Seal)));

    private static Tariff Tariff(string platform, HolderKind holder) => Book.InEffect(new PlatformId(platform), Date("2026-01-05"))!.Tariff(holder);

    private static int Seals(string platform) => Book.InEffect(new PlatformId(platform), Date("2026-01-05"))!.Seals.Coupling == SealCoupling.Coupled ? 1 : 0;

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
