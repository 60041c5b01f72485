using System.Runtime.InteropServices;
using ScCa.Testing;

namespace ScCa.RuleArms.Tests;

/// <summary>The domain's tests, as they were built together with this program.</summary>
internal static class DomainTests
{
    private const string Project = "ScCa.Domain.Tests";

    /// <summary>One seed for every run: a property must not fail for another reason than the exchanged domain.</summary>
    public const string Seed = "20260105,11400714819323198485";

    private static string Own => AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);

    public static string Built
    {
        get
        {
            var built = Repository.At("Tests", Project, "bin", Path.GetFileName(Path.GetDirectoryName(Own)!), Path.GetFileName(Own), $"{Project}.dll");
            return File.Exists(built) ? built : throw new InvalidOperationException($"{Repository.Relative(built)} was not built.");
        }
    }

    /// <summary>The host that runs this very program: …/shared/Microsoft.NETCore.App/10.0.x/ lies three folders below it.</summary>
    public static string DotNet => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
