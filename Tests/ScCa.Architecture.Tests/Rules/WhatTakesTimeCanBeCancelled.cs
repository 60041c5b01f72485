using Mono.Cecil;

namespace ScCa.Architecture.Tests.Rules;

internal sealed class WhatTakesTimeCanBeCancelled : IRule
{
    public string Sentence => "A library's public method that answers with a task takes a cancellation token.";

    public IEnumerable<Plant> Plants =>
    [
        new("a task without a token", Of("public class C { public Task M() => Task.CompletedTask; }"), Of("public class C { public Task M(CancellationToken c) => Task.CompletedTask; }")),
        new("a port without a token", Of("public interface IC { ValueTask<int> M(); }"), Of("public interface IC { ValueTask<int> M(CancellationToken c); }")),
        new(
            "next to one that the framework prescribes",
            Of("public class C : IAsyncDisposable { public ValueTask DisposeAsync() => default; public ValueTask Close() => default; }"),
            Of("public class C : IAsyncDisposable { public ValueTask DisposeAsync() => default; }")),
    ];

    public IEnumerable<string> Violations(Codebase code) =>
        from assembly in code.Libraries
        from type in assembly.Written()
        where type.IsSeen() && !type.DerivesFrom("System.MulticastDelegate")
        from method in type.Methods
        where method.IsPublic && !method.IsSpecialName && IsTask(method.ReturnType) && !IsPrescribed(method)
            && !method.Parameters.Any(p => p.ParameterType.FullName == "System.Threading.CancellationToken")
        select $"{type.Where()}: {method.Name} cannot be cancelled";

    private static bool IsTask(TypeReference type) =>
        type.GetElementType().FullName is "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask`1";

    private static bool IsPrescribed(MethodDefinition method) => method.Name == "DisposeAsync" || (method.IsVirtual && !method.IsNewSlot);

    private static Codebase Of(string source) => Codebase.Of(Assemble.Planted("ScCa.Gateways", source));
}
