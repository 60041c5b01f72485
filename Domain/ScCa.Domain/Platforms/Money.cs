using System.Globalization;
using System.Text.RegularExpressions;

namespace ScCa.Domain.Platforms;

/// <summary>Yuan and fen, exactly.</summary>
public sealed partial record Money : ITextValue<Money>, IComparable<Money>
{
    private Money(long fen) => Fen = fen;

    public static Money Zero { get; } = new(0);

    public long Fen { get; }

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{(Fen < 0 ? "-" : "")}{Math.Abs(Fen) / 100}.{Math.Abs(Fen) % 100:00}");

    public static Money FromYuan(int yuan) => new(yuan * 100L);

    public static Money FromFen(long fen) => new(fen);

    public static Money Parse(string text) => TryParse(text) ?? throw new FormatException("Money: an amount such as 300.00 is needed.");

    /// <summary>Reads <c>300</c>, <c>300.5</c> or <c>300.00</c>, below ten billion yuan; anything else is null.</summary>
    public static Money? TryParse(string text) =>
        // The shape is checked first: decimal rounds what is too long for it, and money is never rounded.
        Amount().IsMatch(text) ? new Money((long)(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) * 100)) : null;

    [GeneratedRegex(@"\A-?[0-9]{1,10}(\.[0-9]{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    public int CompareTo(Money? other) => other is null ? 1 : Fen.CompareTo(other.Fen);

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
