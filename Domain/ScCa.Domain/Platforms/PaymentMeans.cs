namespace ScCa.Domain.Platforms;

/// <summary>How money comes in (缴费).</summary>
public enum PaymentMeans
{
    CorporateTransfer,
    WeChat,
    Window,
}
