using System.Collections.Immutable;
using ScCa.Application.Texts;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Application.Policies;

/// <summary>One fault of policy or calendar data: in which file, where in it, and what is wrong, in both languages.</summary>
public sealed record PolicyFault(string File, string Path, string Code, string ZhCn, string En)
{
    // Policies are read before anything is wired: their faults have their own texts.
    private static readonly TextCatalog Texts = new(typeof(PolicyBook).Assembly, typeof(TextCatalog).Assembly);

    public string Reason(Language language) => language == Language.ZhCn ? ZhCn : En;

    public override string ToString() => $"{File}: {Path}: {En}";

    internal static PolicyFault Of(string file, string path, string code, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
            named.Add(name, FactWord.Plain(value));
        return new PolicyFault(
            file, path, code, Texts.Fill(Language.ZhCn, $"policy-fault.{code}", named), Texts.Fill(Language.En, $"policy-fault.{code}", named));
    }
}

/// <summary>Gathers the faults of one file: all that are found, not only the first.</summary>
internal sealed class PolicyFaults(string file)
{
    private readonly ImmutableArray<PolicyFault>.Builder found = ImmutableArray.CreateBuilder<PolicyFault>();

    public ImmutableArray<PolicyFault> Found => found.ToImmutable();

    public void Require(bool holds, string path, string code, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        if (!holds)
            found.Add(PolicyFault.Of(file, path, code, facts));
    }
}
