namespace ScCa.Pki;

public static partial class Oids
{
    // RFC 5652 and PKCS#7 content types.
    public const string Pkcs7Data = "1.2.840.113549.1.7.1";
    public const string Pkcs7SignedData = "1.2.840.113549.1.7.2";
    public const string Pkcs7EnvelopedData = "1.2.840.113549.1.7.3";
    public const string Pkcs7SignedAndEnvelopedData = "1.2.840.113549.1.7.4";
    public const string Pkcs7EncryptedData = "1.2.840.113549.1.7.6";

    // GM/T 0010, GB/T 35275 content types.
    public const string GmData = "1.2.156.10197.6.1.4.2.1";
    public const string GmSignedData = "1.2.156.10197.6.1.4.2.2";
    public const string GmEnvelopedData = "1.2.156.10197.6.1.4.2.3";
    public const string GmSignedAndEnvelopedData = "1.2.156.10197.6.1.4.2.4";
    public const string GmEncryptedData = "1.2.156.10197.6.1.4.2.5";

    // RFC 5652 §11, RFC 2634 §5.4, RFC 5035 §3, RFC 3161 Appendix A.
    public const string ContentTypeAttribute = "1.2.840.113549.1.9.3";
    public const string MessageDigestAttribute = "1.2.840.113549.1.9.4";
    public const string SigningTimeAttribute = "1.2.840.113549.1.9.5";
    public const string SigningCertificateAttribute = "1.2.840.113549.1.9.16.2.12";
    public const string SigningCertificateV2Attribute = "1.2.840.113549.1.9.16.2.47";
    public const string TimestampTokenAttribute = "1.2.840.113549.1.9.16.2.14";

    // RFC 3161 §2.4.2.
    public const string TimestampInfo = "1.2.840.113549.1.9.16.1.4";

    // GB/T 33560 calls this the key exchange; a known implementation encrypts under it.
    public const string Sm2KeyExchange = "1.2.156.10197.1.301.2";

    // RFC 3565.
    public const string Aes128Cbc = "2.16.840.1.101.3.4.1.2";
    public const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";

    // RFC 8018.
    public const string Pbkdf2 = "1.2.840.113549.1.5.12";
    public const string Pbes2 = "1.2.840.113549.1.5.13";
    public const string HmacWithSha256 = "1.2.840.113549.2.9";

    // GM/T 0091 prints this for HMAC-SM3, GB/T 33560 the other.
    public const string HmacSm3OfGmT0091 = "1.2.156.10197.1.401.3.1";

    // RFC 7292 §4.2, RFC 2985.
    public const string KeyBag = "1.2.840.113549.1.12.10.1.1";
    public const string ShroudedKeyBag = "1.2.840.113549.1.12.10.1.2";
    public const string CertificateBag = "1.2.840.113549.1.12.10.1.3";
    public const string X509CertificateBag = "1.2.840.113549.1.9.22.1";
    public const string FriendlyNameAttribute = "1.2.840.113549.1.9.20";
    public const string LocalKeyIdAttribute = "1.2.840.113549.1.9.21";
}
