using ScCa.Seals.Structures;

namespace ScCa.Seals.Making;

internal static class SealOrderCheck
{
    private const int NameLengthMax = 256;
    private const int PictureLengthMax = 2 << 20;
    private const int MillimetresMax = 1000;

    public static void RefuseUnfit(SealOrder order, DateTimeOffset at)
    {
        var isFit = order.Name.Trim().Length is > 0 and <= NameLengthMax && !order.Name.Any(char.IsControl) && HasWholeCharacters(order.Name)
            && IsFit(order.Picture)
            && !order.Certificates.IsDefaultOrEmpty
            && order.ValidStart < order.ValidEnd && at <= order.ValidEnd;
        if (!isFit)
            throw new SealRefusedException(SealRefusal.SealOrderUnfit);
        // Rule S2: a seal never ends later than its certificate.
        if (order.Certificates.Any(c => order.ValidEnd > c.NotAfter))
            throw new SealRefusedException(SealRefusal.SealOutlivesCertificate);
    }

    private static bool IsFit(SealPictureContent picture) =>
        picture.Type.Length > 0 && picture.Type.All(char.IsAsciiLetterOrDigit)
        && picture.Data.Length is > 0 and <= PictureLengthMax
        && picture.Width is > 0 and <= MillimetresMax && picture.Height is > 0 and <= MillimetresMax;

    // UTF8String has no half characters.
    private static bool HasWholeCharacters(string text) => text.EnumerateRunes().All(r => r != System.Text.Rune.ReplacementChar);
}
