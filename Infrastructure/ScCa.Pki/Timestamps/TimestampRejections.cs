namespace ScCa.Pki.Timestamps;

/// <summary>What the authority says when it does not stamp, each with what to do next.</summary>
internal static class TimestampRejections
{
    public static TimestampResponse BadAlgorithm { get; } = TimestampResponse.Rejecting(
        TimestampFailures.BadAlgorithm, "摘要算法不受支持。请改用 SM3 或 SHA-256。", "The hash algorithm is not accepted. Use SM3 or SHA-256.");

    public static TimestampResponse BadDataFormat { get; } = TimestampResponse.Rejecting(
        TimestampFailures.BadDataFormat, "摘要长度与算法不符。请检查客户端。", "The digest is not as long as its algorithm's. Check the client.");

    public static TimestampResponse UnacceptedPolicy { get; } = TimestampResponse.Rejecting(
        TimestampFailures.UnacceptedPolicy, "不支持所请求的时间戳策略。请不指定策略或更换策略。", "The policy asked for is not served here. Ask for none, or for another.");

    public static TimestampResponse UnacceptedExtension { get; } = TimestampResponse.Rejecting(
        TimestampFailures.UnacceptedExtension, "不支持请求中的扩展项。请去掉后重试。", "The request's extensions are not known here. Leave them out.");

    public static TimestampResponse TimeNotAvailable { get; } = TimestampResponse.Rejecting(
        TimestampFailures.TimeNotAvailable, "各时间源不一致或不可用，暂不签发时间戳。请稍后重试。", "The sources of time disagree or are not there, so no time is given. Try again later.");

    public static TimestampResponse SystemFailure { get; } = TimestampResponse.Rejecting(
        TimestampFailures.SystemFailure, "时间戳证书不在有效期内，暂不签发时间戳。请联系管理员。", "The authority's certificate is not valid now, so no timestamp is given. Tell its operator.");
}
