using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>Answers are signed, nothing else.</summary>
internal sealed class ResponderKeyUsageIsForSigning : ILint
{
    public LintRule Rule { get; } = new(
        nameof(ResponderKeyUsageIsForSigning), "RFC 6960 §4.2.2.2; RFC 5280 §4.2.1.3", new LocalDate(2013, 6, 1), LintedUses.OcspResponder,
        "OCSP 证书的 keyUsage 必须为关键扩展，且只含 digitalSignature（可加 nonRepudiation）。请检查证书模板。",
        "An OCSP responder's keyUsage is critical and says digitalSignature, with nonRepudiation at most. Check the profile.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => NamedBits.SaysOnly(certificate, NamedBits.DigitalSignature | NamedBits.NonRepudiation);
}
