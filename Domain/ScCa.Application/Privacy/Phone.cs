using System.Diagnostics.CodeAnalysis;

namespace ScCa.Application.Privacy;

/// <summary>A mainland mobile number, eleven digits.</summary>
public sealed class Phone
{
    private Phone(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>Reads <c>138 0000 0000</c>, <c>+86 138-0000-0000</c> and the like; full-width digits too.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Phone? phone)
    {
        phone = null;
        if (text is null || text.Length > 40)
            return false;
        Span<char> digits = stackalloc char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits[count++] = c;
            else if (c is >= '\uFF10' and <= '\uFF19')
                digits[count++] = (char)(c - 0xFEE0);
            else if (c is not (' ' or '-' or '+' or '(' or ')'))
                return false;
        }

        var number = digits[..count];
        if (number.StartsWith("0086"))
            number = number[4..];
        else if (number.Length == 13 && number.StartsWith("86"))
            number = number[2..];
        if (number.Length != 11 || number[0] != '1' || number[1] is < '3')
            return false;
        phone = new Phone(number.ToString());
        return true;
    }

    /// <summary>138****0000: enough for its owner to know it by.</summary>
    public override string ToString() => $"{Digits[..3]}****{Digits[^4..]}";
}
