using System.Text;
using ScCa.Stores.Sqlite.Reading;
using SQLitePCL;

namespace ScCa.Stores.Sqlite.Connections;

/// <summary>A prepared statement, kept by its connection.</summary>
internal sealed class Statement(Connection connection, sqlite3_stmt handle, StatementTally tally) : IDisposable
{
    private const int LongestOnStack = 256;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private sqlite3_stmt Handle => handle;

    private StatementTally Tally => tally;

    public void Dispose() => handle.Dispose();

    /// <summary>
    /// One run of the statement. Disposing resets it, which also ends the read snapshot it may hold: one left open would keep the log from ever starting over.
    /// </summary>
    internal readonly ref struct Use(Statement statement) : IDisposable
    {
        public Use Bind(int parameter, long value)
        {
            statement.Check(raw.sqlite3_bind_int64(statement.Handle, parameter, value));
            return this;
        }

        // An empty span has no address, and the binding would make NULL of it: hence the two special cases.
        public Use Bind(int parameter, string value)
        {
            if (value.Length == 0)
            {
                statement.Check(raw.sqlite3_bind_text(statement.Handle, parameter, value));
                return this;
            }

            Span<byte> onStack = stackalloc byte[LongestOnStack];
            var utf8 = Utf8.TryGetBytes(value, onStack, out var written) ? onStack[..written] : Utf8.GetBytes(value);
            statement.Check(raw.sqlite3_bind_text(statement.Handle, parameter, utf8));
            return this;
        }

        public Use Bind(int parameter, ReadOnlySpan<byte> value)
        {
            statement.Check(value.IsEmpty
                ? raw.sqlite3_bind_zeroblob(statement.Handle, parameter, 0)
                : raw.sqlite3_bind_blob(statement.Handle, parameter, value));
            return this;
        }

        /// <summary>True on a row, false at the end.</summary>
        public bool Step()
        {
            var result = raw.sqlite3_step(statement.Handle);
            statement.Check(result);
            if (result != raw.SQLITE_ROW)
                return false;
            statement.Tally.CountRow();
            return true;
        }

        public bool IsNull(int column) => raw.sqlite3_column_type(statement.Handle, column) == raw.SQLITE_NULL;

        public long Number(int column) => raw.sqlite3_column_int64(statement.Handle, column);

        public string Text(int column) => Utf8.GetString(raw.sqlite3_column_blob(statement.Handle, column));

        public byte[] Blob(int column) => raw.sqlite3_column_blob(statement.Handle, column).ToArray();

        public void Dispose()
        {
            // The reset repeats the error of the last step, which was thrown there.
            _ = raw.sqlite3_reset(statement.Handle);
            statement.Tally.CountRun(raw.sqlite3_stmt_status(statement.Handle, raw.SQLITE_STMTSTATUS_VM_STEP, 1));
        }
    }

    private void Check(int result) => connection.Check(result);
}
