using System.Formats.Asn1;
using ScCa.Issuance.X509;

namespace ScCa.Issuance.Lints;

/// <summary>A holder signs; only authorities sign certificates and revocation lists.</summary>
internal sealed class KeyUsageIsForSigning : ILint
{
    public LintRule Rule { get; } = new(
        nameof(KeyUsageIsForSigning), "RFC 5280 §4.2.1.3", LintRule.Rfc5280Published,
        "keyUsage 必须存在、为关键扩展，且只含 digitalSignature 和 nonRepudiation。请检查证书模板。",
        "keyUsage is there, is critical, and says digitalSignature and nonRepudiation only. Check the profile.");

    // Bit 0 digitalSignature, bit 1 nonRepudiation; named bits count from the top of the octet.
    private const byte Signing = 0b1100_0000;

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        certificate.Find(Oids.KeyUsage) is { IsCritical: true } usage && IsSigningOnly(new AsnReader(usage.Value, AsnEncodingRules.DER));

    // X.690 §11.2.2: a named bit list ends with its last one bit, here with 6 bits unused.
    private static bool IsSigningOnly(AsnReader usage) => usage.ReadBitString(out var unusedBits) is [Signing] && unusedBits == 6;
}
