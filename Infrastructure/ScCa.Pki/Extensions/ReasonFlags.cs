namespace ScCa.Pki.Extensions;

/// <summary>Which reasons a list is about, RFC 5280 §4.2.1.13.</summary>
[Flags]
public enum ReasonFlags
{
    None = 0,
    Unused = 1 << 0,
    KeyCompromise = 1 << 1,
    CaCompromise = 1 << 2,
    AffiliationChanged = 1 << 3,
    Superseded = 1 << 4,
    CessationOfOperation = 1 << 5,
    CertificateHold = 1 << 6,
    PrivilegeWithdrawn = 1 << 7,
    AaCompromise = 1 << 8,
}
