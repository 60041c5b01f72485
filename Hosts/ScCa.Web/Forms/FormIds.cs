using ScCa.Application.Ports;

namespace ScCa.Web.Forms;

/// <summary>The ids that forms carry, hidden: a form sent twice is one command.</summary>
internal sealed class FormIds(IRandomSource random)
{
    public const int LengthMax = 64;
    private const int Octets = 16;

    public string New()
    {
        Span<byte> octets = stackalloc byte[Octets];
        random.Fill(octets);
        return $"web-{Convert.ToHexStringLower(octets)}";
    }

    /// <summary>The characters of ids in addresses.</summary>
    public static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':';
}
