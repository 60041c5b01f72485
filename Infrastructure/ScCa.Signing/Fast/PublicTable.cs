using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>
/// 1 to 512 times 2^(10i)·P for each window i: a multiple of P is 26 additions without a doubling. For public scalars alone, whose digits choose the entries
/// that are read. It takes 832 KB and some milliseconds: for a point that many verifications share.
/// </summary>
internal sealed class PublicTable
{
    public const int Bits = 10;

    private const int Entries = 1 << (Bits - 1);

    private static readonly Lazy<PublicTable> OfG = new(() => new PublicTable(Sm2Curve.G));

    private readonly FieldPoint[] points;

    public PublicTable(in AffinePoint point)
    {
        var bases = new JacobianPoint[Windows];
        var multiple = JacobianPoint.From(FieldPoint.From(point));
        for (var i = 0; i < Windows; i++)
        {
            bases[i] = multiple;
            for (var bit = 0; bit < Bits; bit++)
                multiple.Double();
        }

        var affine = new FieldPoint[Windows];
        JacobianPoint.Normalize(bases, affine);
        var multiples = new JacobianPoint[Windows * Entries];
        for (var i = 0; i < multiples.Length; i++)
        {
            multiples[i] = i % Entries == 0 ? JacobianPoint.Infinity : multiples[i - 1];
            multiples[i].Add(affine[i / Entries]);
        }

        points = new FieldPoint[multiples.Length];
        JacobianPoint.Normalize(multiples, points);
    }

    public static int Windows { get; } = SignedWindow.Count(Bits);

    public static PublicTable Generator => OfG.Value;

    /// <summary>Adds the window's part of [scalar]P.</summary>
    public void AddTo(ref JacobianPoint sum, in U256 scalar, int window)
    {
        var digit = SignedWindow.Digit(scalar, window, Bits, out var negative);
        if (digit == 0)
            return;
        ref readonly var entry = ref points[(window * Entries) + (int)digit - 1];
        if (negative != 0)
            sum.Subtract(entry);
        else
            sum.Add(entry);
    }
}
