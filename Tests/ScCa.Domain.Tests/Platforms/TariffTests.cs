using System.Collections.Immutable;
using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Platforms;

public sealed class TariffTests
{
    private static readonly ImmutableArray<OperationPrice> Reissues = [new OperationPrice(Operation.Reissue, Yuan(50)), new OperationPrice(Operation.Change, Money.Zero)];
    private static readonly Tariff GovUnit = new(HolderKind.Unit, Yuan(100), TwoYears, Yuan(200), Yuan(100), Reissues);
    private static readonly Tariff GovExpert = new(HolderKind.Expert, Yuan(50), TwoYears, Yuan(50), Yuan(50), Reissues);
    private static readonly Tariff Pharma = new(HolderKind.Unit, Yuan(50), null, Yuan(200), Money.Zero, Reissues);
    private static readonly Tariff RuralUnit = new(HolderKind.Unit, Yuan(100), null, Yuan(200), Yuan(100), Reissues);
    private static readonly Tariff RuralIndividual = new(HolderKind.Individual, Yuan(100), null, Yuan(100), Yuan(100), Reissues);

    [Theory, Trait("rule", "P7")]
    [InlineData(1, 0, 300)]
    [InlineData(1, 1, 400)]
    [InlineData(1, 2, 500)]
    [InlineData(1, 3, 600)]
    [InlineData(2, 0, 400)]
    [InlineData(2, 1, 600)]
    [InlineData(2, 2, 800)]
    public void Examples_7_8_P7_A_unit_pays_opening_once_unless_waived_service_by_the_year_and_every_seal_by_the_year(int years, int seals, int yuan) =>
        Assert.Equal(Yuan(yuan), GovUnit.New(Term.OfYears(years), seals).Total);

    [Theory, Trait("rule", "P7")]
    [InlineData(1, 0, 100)]
    [InlineData(2, 0, 100)]
    [InlineData(1, 1, 150)]
    [InlineData(2, 1, 200)]
    public void Example_9_P7_An_expert_pays_half_and_without_a_seal_the_same_for_two_years_as_for_one(int years, int seals, int yuan) =>
        Assert.Equal(Yuan(yuan), GovExpert.New(Term.OfYears(years), seals).Total);

    [Fact, Trait("rule", "P7"), Trait("rule", "S1")]
    public void P7_S1_The_worked_charges_where_seal_and_certificate_are_one()
    {
        Assert.Equal((Yuan(250), Yuan(200)), (Pharma.New(OneYear, 1).Total, Pharma.Renew(OneYear, 1).Total));
        Assert.Equal((Yuan(400), Yuan(300)), (RuralUnit.New(OneYear, 1).Total, RuralUnit.Renew(OneYear, 1).Total));
        Assert.Equal((Yuan(300), Yuan(200)), (RuralIndividual.New(OneYear, 1).Total, RuralIndividual.Renew(OneYear, 1).Total));
    }

    [Theory, Trait("rule", "P7")]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    public void Examples_4_5_10_P7_Renew_pays_service_alone(int years, int yuan)
    {
        Assert.Equal(Charge(Annual(200, years)).Lines, GovUnit.Renew(Term.OfYears(years), 0).Lines);
        Assert.Equal(Yuan(yuan), GovUnit.Renew(Term.OfYears(years), 0).Total);
    }

    [Theory, Trait("rule", "P8")]
    [InlineData(1, "2026-03-12", "2027-03-10", 100)] // Example 11
    [InlineData(2, "2026-04-20", "2028-04-20", 400)] // Example 10
    [InlineData(1, "2026-03-10", "2027-03-11", 200)] // a day over a year is two
    [InlineData(1, "2024-02-29", "2025-02-28", 100)] // a year from 29 February ends on the 28th
    [InlineData(1, "2024-02-29", "2025-03-01", 200)]
    [InlineData(3, "2027-03-10", "2027-03-10", 0)]
    [InlineData(1, "2027-03-11", "2027-03-10", 0)]
    [InlineData(0, "2026-03-12", "2027-03-10", 0)]
    public void Examples_10_11_P8_A_seal_pays_by_full_years_rounded_up(int seals, string from, string until, int yuan) =>
        Assert.Equal(Yuan(yuan), GovUnit.Seals(seals, Date(from), Date(until)).Total);

    [Fact, Trait("rule", "P8")]
    public void P8_Each_seal_counts_from_its_own_day() =>
        Assert.Equal(Yuan(300), GovUnit.Seals([Date("2026-03-12"), Date("2025-03-12")], Date("2027-03-10")).Total);

    [Fact, Trait("rule", "P6")]
    public void P6_An_operation_costs_what_the_list_says_and_nothing_where_it_says_nothing()
    {
        Assert.Equal(Charge(new ChargeLine(ChargeItem.Operation, Yuan(50), 1)).Lines, GovUnit.Each(Operation.Reissue).Lines);
        Assert.Empty(GovUnit.Each(Operation.Change).Lines);
        Assert.Empty(GovUnit.Each(Operation.Unlock).Lines);
        Assert.Empty((GovUnit with { PerOperation = [new OperationPrice(Operation.Unlock, null)] }).Each(Operation.Unlock).Lines);
    }

    [Fact, Trait("rule", "P7")]
    public void P7_A_charge_names_its_lines()
    {
        Assert.Equal(Charge(Opening(100), Annual(200), Sealing(100, 2)).Lines, GovUnit.New(OneYear, 2).Lines);
        Assert.Equal(Charge(Annual(200, 2), Sealing(100, 4)).Lines, GovUnit.New(TwoYears, 2).Lines);
    }

    [Fact, Trait("rule", "P7")]
    public void P7_The_waiver_holds_for_longer_terms_too_and_only_where_there_is_one()
    {
        Assert.Equal(Yuan(600), GovUnit.New(Term.OfYears(3), 0).Total);
        Assert.Equal(Yuan(500), (GovUnit with { OpeningWaivedFrom = null }).New(TwoYears, 0).Total);
    }

    [Fact, Trait("rule", "P2")]
    public void P2_A_price_that_is_not_published_costs_nothing_and_makes_no_line()
    {
        var unpublished = Tariff.Unpublished(HolderKind.Unit);

        Assert.Empty(unpublished.New(OneYear, 2).Lines);
        Assert.Equal(Money.Zero, unpublished.Renew(TwoYears, 1).Total);
        Assert.Empty(unpublished.Seals(2, Date("2026-03-12"), Date("2027-03-10")).Lines);
        Assert.Equal(Charge(Annual(200)).Lines, (GovUnit with { Opening = null }).New(OneYear, 0).Lines);
        Assert.Equal(Charge(Opening(100)).Lines, (GovUnit with { AnnualService = Money.Zero }).New(OneYear, 0).Lines);
    }
}
