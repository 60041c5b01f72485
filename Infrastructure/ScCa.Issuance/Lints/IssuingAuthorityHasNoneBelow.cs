using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>An issuing CA issues to holders; a further CA below it is nobody's plan.</summary>
internal sealed class IssuingAuthorityHasNoneBelow : ILint
{
    public LintRule Rule { get; } = new(
        nameof(IssuingAuthorityHasNoneBelow), "RFC 5280 §4.2.1.9; ScCa.Core", LintRule.HouseOpened, LintedUses.Issuing,
        "签发 CA 的 pathLenConstraint 必须为 0。请检查证书模板。",
        "An issuing CA's pathLenConstraint is 0. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        // Where there is none, or one without cA, another lint speaks.
        if (!certificate.TryFind(OidOctets.BasicConstraints, out var extension))
            return true;
        var fields = new DerReader(DerReader.Only(extension.Value.Span, DerTags.Sequence));
        if (fields.NextTag == DerTags.Boolean)
            fields.Read(DerTags.Boolean);
        else
            return true;
        return fields.NextTag == DerTags.Integer && fields.Read(DerTags.Integer) is [0];
    }
}
