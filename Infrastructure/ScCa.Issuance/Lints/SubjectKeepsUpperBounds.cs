using ScCa.Issuance.X509;

namespace ScCa.Issuance.Lints;

/// <summary>The bounds count characters, whatever number of octets each takes.</summary>
internal sealed class SubjectKeepsUpperBounds : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SubjectKeepsUpperBounds), "RFC 5280 Appendix A.1 (ub-*)", LintRule.Rfc5280Published,
        "主体名称各项不能超过规定的字符数。请与持有人确认较短的名称。",
        "No subject attribute is longer than its upper bound. Agree on a shorter name with the holder.");

    // What has no bound of its own here keeps the narrowest common one.
    private const int OtherCharactersMax = 64;

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) =>
        SubjectAttribute.ReadAll(certificate.Subject).All(attribute => attribute.Value.EnumerateRunes().Count() <= CharactersMax(attribute.Oid));

    private static int CharactersMax(string oid) => oid is Oids.LocalityName or Oids.StateOrProvinceName ? 128 : OtherCharactersMax;
}
