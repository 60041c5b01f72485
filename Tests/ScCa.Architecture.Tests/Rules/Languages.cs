using System.Collections.Immutable;

namespace ScCa.Architecture.Tests.Rules;

/// <summary>Which files somebody writes by hand and others must read.</summary>
internal static class Languages
{
    private static readonly ImmutableArray<string> Code = [".cs", ".cshtml", ".razor", ".css", ".js", ".sh", ".proto", ".sql", ".csproj", ".props", ".targets"];

    // Scripts that are called by their name alone.
    private static readonly ImmutableArray<string> Scripts = ["Tests/run", "Tests/empty-machine", ".ci/run"];

    public static bool IsCode(string path) => Scripts.Contains(path) || Code.Any(e => path.EndsWith(e, StringComparison.Ordinal));
}
