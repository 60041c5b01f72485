namespace ScCa.Pki;

/// <summary>The object identifiers that this room speaks of, each under the name its standard gives it.</summary>
public static partial class Oids
{
    // X.520 attribute types.
    public const string CommonName = "2.5.4.3";
    public const string SerialNumber = "2.5.4.5";
    public const string CountryName = "2.5.4.6";
    public const string LocalityName = "2.5.4.7";
    public const string StateOrProvinceName = "2.5.4.8";
    public const string OrganizationName = "2.5.4.10";
    public const string OrganizationalUnitName = "2.5.4.11";
    public const string OrganizationIdentifier = "2.5.4.97";
    public const string EmailAddress = "1.2.840.113549.1.9.1";
    public const string DomainComponent = "0.9.2342.19200300.100.1.25";
    public const string UserId = "0.9.2342.19200300.100.1.1";

    // RFC 5280 §4.2 certificate extensions, §5.2 and §5.3 CRL extensions.
    public const string SubjectKeyIdentifier = "2.5.29.14";
    public const string KeyUsage = "2.5.29.15";
    public const string PrivateKeyUsagePeriod = "2.5.29.16";
    public const string SubjectAlternativeName = "2.5.29.17";
    public const string IssuerAlternativeName = "2.5.29.18";
    public const string BasicConstraints = "2.5.29.19";
    public const string CrlNumber = "2.5.29.20";
    public const string CrlReason = "2.5.29.21";
    public const string InvalidityDate = "2.5.29.24";
    public const string DeltaCrlIndicator = "2.5.29.27";
    public const string IssuingDistributionPoint = "2.5.29.28";
    public const string CertificateIssuer = "2.5.29.29";
    public const string NameConstraints = "2.5.29.30";
    public const string CrlDistributionPoints = "2.5.29.31";
    public const string CertificatePolicies = "2.5.29.32";
    public const string AnyPolicy = "2.5.29.32.0";
    public const string PolicyMappings = "2.5.29.33";
    public const string AuthorityKeyIdentifier = "2.5.29.35";
    public const string PolicyConstraints = "2.5.29.36";
    public const string ExtendedKeyUsage = "2.5.29.37";
    public const string FreshestCrl = "2.5.29.46";
    public const string InhibitAnyPolicy = "2.5.29.54";
    public const string NoRevocationAvailable = "2.5.29.56";
    public const string AuthorityInformationAccess = "1.3.6.1.5.5.7.1.1";
    public const string SubjectInformationAccess = "1.3.6.1.5.5.7.1.11";
    public const string AccessOcsp = "1.3.6.1.5.5.7.48.1";
    public const string AccessCaIssuers = "1.3.6.1.5.5.7.48.2";

    // RFC 6960 §4.4.
    public const string OcspBasic = "1.3.6.1.5.5.7.48.1.1";
    public const string OcspNonce = "1.3.6.1.5.5.7.48.1.2";
    public const string OcspNoCheck = "1.3.6.1.5.5.7.48.1.5";
    public const string OcspArchiveCutoff = "1.3.6.1.5.5.7.48.1.6";

    // RFC 5280 §4.2.1.12 and RFC 9336 key purposes.
    public const string ServerAuth = "1.3.6.1.5.5.7.3.1";
    public const string ClientAuth = "1.3.6.1.5.5.7.3.2";
    public const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    public const string OcspSigning = "1.3.6.1.5.5.7.3.9";
    public const string DocumentSigning = "1.3.6.1.5.5.7.3.36";
    public const string AnyExtendedKeyUsage = "2.5.29.37.0";

    // RFC 2985 §5.4; GM/T 0092 Annex A has a name of its own for the first; .63 and Microsoft's are what older tools in the field write.
    public const string ChallengePassword = "1.2.840.113549.1.9.7";
    public const string ChallengePasswordOfGm = "1.2.156.10197.6.1.4.1.10.3";
    public const string ExtensionRequest = "1.2.840.113549.1.9.14";
    public const string ExtensionRequestOfMicrosoft = "1.3.6.1.4.1.311.2.1.14";
    public const string TemporaryPublicKey = "1.2.840.113549.1.9.63";

    public const string CpsQualifier = "1.3.6.1.5.5.7.2.1";
    public const string UserNoticeQualifier = "1.3.6.1.5.5.7.2.2";

    // GM/T 0015, GB/T 20518 identities.
    public const string IdentityCode = "1.2.156.10260.4.1.1";
    public const string InsuranceNumber = "1.2.156.10260.4.1.2";
    public const string RegistrationNumber = "1.2.156.10260.4.1.3";
    public const string OrganizationCode = "1.2.156.10260.4.1.4";
    public const string TaxationNumber = "1.2.156.10260.4.1.5";

    // GB/T 33560 Annex A.
    public const string Sm2 = "1.2.156.10197.1.301";
    public const string Sm2Signature = "1.2.156.10197.1.301.1";
    public const string Sm2Encryption = "1.2.156.10197.1.301.3";
    public const string Sm3 = "1.2.156.10197.1.401";
    public const string HmacSm3 = "1.2.156.10197.1.401.2";
    public const string Sm2WithSm3 = "1.2.156.10197.1.501";
    public const string Sm4 = "1.2.156.10197.1.104";
    public const string Sm4Ecb = "1.2.156.10197.1.104.1";
    public const string Sm4Cbc = "1.2.156.10197.1.104.2";

    // RFC 5480, RFC 5758, RFC 8017, FIPS 180.
    public const string EcPublicKey = "1.2.840.10045.2.1";
    public const string P256 = "1.2.840.10045.3.1.7";
    public const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    public const string Rsa = "1.2.840.113549.1.1.1";
    public const string RsaWithSha256 = "1.2.840.113549.1.1.11";
    public const string Sha1 = "1.3.14.3.2.26";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Sha384 = "2.16.840.1.101.3.4.2.2";
    public const string Sha512 = "2.16.840.1.101.3.4.2.3";
}
