using System.Collections.Immutable;
using NodaTime;

namespace ScCa.Domain.Platforms;

/// <summary>What an operation costs each time it is done, where that does not depend on years or seals.</summary>
public sealed record OperationPrice(Operation Operation, Money? Price);

/// <summary>
/// A platform's price list for one holder kind. A null price is one that the source does not publish: it costs nothing until an operator sets it.
/// </summary>
/// <param name="Seal">Per seal and year.</param>
/// <param name="PerOperation">Prices of operations as such: reissue, change, unlock, revocation, upgrade, contracts.</param>
public sealed record Tariff(
    HolderKind Holder, Money? Opening, Term? OpeningWaivedFrom, Money? AnnualService, Money? Seal, ImmutableArray<OperationPrice> PerOperation)
{
    public static Tariff Unpublished(HolderKind holder) => new(holder, null, null, null, null, []);

    /// <summary>P7: the opening fee once, waived for longer terms; the annual fee by years; seals by number and years, never waived.</summary>
    public Charge New(Term term, int seals) => Charge.Of(OpeningLine(term), AnnualLine(term), SealYearsLine(seals * term.Years));

    /// <summary>P7: never the opening fee; a coupled seal goes with it (S1).</summary>
    public Charge Renew(Term term, int coupledSeals) => Charge.Of(AnnualLine(term), SealYearsLine(coupledSeals * term.Years));

    /// <summary>P8: by seals and full years, rounded up, from the later of today and the seals' end to the certificate's end.</summary>
    public Charge Seals(IEnumerable<LocalDate> from, LocalDate until) => Charge.Of(SealYearsLine(from.Sum(f => YearsRoundedUp(f, until))));

    public Charge Seals(int seals, LocalDate from, LocalDate until) => Seals(Enumerable.Repeat(from, seals), until);

    public Charge Each(Operation operation) =>
        Charge.Of(PerOperation.FirstOrDefault(p => p.Operation == operation)?.Price is { } price ? new ChargeLine(ChargeItem.Operation, price, 1) : null);

    internal static int YearsRoundedUp(LocalDate from, LocalDate until)
    {
        var years = 0;
        while (from.PlusYears(years) < until)
            years++;
        return years;
    }

    private ChargeLine? OpeningLine(Term term) =>
        Opening is { } price && !(OpeningWaivedFrom is { } waived && term.Years >= waived.Years) ? new ChargeLine(ChargeItem.Opening, price, 1) : null;

    private ChargeLine? AnnualLine(Term term) => AnnualService is { } price ? new ChargeLine(ChargeItem.AnnualService, price, term.Years) : null;

    private ChargeLine? SealYearsLine(int sealYears) => Seal is { } price ? new ChargeLine(ChargeItem.Seal, price, sealYears) : null;
}
