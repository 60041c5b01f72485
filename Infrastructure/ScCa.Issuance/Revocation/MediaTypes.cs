namespace ScCa.Issuance.Revocation;

/// <summary>What HTTP calls the files: RFC 6960 Appendix A, RFC 2585 §4, RFC 3161 §3.4.</summary>
internal static class MediaTypes
{
    public const string OcspResponse = "application/ocsp-response";
    public const string RevocationList = "application/pkix-crl";
    public const string Certificate = "application/pkix-cert";
    public const string TimestampReply = "application/timestamp-reply";
}
