using System.Collections.Immutable;

namespace ScCa.Composition;

/// <summary>One reason not to start, in both languages, with what to do about it.</summary>
public sealed record StartUpRefusal(string Code, string ZhCn, string En)
{
    public override string ToString() => $"{Code}: {En}";
}

/// <summary>A host must not run like this: something it needs is missing, or only a stand-in for it is there.</summary>
public sealed class StartUpRefusedException(ImmutableArray<StartUpRefusal> refusals)
    : Exception(string.Join(Environment.NewLine, refusals))
{
    public ImmutableArray<StartUpRefusal> Refusals { get; } = refusals;
}
