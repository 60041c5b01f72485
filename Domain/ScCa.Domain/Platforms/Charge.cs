using System.Collections.Immutable;

namespace ScCa.Domain.Platforms;

/// <summary>What a line of a charge is for.</summary>
public enum ChargeItem
{
    Opening,
    AnnualService,
    Seal,

    /// <summary>The operation as such, done once.</summary>
    Operation,
}

public sealed record ChargeLine(ChargeItem Item, Money UnitPrice, int Quantity)
{
    public Money Amount => UnitPrice * Quantity;
}

/// <summary>What one application costs, line by line; a line of nothing is not kept.</summary>
public sealed record Charge(ImmutableArray<ChargeLine> Lines)
{
    public static Charge Nothing { get; } = new([]);

    public Money Total => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);

    public static Charge Of(params ReadOnlySpan<ChargeLine?> lines)
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
