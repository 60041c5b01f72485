using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ScCa.Composition;

/// <summary>Reads what a host is started with from its configuration: <c>Data</c>, <c>SqliteLibrary</c>, <c>Policies</c>, <c>Authority</c> with its three files or its token, <c>Sms</c>, <c>Bank</c>,
/// <c>PlatformAccounts</c>, <c>RealPerson</c>, <c>Invoice</c>, <c>InvoiceIssuer</c>, <c>WeChat</c>, <c>Courier</c> and <c>CourierSender</c>.</summary>
public static class ScCaSettings
{
    /// <summary>Environment variables of this beginning are settings: <c>SCCA_DATA</c>, <c>SCCA_AUTHORITY__KEYFILE</c>.</summary>
    public const string EnvironmentPrefix = "SCCA_";

    /// <summary>Takes over every setting that is there and leaves the others as they are.</summary>
    /// <exception cref="StartUpRefusedException">The authority, the SMS operator or a partner is configured in part, or a value cannot be read.</exception>
    public static void ReadFrom(this ScCaOptions options, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Data"] is { Length: > 0 } folder)
            options.DataFolder = folder;
        if (configuration["SqliteLibrary"] is { Length: > 0 } library)
            options.SqliteLibrary = library;
        if (configuration["Policies:Folder"] is { Length: > 0 } policies)
            options.PolicyFolder = policies;
        options.ReadAuthorityFrom(configuration);
        if (configuration["Bank:MappingFile"] is { Length: > 0 } mapping)
            options.BankMappingFile = mapping;
        options.Sms = Sms(configuration.GetSection("Sms")) ?? options.Sms;
        options.PlatformAccounts = PlatformAccounts(configuration.GetSection("PlatformAccounts")) ?? options.PlatformAccounts;
        options.RealPerson = Partner(configuration.GetSection("RealPerson"), "ST13") ?? options.RealPerson;
        options.Invoice = Partner(configuration.GetSection("Invoice"), "ST14") ?? options.Invoice;
        options.Issuer = Issuer(configuration.GetSection("InvoiceIssuer")) ?? options.Issuer;
        options.WeChat = WeChat(configuration.GetSection("WeChat")) ?? options.WeChat;
        options.Courier = Partner(configuration.GetSection("Courier"), "ST15") ?? options.Courier;
        options.Sender = Sender(configuration.GetSection("CourierSender")) ?? options.Sender;
    }

    private static SmsOperator? Sms(IConfigurationSection section) => section.Exists()
        ? new SmsOperator(
            new Uri(Required(section, "Url", StartUpRefusal.SmsIncomplete), UriKind.RelativeOrAbsolute),
            Required(section, "KeyId", StartUpRefusal.SmsIncomplete),
            Required(section, "KeyFile", StartUpRefusal.SmsIncomplete))
        {
            Headers = Named(section.GetSection("Headers")),
            Codes = Named(section.GetSection("Codes")),
            TimeoutSeconds = Number(section, "TimeoutSeconds", StartUpRefusal.SmsUnreadable),
            Attempts = Number(section, "Attempts", StartUpRefusal.SmsUnreadable),
        }
        : null;

    private static PlatformAccountsEndpoint? PlatformAccounts(IConfigurationSection section) => section.Exists()
        ? new PlatformAccountsEndpoint(
            new Uri(Required(section, "Url", StartUpRefusal.PlatformAccountsUnusable), UriKind.RelativeOrAbsolute),
            Required(section, "KeyId", StartUpRefusal.PlatformAccountsUnusable),
            Required(section, "KeyFile", StartUpRefusal.PlatformAccountsUnusable))
        {
            TimeoutSeconds = Number(section, "TimeoutSeconds", StartUpRefusal.PlatformAccountsUnusable),
        }
        : null;

    private static InvoiceIssuer? Issuer(IConfigurationSection section) => section.Exists()
        ? new InvoiceIssuer(
            Required(section, "Name", setting => StartUpRefusal.PartnerIncomplete("ST14", setting)),
            Required(section, "CreditCode", setting => StartUpRefusal.PartnerIncomplete("ST14", setting)))
        : null;

    private static ParcelSender? Sender(IConfigurationSection section) => section.Exists()
        ? new ParcelSender(
            Required(section, "Name", setting => StartUpRefusal.PartnerIncomplete("ST15", setting)),
            Required(section, "Phone", setting => StartUpRefusal.PartnerIncomplete("ST15", setting)),
            Required(section, "Address", setting => StartUpRefusal.PartnerIncomplete("ST15", setting)))
        : null;

    private static WeChatMerchant? WeChat(IConfigurationSection section) => section.Exists()
        ? new WeChatMerchant(
            Required(section, "MerchantId", StartUpRefusal.WeChatIncomplete),
            Required(section, "AppId", StartUpRefusal.WeChatIncomplete),
            Required(section, "MerchantSerial", StartUpRefusal.WeChatIncomplete),
            new Uri(Required(section, "NoticeUrl", StartUpRefusal.WeChatIncomplete), UriKind.RelativeOrAbsolute),
            Required(section, "MerchantKeyFile", StartUpRefusal.WeChatIncomplete),
            Required(section, "ApiKeyFile", StartUpRefusal.WeChatIncomplete),
            Named(section.GetSection("PlatformKeyFiles")))
        : null;

    private static PartnerService? Partner(IConfigurationSection section, string code) => section.Exists()
        ? new PartnerService(
            new Uri(Required(section, "Url", setting => StartUpRefusal.PartnerIncomplete(code, setting)), UriKind.RelativeOrAbsolute),
            Required(section, "KeyId", setting => StartUpRefusal.PartnerIncomplete(code, setting)),
            Required(section, "KeyFile", setting => StartUpRefusal.PartnerIncomplete(code, setting)))
        {
            TimeoutSeconds = Number(section, "TimeoutSeconds", setting => StartUpRefusal.PartnerUnreadable(code, setting)),
        }
        : null;

    internal static string Required(IConfigurationSection section, string name, Func<string, StartUpRefusal> missing) => section[name] is { Length: > 0 } value
        ? value
        : throw new StartUpRefusedException(missing($"{section.Path}:{name}"));

    private static ImmutableDictionary<string, string> Named(IConfigurationSection section) =>
        section.GetChildren().ToImmutableDictionary(child => child.Key, child => child.Value ?? "", StringComparer.Ordinal);

    internal static int? Number(IConfigurationSection section, string name, Func<string, StartUpRefusal> unreadable) => section[name] switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new StartUpRefusedException(unreadable($"{section.Path}:{name}")),
    };
}
