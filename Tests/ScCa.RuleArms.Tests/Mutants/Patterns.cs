using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static ScCa.RuleArms.Tests.Mutants.Operators;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>What a pattern or an arm matches is more, or less.</summary>
internal static class Patterns
{
    public static IEnumerable<Mutation> Of(SyntaxNode node) => node switch
    {
        SwitchExpressionSyntax { Arms.Count: > 1 } choice => choice.Arms.Select(arm => new Mutation(
            choice, choice.WithArms(choice.Arms.Remove(arm)), $"{Mutation.OneLine(arm.WithExpression(SyntaxFactory.IdentifierName("…")))}: arm removed", arm)),
        RelationalPatternSyntax relation when Conditions.Relations.TryGetValue(relation.OperatorToken.Text, out var others) =>
            others.Select(o => Mutation.Of(relation, Pattern($"{o} {relation.Expression}"))),
        BinaryPatternSyntax both =>
        [
            Mutation.Of(both, Pattern($"({both.Left} {(both.OperatorToken.IsKind(SyntaxKind.AndKeyword) ? "or" : "and")} {both.Right})")),
            Mutation.Of(both, Pattern($"({both.Left})")),
            Mutation.Of(both, Pattern($"({both.Right})")),
        ],
        UnaryPatternSyntax not => [Mutation.Of(not, Pattern($"({not.Pattern})"))],
        PropertyPatternClauseSyntax clause => clause.Subpatterns.Select(part =>
            new Mutation(clause, clause.WithSubpatterns(clause.Subpatterns.Remove(part)), $"{Mutation.OneLine(part)}: not asked", part)),
        _ => [],
    };
}
