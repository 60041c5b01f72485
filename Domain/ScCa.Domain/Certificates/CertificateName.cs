using System.Text;

namespace ScCa.Domain.Certificates;

/// <summary>The name on a certificate; kept as written, compared in <see cref="Normalised"/> form (P1).</summary>
public sealed record CertificateName : ITextValue<CertificateName>
{
    private CertificateName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Trimmed, full-width forms folded to half-width, brackets made ASCII: （） = ().</summary>
    public string Normalised => Normalise(Value);

    public static CertificateName Parse(string text) => new(Text.NotBlank(text, 200, nameof(CertificateName)));

    public bool IsSameNameAs(string accountName) => Normalised == Normalise(accountName);

    public static string Normalise(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            result.Append(c switch
            {
                // The full-width block mirrors ASCII 21–7E at a fixed distance; （ and ） are part of it.
                >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                '\u3000' => ' ',
                _ => c,
            });
        }

        return result.ToString().Trim();
    }

    public override string ToString() => Value;
}
