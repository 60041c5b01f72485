namespace ScCa.Seals.Verification;

/// <summary>Numbers that vendors' interfaces answer with; no standard has them.</summary>
public enum SealFaultCode
{
    Format = 1000,
    DigestAlgorithm = 1001,
    SignatureAlgorithm = 1002,
    UnsupportedAlgorithm = 1003,
    SignerCertificate = 1004,
    ToBeSigned = 1005,
    SignatureValue = 1006,
    NoPublicKey = 1007,
    SignatureCheck = 1008,
    NoSeal = 1009,
    NoSealContent = 1010,
    NoProperty = 1011,
    NoSignersKind = 1012,
    SignerNotListed = 1013,
    SealCertificate = 1014,
    SealAlgorithm = 1015,
    SealSignatureValue = 1016,
    MakerCertificate = 1017,
    SealSignatureCheck = 1018,
    MakerNotYetValid = 1019,
    MakerExpired = 1020,
    NoValidity = 1021,
    SealNotYetValid = 1022,
    SealExpired = 1023,
    TimeCheck = 1024,
    DocumentDigest = 1025,
    NoTime = 1026,
}
