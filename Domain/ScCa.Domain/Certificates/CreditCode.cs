namespace ScCa.Domain.Certificates;

/// <summary>The unified social credit code of an organisation (统一社会信用代码), GB 32100-2015.</summary>
public sealed record CreditCode : ITextValue<CreditCode>
{
    // GB 32100-2015 §4: digits and capital letters without I, O, S, V, Z.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode(string value) => Value = value;

    public string Value { get; }

    public static CreditCode Parse(string text) => TryParse(text) ?? throw new FormatException("CreditCode: 18 characters with a right check character are needed.");

    public static CreditCode? TryParse(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        if (code.Length != 18)
            return null;

        // GB 32100-2015 §5: weights 3^i mod 31 over the first 17, the check character makes the sum 0 mod 31.
        var (sum, weight) = (0, 1);
        for (var i = 0; i < 17; i++)
        {
            var rank = Alphabet.IndexOf(code[i], StringComparison.Ordinal);
            if (rank < 0)
                return null;
            sum += rank * weight;
            weight = weight * 3 % 31;
        }

        return code[17] == Alphabet[(31 - sum % 31) % 31] ? new CreditCode(code) : null;
    }

    public override string ToString() => Value;
}
