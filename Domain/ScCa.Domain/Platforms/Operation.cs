namespace ScCa.Domain.Platforms;

/// <summary>What a certificate may go through (业务类型).</summary>
public enum Operation
{
    New,
    Renew,
    Change,
    Reissue,
    Revoke,
    Unlock,
    SealApply,
    SealUpgrade,
    SealRenew,
    EContractEnable,
}
