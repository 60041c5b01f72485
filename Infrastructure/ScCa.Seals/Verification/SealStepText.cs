namespace ScCa.Seals.Verification;

internal static class SealStepText
{
    public static (string ZhCn, string En) Of(SealStep step) => step switch
    {
        SealStep.SignatureFormat => ("签章数据格式", "Format of the seal signature"),
        SealStep.SealFormat => ("印章数据格式", "Format of the seal"),
        SealStep.DocumentIntegrity => ("文档内文件完整性", "Integrity of the document's files"),
        SealStep.DocumentCoverage => ("签章保护范围", "What the signature covers"),
        SealStep.SealFile => ("文档内印章文件", "The seal file within the document"),
        SealStep.DocumentDigest => ("原文摘要", "Digest of the document"),
        SealStep.SignatureAlgorithm => ("签章签名算法", "Algorithm of the signature"),
        SealStep.SignatureValue => ("签章签名值", "Value of the signature"),
        SealStep.SignerChain => ("签章人证书链", "Chain of the signer's certificate"),
        SealStep.SignerKeyUsage => ("签章人证书密钥用途", "Key usage of the signer's certificate"),
        SealStep.SigningTime => ("签章时间", "Time of signing"),
        SealStep.SignerValidity => ("签章时证书有效期", "Validity of the signer's certificate when signing"),
        SealStep.SignerRevocation => ("签章人证书撤销状态", "Revocation of the signer's certificate"),
        SealStep.SignerListed => ("签章人证书在印章列表中", "The seal lists the signer"),
        SealStep.SealAlgorithm => ("印章签名算法", "Algorithm of the seal's signature"),
        SealStep.SealSignatureValue => ("印章签名值", "Value of the seal's signature"),
        SealStep.MakerChain => ("制章人证书链", "Chain of the seal maker's certificate"),
        SealStep.MakerKeyUsage => ("制章人证书密钥用途", "Key usage of the seal maker's certificate"),
        SealStep.MakerValidity => ("制章人证书有效期", "Validity of the seal maker's certificate"),
        SealStep.MakerRevocation => ("制章人证书撤销状态", "Revocation of the seal maker's certificate"),
        SealStep.SealPeriod => ("印章有效期", "Validity period of the seal"),
        SealStep.SealStatus => ("印章状态", "Status of the seal"),
        SealStep.SealName => ("印章名称与备案一致", "The seal's name is the registered one"),
        SealStep.SealExtensions => ("印章扩展数据", "Extensions of the seal"),
        SealStep.SealCreation => ("印章制作日期", "Date of the seal's making"),
        SealStep.SealTimestampToken => ("印章时间戳", "Timestamp of the seal"),
        SealStep.SealTimestampImprint => ("印章时间戳对应关系", "The seal's timestamp is about the seal"),
        SealStep.SealTimestampAuthority => ("印章时间戳签发机构", "Authority of the seal's timestamp"),
        SealStep.SignatureExtensions => ("签章扩展数据", "Extensions of the signature"),
        SealStep.TimestampToken => ("签章时间戳", "Timestamp of the signature"),
        SealStep.TimestampImprint => ("签章时间戳对应关系", "The timestamp is about the signature"),
        SealStep.TimestampAuthority => ("签章时间戳签发机构", "Authority of the timestamp"),
        SealStep.TimestampTime => ("签章时间与时间戳一致", "Time of signing agrees with the timestamp"),
        SealStep.ProtectedRange => ("原文属性信息", "Description of what is protected"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
