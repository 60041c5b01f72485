namespace ScCa.Domain.Platforms;

/// <summary>What a certificate may go through (业务类型).</summary>
public enum Operation
{
    New,
    Renew,
}

/// <summary>How business is brought to the authority (办理方式).</summary>
public enum Channel
{
    Online,
    Mail,
    Window,
}

/// <summary>What kind of subject a certificate names.</summary>
public enum HolderKind
{
    Unit,
    Individual,
    Expert,
}

/// <summary>How identity is proven (验证).</summary>
public enum Verification
{
    CorporateTransfer,
    KeySignature,
}

/// <summary>Which side of its notAfter a certificate was on when the operation was applied for (C3).</summary>
public enum Stage
{
    /// <summary>There is no certificate yet.</summary>
    BeforeIssue,
    InValidity,
    Expired,
}
