using System.Text;

namespace ScCa.Pki.Names;

/// <summary>RFC 4514.</summary>
internal static class NameText
{
    public static string Of(DistinguishedName name) => string.Join(',', name.Parts.Reverse().Select(part => string.Join('+', part.Select(Of))));

    private static string Of(NameAttribute attribute) => attribute.Text is { } text
        ? $"{KeywordOf(attribute.Oid)}={Escaped(text)}"
        : $"{attribute.Oid}=#{Convert.ToHexStringLower(attribute.Encoded.Span)}";

    private static string KeywordOf(string oid) => oid switch
    {
        Oids.CommonName => "CN",
        Oids.CountryName => "C",
        Oids.LocalityName => "L",
        Oids.StateOrProvinceName => "ST",
        Oids.OrganizationName => "O",
        Oids.OrganizationalUnitName => "OU",
        Oids.DomainComponent => "DC",
        Oids.UserId => "UID",
        Oids.SerialNumber => "serialNumber",
        Oids.EmailAddress => "emailAddress",
        _ => oid,
    };

    // RFC 4514 §2.4.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var isEdgeSpace = character == ' ' && (i == 0 || i == text.Length - 1);
            if (char.IsControl(character))
                escaped.Append('\\').Append(((int)character).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else if (isEdgeSpace || (character == '#' && i == 0) || character is '"' or '+' or ',' or ';' or '<' or '>' or '\\')
                escaped.Append('\\').Append(character);
            else
                escaped.Append(character);
        }

        return escaped.ToString();
    }
}
