using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScCa.RuleArms.Tests.Mutants;

namespace ScCa.RuleArms.Tests;

/// <summary>One place that answers with a refusal, and what stands there without it.</summary>
/// <param name="Refusal">The refusal as it is written: its maker's call, or the name of one that is handed on.</param>
/// <param name="Text">The whole arm or branch on one line: what <see cref="Equivalents"/> names it by.</param>
/// <param name="Member">The member of a type that it stands in.</param>
/// <param name="SwitchedOff">The change that takes it away.</param>
internal sealed record RefusalArm(string File, int Line, string Rule, string Refusal, string Text, MemberDeclarationSyntax Member, Mutation SwitchedOff)
{
    private const string Refuse = "Refuse";
    private const string RefusalType = "ScCa.Domain.Refusals.Refusal";

    public override string ToString() => $"{File}:{Line} {Rule} {Text}";

    /// <summary>As a mutant, so that it can be switched off as every other.</summary>
    public Mutant AsMutant(int number) => new(
        number, File, Line, $"{(Member.Parent as TypeDeclarationSyntax)?.Identifier.Text}.{Bodies.NameOf(Member)}", Text, Member, SwitchedOff,
        Bodies.IsInitialiser(Bodies.Of(Member)!) && Bodies.IsStatic(Member));

    /// <summary>Every place there is. A call of Refuse that is in none of them has a shape that is not understood; those come second.</summary>
    public static (ImmutableArray<RefusalArm> Arms, ImmutableArray<string> NotUnderstood) In(DomainSource domain)
    {
        var rules = Rules(domain);
        var arms = ImmutableArray.CreateBuilder<RefusalArm>();
        var notUnderstood = ImmutableArray.CreateBuilder<string>();
        foreach (var tree in domain.Compilation.SyntaxTrees.Where(t => !IsCatalogue(t)))
        {
            var model = domain.Compilation.GetSemanticModel(tree);
            var root = tree.GetRoot();
            var understood = new HashSet<SyntaxNode>();
            foreach (var (whole, refusal, without) in root.DescendantNodes().SelectMany(n => Shapes(n, model)))
            {
                if (whole.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault(m => Bodies.Of(m)?.Contains(whole) == true) is not { } member)
                    continue;
                understood.UnionWith(Calls(refusal));
                arms.Add(new RefusalArm(
                    tree.FilePath, LineOf(refusal), RuleOf(refusal, rules), Mutation.OneLine(refusal), Mutation.OneLine(whole), member, without));
            }

            notUnderstood.AddRange(Calls(root).Where(c => !understood.Contains(c)).Select(c => $"{tree.FilePath}:{LineOf(c)} {Mutation.OneLine(c)}"));
        }

        return (arms.ToImmutable(), notUnderstood.ToImmutable());
    }

    // Each shape: the place as a whole, the refusal in it, and the change that takes it away.
    private static IEnumerable<(SyntaxNode Whole, ExpressionSyntax Refusal, Mutation Without)> Shapes(SyntaxNode node, SemanticModel model)
    {
        switch (node)
        {
            // Without the arm the next one that matches answers; where none does, the switch throws.
            case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } arm when IsRefusal(arm.Expression, model):
                yield return (arm, arm.Expression, Mutation.Of(whole, whole.WithArms(whole.Arms.Remove(arm))));
                break;
            case ConditionalExpressionSyntax { WhenTrue: var accept, WhenFalse: var refusal } choice when IsRefusal(refusal, model) && !IsRefusal(accept, model):
                yield return (choice, refusal, Mutation.Of(choice, accept.WithTriviaFrom(choice)));
                break;
            case ConditionalExpressionSyntax { WhenTrue: var refusal, WhenFalse: var accept } choice when IsRefusal(refusal, model) && !IsRefusal(accept, model):
                yield return (choice, refusal, Mutation.Of(choice, accept.WithTriviaFrom(choice)));
                break;
            // Either way a refusal: each branch in turn gives way to the other.
            case ConditionalExpressionSyntax { WhenTrue: var first, WhenFalse: var second } choice when IsRefusal(first, model) && IsRefusal(second, model):
                yield return (choice, first, Mutation.Of(choice, second.WithTriviaFrom(choice)));
                yield return (choice, second, Mutation.Of(choice, first.WithTriviaFrom(choice)));
                break;
            case IfStatementSyntax { Statement: var statement } check when Returned(statement) is { } refusal && IsRefusal(refusal, model):
                yield return (check, refusal, Mutation.Of(check, check.Else?.Statement ?? SyntaxFactory.EmptyStatement()));
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var left, Right: var refusal } coalesce when IsRefusal(refusal, model):
                yield return (coalesce, refusal, Mutation.Of(coalesce, SyntaxFactory.ParenthesizedExpression(SyntaxFactory.PostfixUnaryExpression(SyntaxKind.SuppressNullableWarningExpression, left))));
                break;
            default:
                break;
        }
    }

    private static ExpressionSyntax? Returned(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax { Expression: { } returned } => returned,
        BlockSyntax { Statements: [ReturnStatementSyntax { Expression: { } returned }] } => returned,
        _ => null,
    };

    // Its own type, before any conversion; a choice between refusals is not one itself: its branches are.
    private static bool IsRefusal(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ConditionalExpressionSyntax or SwitchExpressionSyntax => false,
        ParenthesizedExpressionSyntax { Expression: var inner } => IsRefusal(inner, model),
        TupleExpressionSyntax tuple => tuple.Arguments.Any(a => IsRefusal(a.Expression, model)),
        PostfixUnaryExpressionSyntax { Operand: var operand } => IsRefusal(operand, model),
        _ => model.GetTypeInfo(expression).Type?.ToDisplayString(NullableFlowState.NotNull, SymbolDisplayFormat.CSharpErrorMessageFormat) == RefusalType,
    };

    private static bool IsCatalogue(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Any(c => c.Identifier.Text == Refuse);

    private static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(IsCall);

    private static bool IsCall(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Expression: var on } && on.ToString().Split('.')[^1] == Refuse;

    // Refuse names each refusal's rule first.
    private static Dictionary<string, string> Rules(DomainSource domain) => domain.Compilation.SyntaxTrees.Where(IsCatalogue)
        .SelectMany(t => t.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        .Select(m => (Name: m.Identifier.Text, Rule: m.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault(l => l.IsKind(SyntaxKind.StringLiteralExpression))))
        .Where(m => m.Rule is not null)
        .ToDictionary(m => m.Name, m => m.Rule!.Token.ValueText, StringComparer.Ordinal);

    private static string RuleOf(ExpressionSyntax refusal, Dictionary<string, string> rules) =>
        Calls(refusal).Select(c => rules.GetValueOrDefault(((MemberAccessExpressionSyntax)c.Expression).Name.Identifier.Text)).FirstOrDefault() ?? "(handed on)";

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
