namespace ScCa.Domain.Platforms;

/// <summary>How identity is proven (验证).</summary>
public enum Verification
{
    CorporateTransfer,
    KeySignature,
}
