using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>A name is read from the widest to the narrowest.</summary>
internal sealed class CountryStandsFirst : ILint
{
    public LintRule Rule { get; } = new(
        nameof(CountryStandsFirst), "GM/T 0015; GB/T 20518", new LocalDate(2012, 11, 22), LintedUses.All,
        "主体名称中的国家（C）必须排在最前面。请检查证书模板。",
        "Where the subject has a country, it stands first. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        for (var i = 1; i < certificate.Attributes.Length; i++)
        {
            if (certificate.Attributes[i].Is(OidOctets.CountryName))
                return false;
        }

        return true;
    }
}
