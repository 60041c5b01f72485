namespace ScCa.Domain.Platforms;

/// <summary>Which side of its notAfter a certificate was on when the operation was applied for (C3).</summary>
public enum Stage
{
    /// <summary>There is no certificate yet.</summary>
    BeforeIssue,
    InValidity,
    Expired,
}
