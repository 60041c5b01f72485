using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static ScCa.RuleArms.Tests.Mutants.Operators;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>What is reckoned comes out otherwise: another sign, another operation, one more or one less, the next of a list of names.</summary>
internal static class Numbers
{
    private static readonly Dictionary<string, string> Operations = new(StringComparer.Ordinal) { ["+"] = "-", ["-"] = "+", ["*"] = "/", ["/"] = "*", ["%"] = "*" };

    private static readonly HashSet<string> Moves = new(StringComparer.Ordinal)
    {
        "PlusDays", "PlusWeeks", "PlusMonths", "PlusYears", "PlusHours", "PlusMinutes", "PlusSeconds", "FromDays", "FromHours", "FromMinutes", "FromSeconds",
    };

    public static IEnumerable<Mutation> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        BinaryExpressionSyntax reckoned when Operations.TryGetValue(reckoned.OperatorToken.Text, out var other) && !IsText(reckoned, model) =>
            [Mutation.Of(reckoned, Expression($"({reckoned.Left} {other} {reckoned.Right})"))],
        AssignmentExpressionSyntax { OperatorToken.Text: "+=" or "-=" } sum when !IsText(sum, model) =>
            [Mutation.Of(sum, Expression($"{sum.Left} {(sum.OperatorToken.Text == "+=" ? "-=" : "+=")} {sum.Right}"))],
        PostfixUnaryExpressionSyntax { OperatorToken.Text: "++" or "--" } step =>
            [Mutation.Of(step, Expression($"{step.Operand}{(step.OperatorToken.Text == "++" ? "--" : "++")}"))],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => [Mutation.Of(minus, InBrackets(minus.Operand))],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: int or long or decimal } number =>
            [Mutation.Of(number, Expression($"({number} + 1)")), Mutation.Of(number, Expression($"({number} - 1)"))],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } yes => [Mutation.Of(yes, Expression("false"))],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } no => [Mutation.Of(no, Expression("true"))],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax move, ArgumentList.Arguments: [var distance] } when Moves.Contains(move.Name.Identifier.Text) =>
            [Mutation.Of(distance.Expression, Expression($"(-({distance}))"))],
        // A named number is one of its uses' making: changed where it stands, it could not be a constant any more.
        IdentifierNameSyntax { Parent: not MemberAccessExpressionSyntax } constant when IsNumber(constant, model) => OneMoreAndLess(constant),
        MemberAccessExpressionSyntax constant when IsNumber(constant, model) => OneMoreAndLess(constant),
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax } member when Next(member, model) is { } next =>
            [Mutation.Of(member, member.WithName(SyntaxFactory.IdentifierName(next)))],
        _ => [],
    };

    private static IEnumerable<Mutation> OneMoreAndLess(ExpressionSyntax constant) =>
        [Mutation.Of(constant, Expression($"({constant} + 1)")), Mutation.Of(constant, Expression($"({constant} - 1)"))];

    private static bool IsText(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;

    private static bool IsNumber(ExpressionSyntax name, SemanticModel model) =>
        model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsConst: true, Type.SpecialType: SpecialType.System_Int32, ContainingType.TypeKind: not TypeKind.Enum };

    // The value of an enum that is declared after this one; after the last, the first.
    private static string? Next(MemberAccessExpressionSyntax member, SemanticModel model)
    {
        if (model.GetSymbolInfo(member).Symbol is not IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type } value
            || !type.ContainingNamespace.ToDisplayString().StartsWith("ScCa.", StringComparison.Ordinal))
            return null;
        var names = type.GetMembers().OfType<IFieldSymbol>().Select(f => f.Name).ToList();
        return names[(names.IndexOf(value.Name) + 1) % names.Count];
    }
}
