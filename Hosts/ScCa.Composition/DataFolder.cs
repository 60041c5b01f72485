using ScCa.Keys;
using ScCa.Stores.Sqlite;

namespace ScCa.Composition;

/// <summary>The places below the data folder. The product writes nowhere else.</summary>
internal sealed class DataFolder(ScCaOptions options)
{
    private const string StandInsName = "stand-ins";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Root { get; } = Path.GetFullPath(options.DataFolder);

    public string MasterKey => FileMasterSecrets.NewestFileIn(Root);

    public bool HasMasterKey => FileMasterSecrets.IsIn(Root);

    /// <summary>Made by whoever first writes there: a start that is refused makes nothing.</summary>
    public string Bank => Path.Combine(Root, "bank");

    /// <summary>Made by whoever first writes there, too.</summary>
    public string Courier => Path.Combine(Root, "courier");

    /// <summary>Signed lists of revoked certificates.</summary>
    public string RevocationLists => Path.Combine(Root, "revocation-lists");

    public string DemoMark => Path.Combine(Root, "DEMO");

    public string WorkerLease => Path.Combine(Root, "worker.lock");

    public string DemoAuthority => Sub("demo-ca");

    /// <summary>The signer's journal.</summary>
    public string Signatures => Sub("signatures");

    /// <summary>Made by a ceremony.</summary>
    public string KeyArchive => Path.Combine(Root, "key-archive");

    /// <summary>Made by the operator.</summary>
    public string Profiles => Path.Combine(Root, "profiles");

    public string StandIns => Sub(StandInsName);

    public string DemoClock => Path.Combine(Root, StandInsName, "clock.txt");

    public bool HasHistory => SqliteHistory.IsIn(Root);

    public bool IsDemo => File.Exists(DemoMark);

    // A folder that scca init has set up is real before its first event.
    public bool IsReal => !IsDemo && (HasHistory || HasMasterKey);

    public void Create() => Create(Root);

    private string Sub(string name)
    {
        var path = Path.Combine(Root, name);
        Create(path);
        return path;
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly);
    }
}
