using System.Reflection;
using ScCa.Application.Execution;
using ScCa.Application.Reactions;
using ScCa.Application.Sweeps;

namespace ScCa.Application.Tests.Crashes;

/// <summary>Every step that goes from one stream, or from outside, to another, found in the code: a new one is demanded of the property by itself.</summary>
internal static class CrossStreamSteps
{
    private static readonly Type[] Types = typeof(IReaction).Assembly.GetTypes();

    public static IReadOnlyList<string> Reactions { get; } = Named(t => t.IsAssignableTo(typeof(IReaction)));

    public static IReadOnlyList<string> Sweeps { get; } = Named(t => t.IsAssignableTo(typeof(ISweep)));

    /// <summary>What takes in, issues and sends: it writes by commands, and is called by hosts, reactions and sweeps.</summary>
    public static IReadOnlyList<string> Others { get; } = Named(t =>
        t.Namespace is "ScCa.Application.Intake" or "ScCa.Application.Issuing" or "ScCa.Application.Messages"
        && t.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(ICommands))));

    public static IReadOnlyList<string> Every { get; } = [.. Reactions, .. Sweeps, .. Others];

    public static IEnumerable<string> InBothWays(string step) => Enum.GetValues<FaultKind>().Select(kind => Label(step, kind));

    public static string Label(string step, FaultKind kind) => $"{step}, {(kind == FaultKind.Written ? "written" : "not written")}";

    private static List<string> Named(Func<Type, bool> isOne) =>
        [.. Types.Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false } && isOne(t)).Select(t => t.Name).Order(StringComparer.Ordinal)];
}
