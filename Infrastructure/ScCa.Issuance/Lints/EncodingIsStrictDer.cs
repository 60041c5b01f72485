using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>The signature covers bytes: two encodings of one certificate would be two certificates.</summary>
internal sealed class EncodingIsStrictDer : ILint
{
    public LintRule Rule { get; } = new(
        nameof(EncodingIsStrictDer), "RFC 5280 §4.1; X.690 §10, §11", LintRule.Rfc5280Published, LintedUses.All,
        "证书编码必须是严格的 DER。请检查证书模板。",
        "Every part is strict DER. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer)
    {
        if (!DerWalk.IsStrict(certificate.Bytes.Span))
            return false;
        foreach (ref readonly var extension in certificate.Extensions)
        {
            if (!DerWalk.IsStrict(extension.Value.Span))
                return false;
        }

        return true;
    }
}
