using NodaTime;
using ScCa.Gateways.Http;

namespace ScCa.Gateways.WeChat;

/// <summary>Who we are to WeChat Pay, and where it is.</summary>
/// <param name="MerchantSerial">The serial number of the merchant's API certificate.</param>
/// <param name="NoticeUrl">Where WeChat tells of payments and refunds: https, without a query.</param>
public sealed record WeChatPayOptions(string MerchantId, string AppId, string MerchantSerial, Uri NoticeUrl)
{
    public Uri Host { get; init; } = new("https://api.mch.weixin.qq.com");

    public Duration Timeout { get; init; } = Duration.FromSeconds(10);

    internal void Check()
    {
        RemoteAddress.Check(Host, "WeChat:Host");
        RemoteAddress.Check(NoticeUrl, "WeChat:NoticeUrl");
        // These stand between quotation marks in the Authorization header.
        if (Host.PathAndQuery != "/" || NoticeUrl.Query.Length > 0 || !IsIdentifier(MerchantId) || !IsIdentifier(AppId) || !IsIdentifier(MerchantSerial)
            || Timeout <= Duration.Zero)
        {
            throw new GatewayRefusedException("微信支付的配置不可用。", "WeChat Pay cannot be used as it is configured.");
        }
    }

    private static bool IsIdentifier(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_');
}
