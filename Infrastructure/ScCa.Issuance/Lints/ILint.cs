using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>One requirement on a certificate, checked on the bytes that would be signed.</summary>
internal interface ILint
{
    LintRule Rule { get; }

    /// <summary>Reads nothing but DER. An <see cref="System.Formats.Asn1.AsnContentException"/> counts as not met.</summary>
    bool IsMetBy(ToBeSigned certificate, LintIssuer issuer);
}
