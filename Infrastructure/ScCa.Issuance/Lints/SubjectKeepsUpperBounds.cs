using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>The bounds count characters, whatever number of octets each takes.</summary>
internal sealed class SubjectKeepsUpperBounds : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectKeepsUpperBounds), "RFC 5280 Appendix A.1 (ub-*)", LintRule.Rfc5280Published, LintedUses.All,
        "主体名称各项不能超过规定的字符数。请与持有人确认较短的名称。",
        "No subject attribute is longer than its upper bound. Agree on a shorter name with the holder.");

    // What has no bound of its own here keeps the narrowest common one.
    private const int OtherCharactersMax = 64;

    private const int PlaceCharactersMax = 128;

    private const int AddressCharactersMax = 255;

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        foreach (ref readonly var attribute in certificate.Attributes)
        {
            if (attribute.Characters > CharactersMax(attribute))
                return false;
        }

        return true;
    }

    private static int CharactersMax(in SubjectAttribute attribute)
    {
        if (attribute.Is(OidOctets.LocalityName) || attribute.Is(OidOctets.StateOrProvinceName))
            return PlaceCharactersMax;
        return attribute.Is(OidOctets.EmailAddress) ? AddressCharactersMax : OtherCharactersMax;
    }
}
