using System.Collections.Immutable;

namespace ScCa.Domain.Platforms;

/// <summary>What a line of a charge is for.</summary>
public enum ChargeItem
{
    Opening,
    AnnualService,
}

public sealed record ChargeLine(ChargeItem Item, Money UnitPrice, int Quantity)
{
    public Money Amount => UnitPrice * Quantity;
}

/// <summary>What one application costs, line by line.</summary>
public sealed record Charge(ImmutableArray<ChargeLine> Lines)
{
    public static Charge Nothing { get; } = new([]);

    public Money Total => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}

/// <summary>
/// A platform's price list for one holder kind. A null price is one that the source does not publish: it costs nothing until an operator sets it.
/// </summary>
public sealed record Tariff(HolderKind Holder, Money? Opening, Term? OpeningWaivedFrom, Money? AnnualService)
{
    // P7: Renew never pays the opening fee; the waiver for longer terms is for the opening fee of New alone.
    public Charge Charge(Operation operation, Term term) => operation switch
    {
        Operation.New => Of(OpeningLine(term), AnnualLine(term)),
        Operation.Renew => Of(AnnualLine(term)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No charge is defined for this operation."),
    };

    private ChargeLine? OpeningLine(Term term) =>
        Opening is { } price && !(OpeningWaivedFrom is { } waived && term.Years >= waived.Years) ? new ChargeLine(ChargeItem.Opening, price, 1) : null;

    private ChargeLine? AnnualLine(Term term) => AnnualService is { } price ? new ChargeLine(ChargeItem.AnnualService, price, term.Years) : null;

    private static Charge Of(params ReadOnlySpan<ChargeLine?> lines)
    {
        var charged = ImmutableArray.CreateBuilder<ChargeLine>();
        foreach (var line in lines)
        {
            if (line is { Amount.Fen: > 0 })
                charged.Add(line);
        }

        return new Charge(charged.ToImmutable());
    }
}
