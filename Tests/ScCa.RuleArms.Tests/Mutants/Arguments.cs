using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static ScCa.RuleArms.Tests.Mutants.Operators;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>What is handed on is nothing, or stands in its neighbour's place.</summary>
internal static class Arguments
{
    // Whichever of two comes first is the same to them.
    private static readonly HashSet<string> Even = new(StringComparer.Ordinal) { "Max", "Min" };

    public static IEnumerable<Mutation> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        ArgumentSyntax { Expression: not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } argument when MayBeNull(argument, model) =>
            [Mutation.Of(argument.Expression, Expression("null"))],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var name } } when Even.Contains(name) => [],
        InvocationExpressionSyntax { ArgumentList: var list } => Neighbours(list, model),
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => Neighbours(list, model),
        _ => [],
    };

    private static IEnumerable<Mutation> Neighbours(ArgumentListSyntax list, SemanticModel model) => list.Arguments
        .Zip(list.Arguments.Skip(1)).Where(pair => AreAlike(pair.First, pair.Second, model)).Select(pair => Swapped(list, pair.First, pair.Second));

    private static Mutation Swapped(ArgumentListSyntax list, ArgumentSyntax first, ArgumentSyntax second) =>
        new(list, list.ReplaceNodes([first, second], (old, _) => old == first ? second : first), $"{Mutation.OneLine(first)} ↔ {Mutation.OneLine(second)}", first);

    private static bool AreAlike(ArgumentSyntax first, ArgumentSyntax second, SemanticModel model) => first.NameColon is null && second.NameColon is null
        && Parameter(first, model) is { } one && Parameter(second, model) is { } other && SymbolEqualityComparer.IncludeNullability.Equals(one.Type, other.Type)
        && Mutation.OneLine(first) != Mutation.OneLine(second);

    private static IParameterSymbol? Parameter(ArgumentSyntax argument, SemanticModel model) =>
        model.GetOperation(argument) is IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { RefKind: RefKind.None } parameter } ? parameter : null;

    // That a culture is named is the analyzers' to see.
    private static bool MayBeNull(ArgumentSyntax argument, SemanticModel model) => Parameter(argument, model) is { Type.Name: not nameof(IFormatProvider) } parameter
        && (parameter.NullableAnnotation == NullableAnnotation.Annotated || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);
}
