namespace ScCa.Seals;

/// <summary>Where a seal is put: millimetres from the upper left corner of a page as it is seen; pages are counted from 0.</summary>
public sealed record StampPlacement(int PageIndex, double Left, double Top, double Width, double Height)
{
    private const double SizeMax = 5000;

    internal void RefuseUnlessOnOneOf(int pages)
    {
        if (PageIndex < 0 || PageIndex >= pages || !IsLength(Left) || !IsLength(Top) || !IsLength(Width) || !IsLength(Height) || Width == 0 || Height == 0)
            throw new SealRefusedException(SealRefusal.PlacementImpossible);
    }

    // Written so that NaN is no length.
    private static bool IsLength(double value) => value is >= 0 and <= SizeMax;
}
