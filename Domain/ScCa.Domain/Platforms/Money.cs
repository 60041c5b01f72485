using System.Globalization;

namespace ScCa.Domain.Platforms;

/// <summary>Yuan and fen, exactly.</summary>
public sealed record Money : ITextValue<Money>, IComparable<Money>
{
    private Money(long fen) => Fen = fen;

    public static Money Zero { get; } = new(0);

    public long Fen { get; }

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{(Fen < 0 ? "-" : "")}{Math.Abs(Fen) / 100}.{Math.Abs(Fen) % 100:00}");

    public static Money FromYuan(int yuan) => new(yuan * 100L);

    public static Money FromFen(long fen) => new(fen);

    public static Money Parse(string text) => TryParse(text) ?? throw new FormatException("Money: an amount such as 300.00 is needed.");

    /// <summary>Reads <c>300</c>, <c>300.5</c> or <c>300.00</c>; anything else is null.</summary>
    public static Money? TryParse(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan))
            return null;
        var fen = yuan * 100;
        return fen == decimal.Truncate(fen) && Math.Abs(fen) <= MaxFen ? new Money((long)fen) : null;
    }

    // Ten billion yuan: far above any charge, far below overflow when transfers are added up.
    private const decimal MaxFen = 1_000_000_000_000m;

    public int CompareTo(Money? other) => Fen.CompareTo(other?.Fen ?? long.MinValue);

    public static Money operator +(Money left, Money right) => new(left.Fen + right.Fen);

    public static Money operator -(Money left, Money right) => new(left.Fen - right.Fen);

    public static Money operator *(Money price, int times) => new(price.Fen * times);

    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    /// <summary>What is left of this after the other, never below zero.</summary>
    public Money Beyond(Money other) => Fen > other.Fen ? this - other : Zero;

    public override string ToString() => Value;
}
