namespace ScCa.Gateways.Http;

/// <summary>The address of somebody outside: https, or http to this machine itself.</summary>
internal static class RemoteAddress
{
    /// <exception cref="GatewayRefusedException">Anybody on the way could read or change what is sent there.</exception>
    public static void Check(Uri url, string setting)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (url is not { IsAbsoluteUri: true, Host.Length: > 0, UserInfo: "", Fragment: "" } || !IsProtected(url))
            throw Refused(setting);
    }

    public static GatewayRefusedException Refused(string setting) => new(
        $"{setting} 必须是 https 地址（仅本机回环可用 http），且不含用户名和片段。",
        $"{setting} must be an https address (http only to the loopback), without user name and fragment.");

    // "localhost" may be resolved to anything; a loopback address cannot.
    private static bool IsProtected(Uri url) => url.Scheme == Uri.UriSchemeHttps
        || (url.Scheme == Uri.UriSchemeHttp && System.Net.IPAddress.TryParse(url.DnsSafeHost, out var address) && System.Net.IPAddress.IsLoopback(address));
}
