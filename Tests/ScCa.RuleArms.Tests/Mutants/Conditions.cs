using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static ScCa.RuleArms.Tests.Mutants.Operators;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>What is asked is asked otherwise, or not at all.</summary>
internal static class Conditions
{
    // The boundary moved, and the question turned round.
    public static readonly IReadOnlyDictionary<string, string[]> Relations = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["<"] = ["<=", ">="], ["<="] = ["<", ">"], [">"] = [">=", "<="], [">="] = [">", "<"], ["=="] = ["!="], ["!="] = ["=="],
    };

    public static IEnumerable<Mutation> Of(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => [.. Halves(both), Mutation.Of(both, Expression($"({both.Left})||({both.Right})"))],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } both => [.. Halves(both), Mutation.Of(both, Expression($"({both.Left})&&({both.Right})"))],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either =>
            [Mutation.Of(either, Known(either.Left)), Mutation.Of(either, InBrackets(either.Right))],
        BinaryExpressionSyntax relation when Relations.TryGetValue(relation.OperatorToken.Text, out var others) =>
            others.Select(o => Mutation.Of(relation, Expression($"({relation.Left} {o} {relation.Right})"))),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Parent: not ParenthesizedExpressionSyntax { Parent: PrefixUnaryExpressionSyntax } } asked =>
            [Mutation.Of(asked, Expression($"(!({asked}))"))],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [Mutation.Of(not, InBrackets(not.Operand))],
        IsPatternExpressionSyntax { Parent: not ParenthesizedExpressionSyntax { Parent: PrefixUnaryExpressionSyntax } } asked => [Mutation.Of(asked, Expression($"(!({asked}))"))],
        ConditionalExpressionSyntax choice =>
        [
            new(choice, choice.WithWhenTrue(choice.WhenFalse).WithWhenFalse(choice.WhenTrue), $"{Mutation.OneLine(choice)}: branches swapped"),
            .. AlwaysAndNever(choice.Condition),
        ],
        IfStatementSyntax check => AlwaysAndNever(check.Condition),
        WhileStatementSyntax loop => [Never(loop.Condition)],
        WhenClauseSyntax { Parent: SwitchExpressionArmSyntax arm } guard => [new(arm, arm.WithWhenClause(null), $"{Mutation.OneLine(guard)} → (always)", guard)],
        ArrowExpressionClauseSyntax body when Bodies.TypeOf(body.Parent) is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword } =>
            AlwaysAndNever(body.Expression),
        _ => [],
    };

    private static IEnumerable<Mutation> Halves(BinaryExpressionSyntax both) =>
        [Mutation.Of(both, InBrackets(both.Left)), Mutation.Of(both, InBrackets(both.Right))];

    private static IEnumerable<Mutation> AlwaysAndNever(ExpressionSyntax condition) =>
        condition is LiteralExpressionSyntax ? [] : [Mutation.Of(condition, Expression("true")), Never(condition)];

    private static ExpressionSyntax Known(ExpressionSyntax value) =>
        InBrackets(SyntaxFactory.PostfixUnaryExpression(SyntaxKind.SuppressNullableWarningExpression, InBrackets(value)));

    private static Mutation Never(ExpressionSyntax condition) => Mutation.Of(condition, Expression("false"));
}
