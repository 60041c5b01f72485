namespace ScCa.Pki.RevocationLists;

/// <summary>CRLReason, RFC 5280 §5.3.1; 7 is not used.</summary>
public enum RevocationReason
{
    Unspecified = 0,
    KeyCompromise = 1,
    CaCompromise = 2,
    AffiliationChanged = 3,
    Superseded = 4,
    CessationOfOperation = 5,
    CertificateHold = 6,

    /// <summary>In a delta list alone: what the base holds about this certificate is no longer so.</summary>
    RemoveFromCrl = 8,

    PrivilegeWithdrawn = 9,
    AaCompromise = 10,
}
