using System.Collections.Immutable;
using NodaTime;
using ScCa.Application.Ports;
using ScCa.Gateways.Http;
using ScCa.Gateways.Sms;

namespace ScCa.Gateways.Accounts;

/// <summary>How whoever answers for the platforms' accounts is reached, as data.</summary>
public sealed record HttpPlatformAccountsOptions(Uri Url, string KeyId)
{
    /// <summary>The answering side's codes, each with what it says of the account; one that is not named means that the account is not confirmed.</summary>
    public ImmutableDictionary<string, PlatformAccountAnswer> Codes { get; init; } = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("not-confirmed", PlatformAccountAnswer.NotConfirmed),
            KeyValuePair.Create("sub-account", PlatformAccountAnswer.SubAccount),
            KeyValuePair.Create("locked", PlatformAccountAnswer.Locked),
            KeyValuePair.Create("unavailable", PlatformAccountAnswer.Unavailable),
        ]);

    /// <summary>From connecting to the last octet of the answer.</summary>
    public Duration Timeout { get; init; } = Duration.FromSeconds(10);

    internal void Check()
    {
        RemoteAddress.Check(Url, "PlatformAccounts:Url");
        if (!HttpSmsOptions.IsHeaderText(KeyId))
            throw Wrong("PlatformAccounts:KeyId");
        // Only the answer that carries a reference confirms.
        if (Codes.ContainsValue(PlatformAccountAnswer.Confirmed))
            throw Wrong("PlatformAccounts:Codes");
        if (Timeout <= Duration.Zero)
            throw Wrong("PlatformAccounts:TimeoutSeconds");
    }

    private static GatewayRefusedException Wrong(string setting) => new(
        $"平台账号校验的配置不可用：{setting}。", $"The check of platform accounts cannot be used as it is configured: {setting}.");
}
