namespace ScCa.Pki;

/// <summary>Why bytes were turned down that somebody gave as something of a public key infrastructure.</summary>
public enum PkiRefusal
{
    CertificateMalformed = 0,
    NameMalformed = 1,
    ExtensionMalformed = 2,
    PublicKeyMalformed = 3,
    AlgorithmUnknown = 4,
    RequestMalformed = 5,
    RequestNotProven = 6,
    RevocationListMalformed = 7,
    OcspRequestMalformed = 8,
    OcspResponseMalformed = 9,
    TimestampRequestMalformed = 10,
    TimestampMalformed = 11,
    MessageMalformed = 12,
    MessageRejected = 13,
    KeyFileMalformed = 14,
    KeyFileRejected = 15,
    TooLong = 16,
    ValueNotEncodable = 17,
}
