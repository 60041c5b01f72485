using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static ScCa.RuleArms.Tests.Mutants.Operators;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>A list holds less, or other things, or comes in another order.</summary>
internal static class Collections
{
    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal)
    {
        ["Min"] = "Max", ["Max"] = "Min", ["First"] = "Last", ["Last"] = "First", ["FirstOrDefault"] = "LastOrDefault", ["LastOrDefault"] = "FirstOrDefault",
        ["Any"] = "All", ["All"] = "Any", ["OrderBy"] = "OrderByDescending", ["OrderByDescending"] = "OrderBy", ["ThenBy"] = "ThenByDescending",
        ["MinBy"] = "MaxBy", ["MaxBy"] = "MinBy", ["Skip"] = "Take", ["Take"] = "Skip", ["Union"] = "Intersect", ["Except"] = "Intersect",
    };

    private static readonly HashSet<string> Steps = new(StringComparer.Ordinal)
    {
        "Where", "Distinct", "Reverse", "OrderBy", "ThenBy", "Concat", "Append", "Prepend", "Add", "Trim",
    };

    public static IEnumerable<Mutation> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        InvocationExpressionSyntax call => Calls(call).Concat(Spread(call, model)),
        CollectionExpressionSyntax { Elements.Count: > 0 } list => list.Elements.Select(e =>
            new Mutation(list, list.WithElements(list.Elements.Remove(e)), $"{Mutation.OneLine(e)}: left out of its list", e)),
        ArrowExpressionClauseSyntax body when IsList(Bodies.TypeOf(body.Parent), body.Expression) => [Nothing(body.Expression)],
        ReturnStatementSyntax { Expression: { } returned, Parent.Parent: var member } when IsList(Bodies.TypeOf(member), returned) => [Nothing(returned)],
        _ => [],
    };

    private static Mutation Nothing(ExpressionSyntax list) => Mutation.Of(list, Expression("[]"));

    private static IEnumerable<Mutation> Calls(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.Text: var name } } member)
            yield break;
        var asksForAny = name == "Any" && call.ArgumentList.Arguments.Count == 0;
        if (!asksForAny && Opposites.TryGetValue(name, out var opposite))
            yield return Mutation.Of(call, call.WithExpression(member.WithName(SyntaxFactory.IdentifierName(opposite))));
        if (asksForAny)
            yield return Mutation.Of(call, Expression($"(!{call})"));
        if (Steps.Contains(name) && call.Parent is not ExpressionStatementSyntax)
            yield return new(call, member.Expression, $"{Mutation.OneLine(call)}: without {name}", member.Name);
    }

    // What is handed to "params" one by one, such as the events that follow.
    private static IEnumerable<Mutation> Spread(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol { Parameters: [.., { IsParams: true }] parameters })
            yield break;
        var arguments = call.ArgumentList.Arguments;
        foreach (var one in arguments.Skip(parameters.Length - 1))
        {
            var others = call.ArgumentList.WithArguments(arguments.Remove(one));
            yield return new(call, call.WithArgumentList(others), $"{Mutation.OneLine(one)}: left out of the call", one);
        }
    }

    private static bool IsList(TypeSyntax? type, ExpressionSyntax value) =>
        type is GenericNameSyntax { Identifier.Text: "IEnumerable" or "ImmutableArray" or "List" or "IReadOnlyList" }
        && value is not CollectionExpressionSyntax { Elements.Count: 0 };
}
