namespace ScCa.Pki.Paths;

/// <summary>What is wrong with a certificate of a path. <see cref="PathFindingText"/> says it in both languages.</summary>
public enum PathFinding
{
    IssuerNotFound = 0,
    SearchLimitReached = 1,
    SignatureWrong = 2,

    /// <summary>The signature is the issuer's under an empty SM2 identity, as some programs sign that are not told the standard's.</summary>
    SignedWithEmptyId = 3,
    SignatureAlgorithmUnknown = 4,
    IssuerNameDiffers = 5,
    NotYetValid = 6,
    Expired = 7,
    NameNotPermitted = 8,
    NameExcluded = 9,

    /// <summary>A name of a form that is constrained and cannot be compared: it is refused, since nobody knows whether it is permitted.</summary>
    NameFormNotComparable = 10,
    NameConstraintsTooMany = 11,
    ExtensionMalformed = 12,
    CriticalExtensionUnknown = 13,
    NoAuthority = 14,
    PathTooLong = 15,
    MayNotSignCertificates = 16,
    KeyUsageMissing = 17,
    PurposeMissing = 18,
    PurposeMissingInAuthority = 19,
    PolicyNotAcceptable = 20,
    AnyPolicyMapped = 21,
    Revoked = 22,
    RevocationEvidenceAbsent = 23,
    RevocationEvidenceNotFresh = 24,
    RevocationEvidenceNotAuthentic = 25,
    RevocationEvidenceOutOfScope = 26,
    RevocationListIndirect = 27,
    RevocationEvidenceMalformed = 28,
    RevocationNotKnownToResponder = 29,
}
