namespace ScCa.Signing.Curve;

/// <summary>A public point with whatever a path has worked out for it beforehand. Unchanging, for any number of threads.</summary>
internal abstract class PreparedPoint
{
    /// <summary>Whether [s]G + [t]P is a point, and its x is <paramref name="x"/> modulo n. All values are public.</summary>
    public abstract bool CombinationHas(in U256 s, in U256 t, in U256 x);
}
