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

    public AuthorityFiles? Authority { get; set; }

    /// <summary>Where a demonstration's clock starts, standing still until it is moved; null: the machine's clock, which can be moved ahead.</summary>
    public NodaTime.Instant? DemoStartsAt { get; set; }
}
