using ScCa.Signing.Curve;

namespace ScCa.Signing.Fast;

/// <summary>[s]G + [t]P for public values, from tables of both: additions alone.</summary>
internal sealed class TabledCombination(in AffinePoint point) : PreparedPoint
{
    private readonly PublicTable table = new(point);

    public override bool CombinationHas(in U256 s, in U256 t, in U256 x)
    {
        var sum = JacobianPoint.Infinity;
        var generator = PublicTable.Generator;
        for (var window = 0; window < PublicTable.Windows; window++)
        {
            generator.AddTo(ref sum, s, window);
            table.AddTo(ref sum, t, window);
        }

        return sum.HasX(x);
    }
}
