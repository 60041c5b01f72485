using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A mistyped code names another organisation, or none.</summary>
internal sealed class OrganizationCodeChecks : ILint
{
    public LintRule Rule { get; } = new(
        nameof(OrganizationCodeChecks), "GM/T 0015; GB 32100-2015 §5", new LocalDate(2015, 10, 1), LintedUses.All,
        "1.2.156.10260.4.1.4 中的统一社会信用代码校验位不正确。请核对代码。",
        "The unified social credit code in 1.2.156.10260.4.1.4 does not check. Compare the code.");

    private const int Length = 18;
    private const int Modulus = 31;

    private static ReadOnlySpan<byte> Alphabet => "0123456789ABCDEFGHJKLMNPQRTUWXY"u8;

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        // What is no string of its type is for another lint.
        !certificate.TryFind(OidOctets.OrganizationCode, out var extension) || extension.Value.Span is not [DerTags.PrintableString, var length, .. var code]
        || length == 0 || Checks(code);

    // GB 32100-2015 §5: weights 3^i mod 31; all eighteen together make the sum 0 mod 31.
    private static bool Checks(ReadOnlySpan<byte> code)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in code)
        {
            var rank = Alphabet.IndexOf(character);
            if (rank < 0)
                return false;
            sum += rank * weight;
            weight = weight * 3 % Modulus;
        }

        return code.Length == Length && (sum - (Alphabet.IndexOf(code[^1]) * LastWeight) + Alphabet.IndexOf(code[^1])) % Modulus == 0;
    }

    // 3^17 mod 31: the check character itself has the weight 1.
    private const int LastWeight = 22;
}
