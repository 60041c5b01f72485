using System.Text.RegularExpressions;
using ScCa.Pki;

namespace ScCa.Composition.Authority;

/// <summary>Purposes of keys by the names that people give them.</summary>
public static partial class KeyPurposes
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["server-auth"] = Oids.ServerAuth,
        ["client-auth"] = Oids.ClientAuth,
        ["email-protection"] = Oids.EmailProtection,
        ["document-signing"] = Oids.DocumentSigning,
        ["time-stamping"] = Oids.TimeStamping,
        ["ocsp-signing"] = Oids.OcspSigning,
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    internal static string OidOf(string purpose)
    {
        if (Known.TryGetValue(purpose, out var oid))
            return oid;
        return ObjectIdentifier().IsMatch(purpose) ? purpose : throw OperationRefusals.PurposeUnknown(purpose);
    }

    [GeneratedRegex(@"\A[0-2](\.(0|[1-9][0-9]{0,38})){1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectIdentifier();
}
