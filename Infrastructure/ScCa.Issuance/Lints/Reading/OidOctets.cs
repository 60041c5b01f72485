namespace ScCa.Issuance.Lints.Reading;

/// <summary>Object identifiers as their content octets: compared as they stand in the certificate, and written down here anew.</summary>
internal static class OidOctets
{
    // 2.5.4
    public static ReadOnlySpan<byte> CommonName => [0x55, 4, 3];
    public static ReadOnlySpan<byte> SerialNumber => [0x55, 4, 5];
    public static ReadOnlySpan<byte> CountryName => [0x55, 4, 6];
    public static ReadOnlySpan<byte> LocalityName => [0x55, 4, 7];
    public static ReadOnlySpan<byte> StateOrProvinceName => [0x55, 4, 8];
    public static ReadOnlySpan<byte> OrganizationName => [0x55, 4, 10];
    public static ReadOnlySpan<byte> OrganizationalUnitName => [0x55, 4, 11];

    // 1.2.840.113549.1.9.1 and 0.9.2342.19200300.100.1.25
    public static ReadOnlySpan<byte> EmailAddress => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 1];
    public static ReadOnlySpan<byte> DomainComponent => [0x09, 0x92, 0x26, 0x89, 0x93, 0xF2, 0x2C, 0x64, 1, 0x19];

    // 2.5.29
    public static ReadOnlySpan<byte> SubjectKeyIdentifier => [0x55, 0x1D, 14];
    public static ReadOnlySpan<byte> KeyUsage => [0x55, 0x1D, 15];
    public static ReadOnlySpan<byte> BasicConstraints => [0x55, 0x1D, 19];
    public static ReadOnlySpan<byte> CrlDistributionPoints => [0x55, 0x1D, 31];
    public static ReadOnlySpan<byte> CertificatePolicies => [0x55, 0x1D, 32];
    public static ReadOnlySpan<byte> AnyPolicy => [0x55, 0x1D, 32, 0];
    public static ReadOnlySpan<byte> AuthorityKeyIdentifier => [0x55, 0x1D, 35];
    public static ReadOnlySpan<byte> FreshestCrl => [0x55, 0x1D, 46];
    public static ReadOnlySpan<byte> ExtendedKeyUsage => [0x55, 0x1D, 37];

    // 1.3.6.1.5.5.7
    public static ReadOnlySpan<byte> AuthorityInformationAccess => [0x2B, 6, 1, 5, 5, 7, 1, 1];
    public static ReadOnlySpan<byte> CpsQualifier => [0x2B, 6, 1, 5, 5, 7, 2, 1];
    public static ReadOnlySpan<byte> ClientAuth => [0x2B, 6, 1, 5, 5, 7, 3, 2];
    public static ReadOnlySpan<byte> TimeStamping => [0x2B, 6, 1, 5, 5, 7, 3, 8];
    public static ReadOnlySpan<byte> OcspSigning => [0x2B, 6, 1, 5, 5, 7, 3, 9];
    public static ReadOnlySpan<byte> DocumentSigning => [0x2B, 6, 1, 5, 5, 7, 3, 36];
    public static ReadOnlySpan<byte> AccessOcsp => [0x2B, 6, 1, 5, 5, 7, 48, 1];
    public static ReadOnlySpan<byte> AccessCaIssuers => [0x2B, 6, 1, 5, 5, 7, 48, 2];
    public static ReadOnlySpan<byte> OcspNoCheck => [0x2B, 6, 1, 5, 5, 7, 48, 1, 5];

    // 1.2.156.10260.4.1, and 1.2.156.10260.4 of which it is a part
    public static ReadOnlySpan<byte> GmIdentities => [0x2A, 0x81, 0x1C, 0xD0, 0x14, 4];
    public static ReadOnlySpan<byte> IdentityCode => [0x2A, 0x81, 0x1C, 0xD0, 0x14, 4, 1, 1];
    public static ReadOnlySpan<byte> OrganizationCode => [0x2A, 0x81, 0x1C, 0xD0, 0x14, 4, 1, 4];
    public static ReadOnlySpan<byte> PassportNumber => [0x2A, 0x81, 0x1C, 0xD0, 0x14, 4, 1, 1, 2];

    // 2.16.840.1.113730.1.1
    public static ReadOnlySpan<byte> NetscapeType => [0x60, 0x86, 0x48, 1, 0x86, 0xF8, 0x42, 1, 1];

    // 1.2.840.10045.2.1, 1.2.840.10045.3.1.7, 1.2.156.10197.1.301, 1.2.840.113549.1.1.1
    public static ReadOnlySpan<byte> EcPublicKey => [0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1];
    public static ReadOnlySpan<byte> P256 => [0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7];
    public static ReadOnlySpan<byte> Sm2 => [0x2A, 0x81, 0x1C, 0xCF, 0x55, 1, 0x82, 0x2D];
    public static ReadOnlySpan<byte> Rsa => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1];
}
