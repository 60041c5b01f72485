namespace ScCa.Seals.Verification;

internal static class SealFaultCodes
{
    /// <summary>Null where the vendors' list has no number for it.</summary>
    public static SealFaultCode? Of(SealFinding finding) => finding switch
    {
        SealFinding.SignatureMalformed => SealFaultCode.Format,
        SealFinding.SealMalformed => SealFaultCode.NoSealContent,
        SealFinding.FileChanged or SealFinding.FileMissing or SealFinding.FileUnprotected or SealFinding.DocumentDigestDiffers
            or SealFinding.RangeDiffers => SealFaultCode.DocumentDigest,
        SealFinding.DigestLengthWrong => SealFaultCode.DigestAlgorithm,
        SealFinding.AlgorithmUnknown => SealFaultCode.UnsupportedAlgorithm,
        SealFinding.AlgorithmUnfit => SealFaultCode.SignatureAlgorithm,
        SealFinding.SignatureWrong => SealFaultCode.SignatureCheck,
        SealFinding.SignerCertificateMalformed or SealFinding.SignerNotTrusted or SealFinding.SignerKeyUsageWrong or SealFinding.SignerNotYetValid
            or SealFinding.SignerExpired or SealFinding.SignerRevoked or SealFinding.SignerRevocationUnknown => SealFaultCode.SignerCertificate,
        SealFinding.SignerNotListed => SealFaultCode.SignerNotListed,
        SealFinding.SealFileDiffers => SealFaultCode.NoSeal,
        SealFinding.SealAlgorithmUnknown or SealFinding.SealAlgorithmUnfit => SealFaultCode.SealAlgorithm,
        SealFinding.SealSignatureWrong => SealFaultCode.SealSignatureCheck,
        SealFinding.MakerCertificateMalformed => SealFaultCode.SealCertificate,
        SealFinding.MakerNotTrusted or SealFinding.MakerKeyUsageWrong or SealFinding.MakerRevoked or SealFinding.MakerRevocationUnknown => SealFaultCode.MakerCertificate,
        SealFinding.MakerNotYetValid => SealFaultCode.MakerNotYetValid,
        SealFinding.MakerExpired => SealFaultCode.MakerExpired,
        SealFinding.SealNotYetValid => SealFaultCode.SealNotYetValid,
        SealFinding.SealExpired => SealFaultCode.SealExpired,
        SealFinding.TimeUnreadable => SealFaultCode.NoTime,
        SealFinding.TimeInFuture or SealFinding.SignerExpiredWithoutTimestamp or SealFinding.SignerRevokedWithoutTimestamp or SealFinding.TimestampMalformed
            or SealFinding.TimestampForOther or SealFinding.TimestampAuthorityNotTrusted or SealFinding.TimestampInFuture or SealFinding.TimeAfterTimestamp or SealFinding.TimestampTooLate
            or SealFinding.CreatedAfterTimestamp or SealFinding.CreatedAfterUse or SealFinding.CreatedAfterEnd => SealFaultCode.TimeCheck,
        SealFinding.RangeMissing or SealFinding.ExtensionUnknown => SealFaultCode.ToBeSigned,
        _ => null,
    };
}
