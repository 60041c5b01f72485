using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>Which mutations the body of a member has. A mutation that does not compile is nobody's: it is dropped later, where the compiler says so.</summary>
internal static class Operators
{
    public static IEnumerable<Mutation> On(SyntaxNode body, SemanticModel model) => body
        .DescendantNodesAndSelf(n => !IsLeftAlone(n))
        .Where(n => !IsLeftAlone(n))
        .SelectMany<SyntaxNode, Mutation>(n =>
            [.. Conditions.Of(n), .. Numbers.Of(n, model), .. Patterns.Of(n), .. Collections.Of(n, model), .. Assignments.Of(n), .. Arguments.Of(n, model)])
        // One place may be reached by two ways of changing it.
        .DistinctBy(m => (m.Old, m.New.ToString()));

    // What an exception says, what an attribute says, and the guard against null, which any first use of the value is as well.
    private static bool IsLeftAlone(SyntaxNode node) => node switch
    {
        AttributeListSyntax => true,
        BaseObjectCreationExpressionSyntax { Parent: ThrowExpressionSyntax or ThrowStatementSyntax } => true,
        InvocationExpressionSyntax { Parent: ThrowExpressionSyntax or ThrowStatementSyntax } => true,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ThrowIfNull" } } } => true,
        _ => false,
    };

    public static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text);

    public static ExpressionSyntax InBrackets(ExpressionSyntax inner) => SyntaxFactory.ParenthesizedExpression(inner.WithoutTrivia());

    public static PatternSyntax Pattern(string text) => ((IsPatternExpressionSyntax)SyntaxFactory.ParseExpression($"it is {text}")).Pattern;
}
