using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScCa.Gateways.WeChat;

/// <summary>The bodies, member for member as the documents of APIv3 name them; members that nothing here needs are passed over.</summary>
internal static class WeChatPayJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    public static byte[] Write<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, Options);

    /// <summary>Null where it is none.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> body) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Amount(long? Total, long? Refund, string? Currency);

    internal sealed record NativeOrder(string? Appid, string? Mchid, string? Description, string? OutTradeNo, string? TimeExpire, string? NotifyUrl, Amount? Amount);

    internal sealed record NativeCode(string? CodeUrl);

    internal sealed record CloseOrder(string? Mchid);

    internal sealed record Transaction(
        string? Appid, string? Mchid, string? OutTradeNo, string? TransactionId, string? TradeState, string? SuccessTime, Amount? Amount);

    internal sealed record RefundOrder(string? OutTradeNo, string? OutRefundNo, string? NotifyUrl, Amount? Amount);

    /// <summary>The refund of an answer (<c>status</c>) and of a notice (<c>refund_status</c>, <c>mchid</c>).</summary>
    internal sealed record Refund(
        string? Mchid, string? OutTradeNo, string? OutRefundNo, string? RefundId, string? Status, string? RefundStatus, string? SuccessTime, Amount? Amount);

    internal sealed record Failure(string? Code, string? Message);

    internal sealed record Notice(string? Id, string? CreateTime, string? EventType, string? ResourceType, string? Summary, Resource? Resource);

    internal sealed record Resource(string? OriginalType, string? Algorithm, string? Ciphertext, string? AssociatedData, string? Nonce);
}
