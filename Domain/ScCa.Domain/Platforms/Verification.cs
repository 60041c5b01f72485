namespace ScCa.Domain.Platforms;

/// <summary>How identity is proven (验证). A way of being served may need several side by side.</summary>
public enum Verification
{
    /// <summary>A transfer from an account in the holder's name (对公转账).</summary>
    CorporateTransfer,

    /// <summary>The legal representative proves himself (法人实人认证).</summary>
    RealPerson,

    /// <summary>The papers bear the unit's seal impression (加盖公章).</summary>
    StampedForm,

    /// <summary>The handler shows an ID at a window (现场).</summary>
    OnSite,

    /// <summary>The present key signs a challenge (A6).</summary>
    KeySignature,
}
