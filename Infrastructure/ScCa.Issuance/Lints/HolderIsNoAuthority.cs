using System.Formats.Asn1;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Lints;

/// <summary>Absent means the same as FALSE; an encoded FALSE would not be DER (X.690 §11.5), so only an empty SEQUENCE is left.</summary>
internal sealed class HolderIsNoAuthority : ILint
{
    public LintRule Rule { get; } = new(
        nameof(HolderIsNoAuthority), "RFC 5280 §4.2.1.9", LintRule.Rfc5280Published,
        "持有人证书不能是 CA 证书。请检查证书模板。",
        "A holder is no CA: basicConstraints is absent or says cA FALSE. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.Find(Oids.BasicConstraints) is not { } constraints || !new AsnReader(constraints.Value, AsnEncodingRules.DER).ReadSequence().HasData;
}
