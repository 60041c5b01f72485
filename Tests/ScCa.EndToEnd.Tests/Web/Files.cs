using System.Text;

namespace ScCa.EndToEnd.Tests.Web;

/// <summary>Files as browsers send them; only the first bytes say what they are.</summary>
internal static class Files
{
    public static byte[] Picture { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    public static byte[] Paper { get; } = Encoding.UTF8.GetBytes("%PDF-1.7 a paper");

    public static byte[] Neither { get; } = Encoding.UTF8.GetBytes("<script>alert(1)</script>");
}
