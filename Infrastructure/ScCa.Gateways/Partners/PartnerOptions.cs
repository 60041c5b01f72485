using NodaTime;
using ScCa.Gateways.Http;

namespace ScCa.Gateways.Partners;

/// <summary>Where a partner is, and the name he knows us by.</summary>
/// <param name="Url">What the paths are appended to: https, ending with a slash.</param>
public sealed record PartnerOptions(Uri Url, string KeyId)
{
    /// <summary>From connecting to the last octet of the answer.</summary>
    public Duration Timeout { get; init; } = Duration.FromSeconds(10);

    internal void Check(string section)
    {
        RemoteAddress.Check(Url, $"{section}:Url");
        if (!Url.AbsolutePath.EndsWith('/') || Url.Query.Length > 0)
            throw Wrong($"{section}:Url");
        if (KeyId.Length is 0 or > 64 || !KeyId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw Wrong($"{section}:KeyId");
        if (Timeout <= Duration.Zero)
            throw Wrong($"{section}:TimeoutSeconds");
    }

    private static GatewayRefusedException Wrong(string setting) => new($"对接配置不可用：{setting}。", $"The partner cannot be used as configured: {setting}.");
}
