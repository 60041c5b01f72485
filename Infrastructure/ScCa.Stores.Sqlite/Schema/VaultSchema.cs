namespace ScCa.Stores.Sqlite.Schema;

/// <summary>Subjects' keys and staff credentials, in a file of their own: it is backed up, kept and erased by other rules than the history.</summary>
internal sealed class VaultSchema : DatabaseSchema
{
    public override string FileName => "vault.db";

    public override int Version => 3;

    // A destroyed key or credential must not stay readable in a free page (A10), nor in a temporary file.
    public override IReadOnlyList<string> WriterPragmas => ["PRAGMA secure_delete=ON", "PRAGMA temp_store=MEMORY"];

    protected override IReadOnlyList<string> Tables => [SubjectKeys, .. OfSubjectKeys, StaffCredentials];

    // Version 2 knew one version of the master key.
    protected override IReadOnlyList<string> StepFrom(long version) => version switch
    {
        1 => [StaffCredentials],
        2 =>
        [
            "ALTER TABLE subject_keys RENAME TO subject_keys_2",
            SubjectKeys,
            "INSERT INTO subject_keys (subject, master_version, wrapped_key) SELECT subject, 1, wrapped_key FROM subject_keys_2",
            "DROP TABLE subject_keys_2",
            .. OfSubjectKeys,
        ],
        _ => base.StepFrom(version),
    };

    private const string SubjectKeys =
        """
        CREATE TABLE subject_keys (
            subject TEXT NOT NULL PRIMARY KEY,
            master_version INTEGER NOT NULL,
            wrapped_key BLOB NOT NULL) WITHOUT ROWID
        """;

    // The version is one row, which a write reads in its own transaction.
    private static readonly string[] OfSubjectKeys =
    [
        "CREATE INDEX subject_keys_by_version ON subject_keys (master_version)",
        "CREATE TABLE destroyed_subjects (subject TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE master_version (version INTEGER NOT NULL)",
        "INSERT INTO master_version (version) VALUES (1)",
    ];

    private const string StaffCredentials =
        """
        CREATE TABLE staff_credentials (
            account TEXT NOT NULL PRIMARY KEY,
            credential BLOB NOT NULL) WITHOUT ROWID
        """;
}
