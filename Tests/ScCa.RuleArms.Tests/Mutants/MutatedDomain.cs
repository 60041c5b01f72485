using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>The domain with mutants in it, each behind its number: one assembly for all of them.</summary>
/// <param name="Mutants">Those that compile.</param>
/// <param name="Members">The number under which each mutant's member says that it was asked.</param>
internal sealed record MutatedDomain(byte[] Image, ImmutableArray<Mutant> Mutants, ImmutableDictionary<int, int> Members)
{
    /// <summary>Every mutation there is in the files, compiling or not, in the order of the source.</summary>
    public static ImmutableArray<Mutant> MutantsIn(DomainSource domain, Func<string, bool> isMutated)
    {
        var mutants = ImmutableArray.CreateBuilder<Mutant>();
        foreach (var tree in domain.Compilation.SyntaxTrees.Where(t => isMutated(t.FilePath)))
        {
            var model = domain.Compilation.GetSemanticModel(tree);
            foreach (var member in tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>())
            {
                if (Bodies.Of(member) is not { } body)
                    continue;
                var name = $"{(member.Parent as TypeDeclarationSyntax)?.Identifier.Text}.{Bodies.NameOf(member)}";
                var seen = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var mutation in Operators.On(body, model))
                {
                    var times = seen[mutation.Change] = seen.GetValueOrDefault(mutation.Change) + 1;
                    mutants.Add(new Mutant(
                        mutants.Count + 1, tree.FilePath, mutation.Line, name, times == 1 ? mutation.Change : $"{mutation.Change} ({times})", member, mutation,
                        Bodies.IsInitialiser(body) && Bodies.IsStatic(member)));
                }
            }
        }

        return mutants.ToImmutable();
    }

    /// <summary>Compiles these mutants into the domain; those that the compiler refuses are left out.</summary>
    public static MutatedDomain Of(DomainSource domain, ImmutableArray<Mutant> mutants)
    {
        while (true)
        {
            var members = mutants.Select(m => m.Declaration).Distinct().Select((m, i) => (m, i)).ToDictionary(m => m.m, m => m.i);
            var rewriter = new Switchboard(mutants.ToLookup(m => m.Declaration), members);
            var mutated = domain.WithFile("MutantSwitch.g.cs", Switchboard.Source);
            foreach (var tree in mutants.Select(m => m.Declaration.SyntaxTree).Distinct())
                mutated = mutated.With(tree, rewriter.Visit(tree.GetRoot()));
            var (image, errors) = mutated.Compiled();
            if (image is not null)
                return new(image, mutants, mutants.ToImmutableDictionary(m => m.Number, m => members[m.Declaration]));
            var refused = errors.Select(e => (Mutant: Switchboard.MutantAt(e.Location.SourceTree!.GetRoot().FindNode(e.Location.SourceSpan)), Error: e)).ToList();
            if (refused.Where(r => r.Mutant is null).Select(r => r.Error).ToList() is { Count: > 0 } others)
                throw new InvalidOperationException($"The domain does not compile with mutants in it:\n{string.Join('\n', others)}");
            var numbers = refused.Select(r => r.Mutant!.Value).ToHashSet();
            mutants = [.. mutants.Where(m => !numbers.Contains(m.Number))];
        }
    }
}
