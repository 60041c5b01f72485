using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Platforms;

public sealed class TariffTests
{
    private static readonly Tariff Unit = new(HolderKind.Unit, Yuan(100), TwoYears, Yuan(200));
    private static readonly Tariff Expert = new(HolderKind.Expert, Yuan(50), TwoYears, Yuan(50));

    // Examples 7, 8 and 9 without their seals, and the worked charges of the platform policies.
    [Theory, Trait("rule", "P7")]
    [InlineData(1, 300)]
    [InlineData(2, 400)]
    public void Examples_7_8_P7_A_unit_pays_opening_once_unless_waived_and_service_by_the_year(int years, int yuan) =>
        Assert.Equal(Yuan(yuan), Unit.Charge(Operation.New, Term.OfYears(years)).Total);

    [Theory, Trait("rule", "P7")]
    [InlineData(1, 100)]
    [InlineData(2, 100)]
    public void Example_9_P7_An_expert_pays_the_same_for_two_years_as_for_one(int years, int yuan) =>
        Assert.Equal(Yuan(yuan), Expert.Charge(Operation.New, Term.OfYears(years)).Total);

    [Theory, Trait("rule", "P7")]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    public void Examples_4_5_10_P7_Renew_pays_service_alone(int years, int yuan)
    {
        Assert.Equal(Charge(Annual(200, years)).Lines, Unit.Charge(Operation.Renew, Term.OfYears(years)).Lines);
        Assert.Equal(Yuan(yuan), Unit.Charge(Operation.Renew, Term.OfYears(years)).Total);
    }

    [Fact, Trait("rule", "P7")]
    public void P7_A_charge_names_its_lines()
    {
        Assert.Equal(Charge(Opening(100), Annual(200)).Lines, Unit.Charge(Operation.New, OneYear).Lines);
        Assert.Equal(Charge(Annual(200, 2)).Lines, Unit.Charge(Operation.New, TwoYears).Lines);
    }

    [Fact, Trait("rule", "P7")]
    public void P7_The_waiver_holds_for_longer_terms_too_and_only_where_there_is_one()
    {
        Assert.Equal(Yuan(600), Unit.Charge(Operation.New, Term.OfYears(3)).Total);
        Assert.Equal(Yuan(500), (Unit with { OpeningWaivedFrom = null }).Charge(Operation.New, TwoYears).Total);
    }

    [Fact, Trait("rule", "P2")]
    public void P2_A_price_that_is_not_published_costs_nothing_and_makes_no_line()
    {
        var unpublished = new Tariff(HolderKind.Unit, null, null, null);

        Assert.Empty(unpublished.Charge(Operation.New, OneYear).Lines);
        Assert.Equal(Money.Zero, unpublished.Charge(Operation.Renew, TwoYears).Total);
        Assert.Equal(Charge(Annual(200)).Lines, (Unit with { Opening = null }).Charge(Operation.New, OneYear).Lines);
        Assert.Equal(Charge(Opening(100)).Lines, (Unit with { AnnualService = Money.Zero }).Charge(Operation.New, OneYear).Lines);
    }

    [Fact]
    public void An_operation_without_a_charge_is_a_defect() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Unit.Charge((Operation)99, OneYear));
}
