using ScCa.Domain.Platforms;
using Xunit;
using static ScCa.Domain.Tests.Example;

namespace ScCa.Domain.Tests.Platforms;

public sealed class TariffTests
{
    private static readonly Tariff Unit = new(
        HolderKind.Unit, Yuan(100), Term.OfYears(2), Yuan(200), Yuan(100),
        [new OperationPrice(Operation.Reissue, Yuan(50)), new OperationPrice(Operation.Change, Money.Zero), new OperationPrice(Operation.Unlock, null)]);

    private static readonly Tariff Expert = new(HolderKind.Expert, Yuan(50), Term.OfYears(2), Yuan(50), Yuan(50), []);

    [Theory, Trait("rule", "P7")]
    [InlineData(7, 2, 2, 800)]
    [InlineData(8, 1, 0, 300)]
    [InlineData(8, 1, 2, 500)]
    [InlineData(8, 1, 3, 600)]
    public void Examples_7_8_P7_A_unit_pays_opening_once_unless_waived_and_service_and_seals_by_the_year(int example, int years, int seals, int yuan)
    {
        Assert.InRange(example, 7, 8);
        Assert.Equal(Yuan(yuan), Unit.New(Term.OfYears(years), seals).Total);
    }

    [Theory, Trait("rule", "P7")]
    [InlineData(1, 100)]
    [InlineData(2, 100)]
    public void Example_9_P7_An_expert_pays_the_same_for_two_years_as_for_one(int years, int yuan) =>
        Assert.Equal(Yuan(yuan), Expert.New(Term.OfYears(years), 0).Total);

    [Fact, Trait("rule", "P7")]
    public void P7_A_charge_names_its_lines()
    {
        Assert.Equal([Line(ChargeItem.Opening, 100, 1), Line(ChargeItem.AnnualService, 200, 1)], Unit.New(Term.OfYears(1), 0).Lines);
        Assert.Equal([Line(ChargeItem.AnnualService, 200, 2), Line(ChargeItem.Seal, 100, 6)], Unit.New(Term.OfYears(2), 3).Lines);
        Assert.Equal([Line(ChargeItem.Operation, 50, 1)], Unit.Each(Operation.Reissue).Lines);
        Assert.Equal([Line(ChargeItem.Operation, 50, 1)], (Unit with { PerOperation = [.. Unit.PerOperation, new OperationPrice(Operation.Reissue, Yuan(60))] }).Each(Operation.Reissue).Lines);
    }

    [Fact, Trait("rule", "P7")]
    public void P7_The_waiver_holds_for_longer_terms_too_and_only_where_there_is_one()
    {
        Assert.Equal(Yuan(600), Unit.New(Term.OfYears(3), 0).Total);
        Assert.Equal(Yuan(500), (Unit with { OpeningWaivedFrom = null }).New(Term.OfYears(2), 0).Total);
    }

    [Theory, Trait("rule", "P7")]
    [InlineData(1, 0, 200)]
    [InlineData(2, 0, 400)]
    [InlineData(1, 1, 300)]
    public void Examples_4_5_10_P7_S1_Renew_never_pays_opening_and_a_seal_only_where_it_is_one_with_the_certificate(int years, int coupledSeals, int yuan)
    {
        Assert.Equal(Yuan(yuan), Unit.Renew(Term.OfYears(years), coupledSeals).Total);
        Assert.DoesNotContain(Unit.Renew(Term.OfYears(years), coupledSeals).Lines, l => l.Item == ChargeItem.Opening);
    }

    [Theory, Trait("rule", "P8")]
    [InlineData(1, "2026-03-12", "2027-03-10", 100)] // example 11: a year begun
    [InlineData(2, "2026-04-20", "2028-04-20", 400)] // example 10: two full years
    [InlineData(1, "2026-04-20", "2028-04-21", 300)]
    [InlineData(1, "2026-04-20", "2026-04-21", 100)]
    [InlineData(1, "2026-04-20", "2026-04-20", 0)]
    [InlineData(1, "2026-04-20", "2026-04-19", 0)]
    [InlineData(1, "2024-02-29", "2025-02-28", 100)]
    [InlineData(1, "2024-02-29", "2025-03-01", 200)]
    [InlineData(0, "2026-04-20", "2028-04-20", 0)]
    public void Examples_10_11_P8_Seals_are_charged_by_years_begun(int seals, string from, string until, int yuan) =>
        Assert.Equal(Yuan(yuan), Unit.Seals(seals, Date(from), Date(until)).Total);

    [Fact, Trait("rule", "P8")]
    public void P8_Each_seal_counts_from_its_own_day() =>
        Assert.Equal([Line(ChargeItem.Seal, 100, 3)], Unit.Seals([Date("2026-01-20"), Date("2027-01-20")], Date("2028-01-20")).Lines);

    [Fact, Trait("rule", "P8")]
    public void P8_A_seal_that_ends_years_after_the_certificate_makes_the_others_no_cheaper() =>
        Assert.Equal([Line(ChargeItem.Seal, 100, 1)], Unit.Seals([Date("2026-04-20"), Date("2029-01-01")], Date("2027-04-20")).Lines);

    [Fact, Trait("rule", "P2"), Trait("rule", "P6")]
    public void P2_P6_What_is_free_or_not_published_makes_no_line()
    {
        var unpublished = Tariff.Unpublished(HolderKind.Unit);

        Assert.Empty(unpublished.New(Term.OfYears(1), 2).Lines);
        Assert.Empty(unpublished.Renew(Term.OfYears(2), 1).Lines);
        Assert.Empty(unpublished.Seals(3, Date("2026-01-20"), Date("2028-01-20")).Lines);
        foreach (var operation in new[] { Operation.Change, Operation.Unlock, Operation.Revoke })
            Assert.Empty(Unit.Each(operation).Lines);
        Assert.Equal([Line(ChargeItem.AnnualService, 200, 1)], (Unit with { Opening = null }).New(Term.OfYears(1), 0).Lines);
        Assert.Equal([Line(ChargeItem.Opening, 100, 1)], (Unit with { AnnualService = Money.Zero }).New(Term.OfYears(1), 0).Lines);
        Assert.Equal([new ChargeLine(ChargeItem.AnnualService, Money.FromFen(1), 1)], (Unit with { AnnualService = Money.FromFen(1) }).Renew(Term.OfYears(1), 0).Lines);
    }

    private static ChargeLine Line(ChargeItem item, int yuan, int quantity) => new(item, Yuan(yuan), quantity);
}
