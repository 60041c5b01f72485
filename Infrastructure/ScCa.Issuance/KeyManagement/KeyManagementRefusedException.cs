namespace ScCa.Issuance.KeyManagement;

/// <summary>Something that the key management must not do. The texts carry no secret.</summary>
public sealed class KeyManagementRefusedException : Exception
{
    internal KeyManagementRefusedException(KeyManagementRefusal refusal, Exception? inner = null)
        : base($"{refusal}: {Text(refusal).En}", inner) => Refusal = refusal;

    public KeyManagementRefusal Refusal { get; }

    public string ZhCn => Text(Refusal).ZhCn;

    public string En => Text(Refusal).En;

    private static (string ZhCn, string En) Text(KeyManagementRefusal refusal) => refusal switch
    {
        KeyManagementRefusal.ArchiveUnreadable => (
            "密钥库文件缺失、不完整或已被改动。请从备份恢复。",
            "The key archive's file is missing, incomplete or altered. Restore it from the backup."),
        KeyManagementRefusal.ArchiveAlreadyThere => (
            "该文件夹中已有密钥库，不会覆盖。请换一个文件夹。",
            "There is a key archive in this folder already, and it is never overwritten. Choose another folder."),
        KeyManagementRefusal.CustodiansTooFew => (
            "密钥库需要 2 至 255 名不同的保管人，且至少 2 人才能恢复。请增加保管人。",
            "A key archive needs 2 to 255 different custodians, of whom at least 2 restore a key. Name more custodians."),
        KeyManagementRefusal.TaskIsAnothers => (
            "该任务号已用于另一把签名密钥。请使用新的序列号。",
            "This task was already used for another signature key. Use a new serial number."),
        KeyManagementRefusal.KeyUnknown => (
            "密钥库中没有该任务号的密钥。请核对加密证书的序列号。",
            "The archive holds no key under this task. Check the encryption certificate's serial number."),
        KeyManagementRefusal.SharesTooFew => (
            "密钥份额不足。请召集更多保管人。",
            "There are too few shares. Call in more custodians."),
        KeyManagementRefusal.ShareWrong => (
            "有一份密钥份额不属于本密钥库，或已被改动。请核对份额文件。",
            "A share is not of this archive, or was altered. Check the share files."),
        KeyManagementRefusal.SharesOfOnePerson => (
            "恢复密钥至少需要两个不同的人。请由另一名保管人提供份额。",
            "Restoring a key takes two different people at least. Have another custodian give a share."),
        KeyManagementRefusal.ArchivedKeyAltered => (
            "归档的密钥无法打开，或与记录的公钥不符。请从备份恢复密钥库。",
            "The archived key does not open, or is not that of the public key on record. Restore the archive from the backup."),
        KeyManagementRefusal.ReasonMissing => (
            "恢复密钥需要写明理由。请填写理由（不含个人信息）。",
            "Restoring a key needs its reason. Say why, without personal data."),
        KeyManagementRefusal.ShareUnreadable => (
            "份额文件无法读取。请核对文件是否完整。",
            "The share's file cannot be read. Check that it is complete."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
