namespace ScCa.Stores.Sqlite.Schema;

/// <summary>Subjects' keys and staff credentials, in a file of their own: it is backed up, kept and erased by other rules than the history.</summary>
internal sealed class VaultSchema : DatabaseSchema
{
    public override string FileName => "vault.db";

    public override int Version => 2;

    // A destroyed key or credential must not stay readable in a free page (A10).
    public override IReadOnlyList<string> WriterPragmas => ["PRAGMA secure_delete=ON"];

    protected override IReadOnlyList<string> Tables =>
    [
        """
        CREATE TABLE subject_keys (
            subject TEXT NOT NULL PRIMARY KEY,
            wrapped_key BLOB NOT NULL) WITHOUT ROWID
        """,
        StaffCredentials,
    ];

    protected override IReadOnlyList<string> StepFrom(long version) => version switch
    {
        1 => [StaffCredentials],
        _ => base.StepFrom(version),
    };

    private const string StaffCredentials =
        """
        CREATE TABLE staff_credentials (
            account TEXT NOT NULL PRIMARY KEY,
            credential BLOB NOT NULL) WITHOUT ROWID
        """;
}
