using System.Collections.Immutable;

namespace ScCa.Composition;

/// <summary>Which store holds the history.</summary>
public enum StoreKind
{
    /// <summary>Embedded, in the data folder.</summary>
    Sqlite,

    /// <summary>Nothing is kept: for tests and trials.</summary>
    Memory,
}

/// <summary>The real authority: PEM or DER certificate, encrypted PKCS#8 key, and the file its password is read from.</summary>
public sealed record AuthorityFiles(string CertificateFile, string KeyFile, string PasswordFile);

/// <summary>The SMS operator: its address, the name it knows us by, and the file its key is read from.</summary>
public sealed record SmsOperator(Uri Url, string KeyId, string KeyFile)
{
    /// <summary>What the operator calls its headers: <c>KeyId</c>, <c>Timestamp</c>, <c>Nonce</c>, <c>Signature</c>, <c>IdempotencyKey</c>, <c>AnswerSignature</c>.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = [];

    /// <summary>The operator's codes, each with ours that says the same.</summary>
    public ImmutableDictionary<string, string> Codes { get; init; } = [];

    /// <summary>For one attempt; null: as the gateway is made.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>At most so many; null: as the gateway is made.</summary>
    public int? Attempts { get; init; }
}

/// <summary>Who answers for the platforms' accounts: the address, the name it knows us by, and the file its key is read from.</summary>
public sealed record PlatformAccountsEndpoint(Uri Url, string KeyId, string KeyFile)
{
    /// <summary>For one question; null: as the gateway is made.</summary>
    public int? TimeoutSeconds { get; init; }
}

/// <summary>Somebody outside who speaks the partners' protocol: the address his paths are appended to, the name he knows us by, and the file the shared key is read from.</summary>
public sealed record PartnerService(Uri Url, string KeyId, string KeyFile)
{
    /// <summary>For one request; null: as the gateway is made.</summary>
    public int? TimeoutSeconds { get; init; }
}

/// <summary>Who we are to WeChat Pay, and the files its keys are read from.</summary>
/// <param name="PlatformKeyFiles">WeChat's public keys in PEM, by the serial or the id each goes by.</param>
public sealed record WeChatMerchant(
    string MerchantId, string AppId, string MerchantSerial, Uri NoticeUrl, string MerchantKeyFile, string ApiKeyFile, ImmutableDictionary<string, string> PlatformKeyFiles);

/// <summary>In whose name invoices are issued.</summary>
public sealed record InvoiceIssuer(string Name, string CreditCode);

/// <summary>Who sends parcels, and where they come back to.</summary>
public sealed record ParcelSender(string Name, string Phone, string Address)
{
    /// <summary>A phone stays out of logs.</summary>
    public override string ToString() => nameof(ParcelSender);
}

/// <summary>What a host is started with.</summary>
public sealed class ScCaOptions
{
    /// <summary>Everything that is written is written below this folder.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Stand-ins and demonstration keys are used, in a data folder of their own; without it they are refused by name.</summary>
    public bool Demo { get; set; }

    public StoreKind Store { get; set; } = StoreKind.Sqlite;

    /// <summary>The SQLite library to load instead of the system's or the packaged one.</summary>
    public string? SqliteLibrary { get; set; }

    /// <summary>The operator's own platforms and policy versions, beside those that ship.</summary>
    public string? PolicyFolder { get; set; }

    public AuthorityFiles? Authority { get; set; }

    /// <summary>In place of <see cref="Authority"/>: the key lies in a token. Not used by a demonstration, which has an authority of its own.</summary>
    public AuthorityToken? AuthorityToken { get; set; }

    /// <summary>In place of both: a ceremony's folder, which serves status, lists, time and seals beside issuing.</summary>
    public AuthorityFolder? AuthorityFolder { get; set; }

    /// <summary>Not used by a demonstration: it must never reach a real phone.</summary>
    public SmsOperator? Sms { get; set; }

    /// <summary>How the bank writes its statements: a JSON file. Not used by a demonstration, which has a bank of its own.</summary>
    public string? BankMappingFile { get; set; }

    /// <summary>Where role accounts are checked; without it none can be declared. Not used by a demonstration.</summary>
    public PlatformAccountsEndpoint? PlatformAccounts { get; set; }

    /// <summary>Who checks real persons (P5). Not used by a demonstration, like the next two: it must tell nobody of anybody.</summary>
    public PartnerService? RealPerson { get; set; }

    /// <summary>Who issues e-invoices (D4).</summary>
    public PartnerService? Invoice { get; set; }

    /// <summary>In whose name invoices are issued; without it none is asked for.</summary>
    public InvoiceIssuer? Issuer { get; set; }

    /// <summary>Where scanned money goes (P4); without it nothing is paid by scanning. Not used by a demonstration.</summary>
    public WeChatMerchant? WeChat { get; set; }

    /// <summary>Who carries parcels (D1).</summary>
    public PartnerService? Courier { get; set; }

    /// <summary>Who stands on parcels as their sender; without it no label is asked for.</summary>
    public ParcelSender? Sender { get; set; }

    /// <summary>Where a demonstration's clock starts, standing still until it is moved; null: the machine's clock, which can be moved ahead.</summary>
    public NodaTime.Instant? DemoStartsAt { get; set; }
}
