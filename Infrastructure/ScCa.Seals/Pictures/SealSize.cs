namespace ScCa.Seals.Pictures;

internal static class SealSize
{
    public static void RefuseUnless(bool isPossible)
    {
        if (!isPossible)
            throw new SealRefusedException(SealRefusal.SealSizeUnfit);
    }
}
