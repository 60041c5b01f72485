using System.Collections.Immutable;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class TheDomainIsPure : IRule
{
    private static readonly ImmutableArray<string> Namespaces =
    [
        "System.IO", "System.Net", "System.Threading", "System.Timers", "System.Data", "System.Text.Json", "System.Xml", "System.Security",
        "Microsoft.Extensions", "Microsoft.Win32",
    ];

    private static readonly ImmutableArray<string> Types =
    [
        "System.DateTime", "System.DateTimeOffset", "System.TimeProvider", "System.TimeZoneInfo", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.Diagnostics.Activity", "System.Diagnostics.Trace", "System.Diagnostics.Debug", "System.Random", "System.Environment", "System.Console",
        "System.AppContext", "System.AppDomain", "System.GC", "NodaTime.IClock", "NodaTime.SystemClock", "NodaTime.ZonedClock", "NodaTime.DateTimeZoneProviders",
    ];

    private static readonly ImmutableArray<string> Members =
    [
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Globalization.CultureInfo.get_CurrentCulture",
        "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    // Where the framework's generator puts what it makes of [GeneratedRegex]; it looks for a default timeout that nobody sets here.
    private const string GeneratedExpressions = "System.Text.RegularExpressions.Generated";

    public string Sentence => "The domain decides from its arguments alone: no clock, chance, input, output, task, thread, log, JSON, cryptography or machine.";

    public IEnumerable<Plant> Plants =>
    [
        Case("a clock", "static object M() => System.DateTime.UtcNow;", "static object M(NodaTime.Instant at) => at;"),
        Case("an injected clock", "public NodaTime.IClock? Clock;", "public NodaTime.Instant At;"),
        Case("an id made here", "static object M() => System.Guid.NewGuid();", "static object M(string s) => System.Guid.Parse(s);"),
        Case("chance", "static int M() => System.Random.Shared.Next();", "static int M() => 4;"),
        Case("a file", "static object M() => System.IO.File.ReadAllText(\"a\");", "static object M(string text) => text;"),
        Case("a task", "static async Task M() => await Task.Yield();", "static void M() { }"),
        Case("a lock", "static void M(object o) { lock (o) { } }", "static void M(object o) { }"),
        Case("JSON on a record", "[System.Text.Json.Serialization.JsonPropertyName(\"a\")] public string A => \"\";", "public string A => \"\";"),
        Case("cryptography", "static object M(byte[] b) => System.Security.Cryptography.SHA256.HashData(b);", "static object M(byte[] b) => b;"),
        Case("the machine", "static object M() => System.Environment.MachineName;", "static object M() => \"machine\";"),
        Case("the machine's culture", "static object M() => System.Globalization.CultureInfo.CurrentCulture;", "static object M() => System.Globalization.CultureInfo.InvariantCulture;"),
        Case("in a lambda", "static Func<object> M() => () => System.DateTimeOffset.Now;", "static Func<object> M(object o) => () => o;"),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from domain in code.Assemblies
        where domain.Name.Name == "ScCa.Domain"
        from reference in Reference.Of(domain)
        where reference.In.Namespace != GeneratedExpressions && IsBanned(reference)
        select $"{reference.Where}: uses {reference.What}";

    private static bool IsBanned(Reference reference)
    {
        var type = reference.Type;
        while (type.DeclaringType is { } outer)
            type = outer;
        return Namespaces.Any(n => type.Namespace == n || type.Namespace.StartsWith(n + ".", StringComparison.Ordinal))
            || Types.Contains(type.FullName)
            || Members.Contains($"{type.FullName}.{reference.Member}");
    }

    private static Plant Case(string what, string violation, string twin) => new(what, Domain(violation), Domain(twin));

    private static Codebase Domain(string member) => Codebase.Of(Assemble.Planted("ScCa.Domain", $"public class C {{ {member} }}"));
}
