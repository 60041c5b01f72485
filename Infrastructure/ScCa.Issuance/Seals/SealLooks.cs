using ScCa.Application.Ports;
using ScCa.Domain.Platforms;
using ScCa.Seals.Pictures;
using ScCa.Seals.Structures;

namespace ScCa.Issuance.Seals;

/// <summary>How a seal looks: as it was uploaded, or drawn where nothing was.</summary>
internal static class SealLooks
{
    // 国发〔1999〕25号: the round seal of an enterprise is 40 mm across.
    private const int UnitMillimetres = 40;

    private const int PersonalMillimetres = 20;

    public static SealPictureContent Of(SealPlan plan)
    {
        if (plan.Picture.IsEmpty)
            return Drawn(plan);
        var picture = SealPicture.Take(plan.Picture);
        var width = plan.Kind == HolderKind.Unit ? UnitMillimetres : PersonalMillimetres;
        // As wide as such a seal is, and as high as its proportions make it.
        var height = Math.Clamp((int)Math.Round((double)width * picture.PixelHeight / Math.Max(1, picture.PixelWidth)), 1, 10 * width);
        return new(picture.TypeName, picture.Bytes, width, height);
    }

    private static SealPictureContent Drawn(SealPlan plan)
    {
        var drawing = plan.Kind switch
        {
            HolderKind.Unit => new RoundUnitSeal(plan.Name) { Number = plan.CreditCode?.Value }.Draw(),
            HolderKind.Individual when plan.Name.Length is >= 2 and <= 4 => new SquarePersonalSeal(plan.Name).Draw(),
            _ => new NameStripSeal(plan.Name).Draw(),
        };
        var picture = drawing.ToPicture();
        return new(picture.TypeName, picture.Bytes, (int)Math.Round(drawing.Width), (int)Math.Round(drawing.Height));
    }
}
