using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace ScCa.Web.Forms;

/// <summary>An address as a code to scan (QR code, error correction M), in modules: what the partial page <c>_ScanCode</c> draws.</summary>
/// <param name="Size">Modules from edge to edge, four of them quiet on each side.</param>
/// <param name="Dark">The dark modules, as an SVG path of unit squares drawn run by run.</param>
internal sealed record ScanPicture(int Size, string Dark)
{
    // What a code of the largest version holds; a partner's address may be longer.
    private const int OctetsMax = 2331;

    /// <summary>Null where an address is too long to be drawn.</summary>
    public static ScanPicture? Of(string address)
    {
        if (Encoding.UTF8.GetByteCount(address) > OctetsMax)
            return null;
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (row, y) in code.ModuleMatrix.Select((r, i) => (r, i)))
            Draw(path, row, y);
        return new ScanPicture(code.ModuleMatrix.Count, path.ToString());
    }

    private static void Draw(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var from = x;
            while (x < row.Length && row[x])
                x++;
            if (x > from)
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
        }
    }
}
