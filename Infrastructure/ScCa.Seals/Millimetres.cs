using System.Globalization;

namespace ScCa.Seals;

internal static class Millimetres
{
    /// <summary>1 inch = 25.4 mm = 72 points.</summary>
    public const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>The same digits on every machine and in every culture.</summary>
    public static string Text(double value)
    {
        var text = Math.Round(value, 3, MidpointRounding.AwayFromZero).ToString("0.###", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
