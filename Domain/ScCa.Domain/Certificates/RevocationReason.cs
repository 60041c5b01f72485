namespace ScCa.Domain.Certificates;

/// <summary>Why a generation or a certificate is revoked; the reasons of RFC 5280 §5.3.1 that this authority gives.</summary>
public enum RevocationReason
{
    KeyCompromise,
    CaCompromise,
    AffiliationChanged,
    Superseded,
    CessationOfOperation,

    /// <summary>Ordered by a court, or issued in error.</summary>
    PrivilegeWithdrawn,
}
