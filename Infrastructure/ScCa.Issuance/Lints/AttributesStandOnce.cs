using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Which of two common names would count? Units below units and domains below domains are the exception.</summary>
internal sealed class AttributesStandOnce : ILint
{
    public LintRule Rule { get; } = new(
        nameof(AttributesStandOnce), "ScCa.Core", LintRule.HouseOpened, LintedUses.All,
        "主体名称中除 OU、DC 外，同一属性只能出现一次。请检查证书模板。",
        "No subject attribute stands twice, but for OU and DC. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        for (var i = 1; i < certificate.Attributes.Length; i++)
        {
            ref readonly var attribute = ref certificate.Attributes[i];
            if (!attribute.Is(OidOctets.OrganizationalUnitName) && !attribute.Is(OidOctets.DomainComponent) && StandsBefore(certificate, attribute, i))
                return false;
        }

        return true;
    }

    private static bool StandsBefore(ToBeSigned certificate, in SubjectAttribute attribute, int index)
    {
        foreach (ref readonly var earlier in certificate.Attributes[..index])
        {
            if (earlier.Is(attribute.Oid.Span))
                return true;
        }

        return false;
    }
}
