using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static ScCa.RuleArms.Tests.Mutants.Operators;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>What a state should be given, or a list, is not given to it.</summary>
internal static class Assignments
{
    public static IEnumerable<Mutation> Of(SyntaxNode node) => node switch
    {
        InitializerExpressionSyntax made => made.Expressions.Where(e => e is AssignmentExpressionSyntax)
            .Select(e => new Mutation(made, made.WithExpressions(made.Expressions.Remove(e)), $"{Mutation.OneLine(e)}: not assigned", e)),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AssignmentExpressionSyntax } done =>
            [new(done, SyntaxFactory.EmptyStatement(), $"{Mutation.OneLine(done)}: not done")],
        // Where nothing is known is allowed for, the answer is that nothing is known.
        ArrowExpressionClauseSyntax { Expression: not LiteralExpressionSyntax } body when Bodies.TypeOf(body.Parent) is NullableTypeSyntax => [Mutation.Of(body.Expression, Expression("null"))],
        _ => [],
    };
}
