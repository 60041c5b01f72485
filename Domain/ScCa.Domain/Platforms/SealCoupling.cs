namespace ScCa.Domain.Platforms;

/// <summary>How a platform ties seals to certificates (S1, S8).</summary>
public enum SealCoupling
{
    /// <summary>A New brings no seal.</summary>
    None,

    /// <summary>A New may bring any number of seals, each charged for.</summary>
    Optional,

    /// <summary>Certificate and seal are one: made, renewed, changed and reissued together.</summary>
    Coupled,
}
