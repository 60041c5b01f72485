using ListReason = ScCa.Pki.RevocationLists.RevocationReason;
using RevocationReason = ScCa.Domain.Certificates.RevocationReason;

namespace ScCa.Issuance.Revocation;

/// <summary>The authority's reasons by their numbers in RFC 5280 §5.3.1.</summary>
internal static class ListReasons
{
    public static ListReason Of(RevocationReason reason) => reason switch
    {
        RevocationReason.KeyCompromise => ListReason.KeyCompromise,
        RevocationReason.CaCompromise => ListReason.CaCompromise,
        RevocationReason.AffiliationChanged => ListReason.AffiliationChanged,
        RevocationReason.Superseded => ListReason.Superseded,
        RevocationReason.CessationOfOperation => ListReason.CessationOfOperation,
        RevocationReason.PrivilegeWithdrawn => ListReason.PrivilegeWithdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
