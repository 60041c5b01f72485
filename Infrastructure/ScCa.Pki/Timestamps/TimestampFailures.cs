namespace ScCa.Pki.Timestamps;

/// <summary>PKIFailureInfo, RFC 3161 §2.4.2.</summary>
[Flags]
public enum TimestampFailures
{
    None = 0,
    BadAlgorithm = 1 << 0,
    BadRequest = 1 << 2,
    BadDataFormat = 1 << 5,
    TimeNotAvailable = 1 << 14,
    UnacceptedPolicy = 1 << 15,
    UnacceptedExtension = 1 << 16,
    AdditionalInformationNotAvailable = 1 << 17,
    SystemFailure = 1 << 25,
}
