namespace ScCa.Issuance.Profiles;

/// <summary>What a certificate is for.</summary>
public enum CertificateRole
{
    Holder = 0,
    Root = 1,
    Issuing = 2,

    /// <summary>An authority's key certified by another key of its own, or by another authority.</summary>
    Cross = 3,

    Ocsp = 4,
    Timestamp = 5,

    /// <summary>制章人.</summary>
    SealMaker = 6,
}
