namespace ScCa.Pki.Ocsp;

/// <summary>OCSPResponseStatus, RFC 6960 §4.2.1; 4 is not used.</summary>
public enum OcspResponseStatus
{
    Successful = 0,
    MalformedRequest = 1,
    InternalError = 2,
    TryLater = 3,
    SignatureRequired = 5,

    /// <summary>This responder does not answer about that certificate.</summary>
    Unauthorized = 6,
}
