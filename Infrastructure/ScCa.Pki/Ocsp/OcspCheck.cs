namespace ScCa.Pki.Ocsp;

/// <summary>What a response is checked for, in this order (RFC 6960 §3.2).</summary>
public enum OcspCheck
{
    /// <summary>Nothing failed.</summary>
    None = 0,

    /// <summary>The responder refused to answer.</summary>
    ResponseStatus = 1,

    /// <summary>Neither the issuer nor any certificate that came along is who the response says it is from.</summary>
    ResponderId = 2,

    /// <summary>That certificate was not issued by the issuer itself for answering (§4.2.2.2).</summary>
    ResponderAuthorization = 3,

    /// <summary>That certificate was not valid at the instant.</summary>
    ResponderValidity = 4,

    Signature = 5,

    /// <summary>It says something critical that is not understood here.</summary>
    CriticalExtension = 6,

    /// <summary>It is not about the certificate that was asked about.</summary>
    CertificateId = 7,

    /// <summary>It is about a time after the instant.</summary>
    ThisUpdate = 8,

    /// <summary>Newer knowledge had to be there by the instant.</summary>
    NextUpdate = 9,

    /// <summary>It answers another question.</summary>
    Nonce = 10,
}
