namespace ScCa.Pki.Timestamps;

/// <summary>The steps of verifying a timestamp, in the order they are taken (RFC 3161 §2.2, GM/T 0033).</summary>
public enum TimestampStep
{
    /// <summary>The response grants a timestamp.</summary>
    Status = 0,

    /// <summary>A token is there.</summary>
    Token = 1,

    /// <summary>The token is a signed message about a TSTInfo, in its prescribed encoding.</summary>
    ContentType = 2,

    /// <summary>The authority's certificate is there.</summary>
    Certificate = 3,

    /// <summary>The authority's key signed it.</summary>
    Signature = 4,

    /// <summary>The certificate is for timestamps: RFC 3161 §2.3 wants the one purpose, critical.</summary>
    Purpose = 5,

    /// <summary>The certificate may be believed at the timestamp's time.</summary>
    Trust = 6,

    /// <summary>The signed attribute names this certificate.</summary>
    SigningCertificate = 7,

    /// <summary>It is about this data, through an accepted hash.</summary>
    Imprint = 8,

    /// <summary>It answers this request.</summary>
    Nonce = 9,

    /// <summary>It was made under an accepted policy.</summary>
    Policy = 10,

    /// <summary>Its time is not ahead of now.</summary>
    Time = 11,
}
