namespace ScCa.Issuance.X509;

/// <summary>The object identifiers that this room speaks of, each under the name its standard gives it.</summary>
internal static class Oids
{
    // X.520 attribute types.
    public const string CommonName = "2.5.4.3";
    public const string SerialNumber = "2.5.4.5";
    public const string CountryName = "2.5.4.6";
    public const string LocalityName = "2.5.4.7";
    public const string StateOrProvinceName = "2.5.4.8";
    public const string OrganizationName = "2.5.4.10";
    public const string OrganizationalUnitName = "2.5.4.11";

    // RFC 5280 §4.2 certificate extensions.
    public const string SubjectKeyIdentifier = "2.5.29.14";
    public const string KeyUsage = "2.5.29.15";
    public const string BasicConstraints = "2.5.29.19";
    public const string CrlDistributionPoints = "2.5.29.31";
    public const string CertificatePolicies = "2.5.29.32";
    public const string AuthorityKeyIdentifier = "2.5.29.35";
    public const string ExtendedKeyUsage = "2.5.29.37";

    /// <summary>企业组织机构代码 of GM/T 0015: carries the unified social credit code today.</summary>
    public const string OrganizationCode = "1.2.156.10260.4.1.4";

    // RFC 5280 §4.2.1.12 and RFC 9336 key purposes.
    public const string ClientAuth = "1.3.6.1.5.5.7.3.2";
    public const string DocumentSigning = "1.3.6.1.5.5.7.3.36";

    public const string CpsQualifier = "1.3.6.1.5.5.7.2.1";

    public const string EcPublicKey = "1.2.840.10045.2.1";
}
