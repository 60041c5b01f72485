using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using ScCa.Application.Ports;
using ScCa.Stores.Contract;
using SQLitePCL;

namespace ScCa.Stores.Sqlite.Tests;

/// <summary>What the test program does when a test starts it as a process of its own. It says on its output what it was promised.</summary>
internal static class Child
{
    public const string Word = "child";

    public static async Task<int> Run(string[] args) => args switch
    {
        ["append", var folder, var stream, var count] => await Append(folder, stream, int.Parse(count, CultureInfo.InvariantCulture)),
        ["read", var folder] => await Read(folder),
        ["library", var folder, var path] => await Library(folder, path, () => { }),
        ["resolver-of-host", var folder, var path] => await Library(folder, path, SetResolverOfHost),
        ["provider-of-host", var folder, var path] => await Library(folder, path, SetProviderOfHost),
        _ => throw new ArgumentException($"Unknown: {string.Join(' ', args)}"),
    };

    /// <summary>Appends one event after the other, and adds a key, and says so each time.</summary>
    private static async Task<int> Append(string folder, string stream, int count)
    {
        await using var stores = SqliteUnderTest.OpenIn(folder);
        for (var n = 0; n < count; n++)
        {
            var result = await stores.Events.Append(stream, n - 1, Given.Event($"{n}"));
            Say($"appended {n} {result.Outcome} {result.LastPosition}");
            await stores.SubjectKeys.AddIfAbsent($"{stream}-{n}", Given.Key((byte)n), CancellationToken.None);
            Say($"added {n}");
        }

        return 0;
    }

    private static async Task<int> Read(string folder)
    {
        await using var stores = SqliteUnderTest.OpenIn(folder);
        Say($"read {await stores.Events.LastPosition(CancellationToken.None)}");
        return 0;
    }

    private static async Task<int> Library(string folder, string path, Action host)
    {
        host();
        try
        {
            await using var stores = SqliteStores.Open(new() { Folder = folder, NativeLibraryPath = path is "-" ? null : path }, new Spoken());
            await stores.Events.Append("s", IEventStore.NoStream, Given.Event("1"));
            var state = await stores.State(CancellationToken.None);
            Say($"version {state.SqliteVersion} library {state.Library} position {state.LastPosition}");
        }
        catch (InvalidOperationException exception)
        {
            Say($"refused {exception.Message}");
        }

        return 0;
    }

    private static void SetResolverOfHost() =>
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly, (name, assembly, _) => NativeLibrary.Load(name, Assembly.GetExecutingAssembly(), null));

    private static void SetProviderOfHost() => raw.SetProvider(new SQLite3Provider_e_sqlite3());

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }

    private sealed class Spoken : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Say($"{logLevel} {formatter(state, exception)}");
    }
}
