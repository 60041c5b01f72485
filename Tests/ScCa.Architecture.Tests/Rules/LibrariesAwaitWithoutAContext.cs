using System.Collections.Immutable;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class LibrariesAwaitWithoutAContext : IRule
{
    private static readonly ImmutableArray<string> Capturing =
    [
        "System.Runtime.CompilerServices.TaskAwaiter", "System.Runtime.CompilerServices.TaskAwaiter`1",
        "System.Runtime.CompilerServices.ValueTaskAwaiter", "System.Runtime.CompilerServices.ValueTaskAwaiter`1",
    ];

    private static readonly Allowed Exceptions = new(
        ("ScCa.Stores.Sqlite ScCa.Stores.Sqlite.SqliteStores", "Open closes the vault it has just opened before it lets the failure out; nothing inside waits for a context"),
        ("ScCa.Application ScCa.Application.Privacy.LastingSecret", "An index or a cookie's key is asked for where nothing can be awaited; once in the life of a process the vault is waited for, and no library waits for a context"));

    public string Sentence => "A library says ConfigureAwait(false) wherever it awaits, and never blocks on a task: it may be embedded where a context waits for it.";

    public IEnumerable<Plant> Plants =>
    [
        new("a plain await", Of("async Task M(Task t) => await t;"), Of("async Task M(Task t) => await t.ConfigureAwait(false);")),
        new("a plain await of a value", Of("async Task M(ValueTask<int> t) => await t;"), Of("async Task M(ValueTask<int> t) => await t.ConfigureAwait(false);")),
        new("a blocked thread", Of("int M(Task<int> t) => t.GetAwaiter().GetResult();"), Of("Task<int> M(Task<int> t) => t;")),
    ];

    public IEnumerable<string> Violations(Codebase code) => Exceptions.Except(
        from assembly in code.Libraries
        from reference in Reference.Of(assembly)
        where Capturing.Contains(reference.Type.FullName)
        select (reference.Where, "awaits or blocks on a task without ConfigureAwait(false)"),
        code.IsTheRepository);

    private static Codebase Of(string member) => Codebase.Of(Assemble.Planted("ScCa.Gateways", $"public class C {{ {member} }}"));
}
