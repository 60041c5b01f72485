using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>
/// Rewrites a file so that each mutated member asks which mutant is switched on: the member as it was and each of its mutants become methods next to it. One
/// compilation then holds all of them.
/// </summary>
internal sealed class Switchboard(ILookup<SyntaxNode, Mutant> mutants, IReadOnlyDictionary<SyntaxNode, int> members) : CSharpSyntaxRewriter
{
    public const string TypeName = "MutantSwitch";

    private const string MutantName = "Mutant_";
    private const string OriginalName = "Original_";

    /// <summary>Holds the number of the mutant that is switched on, and which members were asked.</summary>
    public const string Source = $$"""
        namespace ScCa.Domain;
        internal static class {{TypeName}}
        {
            public static volatile int Active =
                int.Parse(System.Environment.GetEnvironmentVariable("SCCA_MUTANT") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            public static readonly bool[] Asked = new bool[100_000];
            public static int In(int member)
            {
                Asked[member] = true;
                return Active;
            }
        }
        """;

    /// <summary>The mutant that a place of a rewritten file belongs to.</summary>
    public static int? MutantAt(SyntaxNode place)
    {
        foreach (var node in place.AncestorsAndSelf())
        {
            if (node is MethodDeclarationSyntax { Identifier.Text: var name } && name.StartsWith(MutantName, StringComparison.Ordinal))
                return int.Parse(name[MutantName.Length..], CultureInfo.InvariantCulture);
            if (node is SwitchExpressionArmSyntax
                {
                    Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { Token.Value: int number } },
                    Parent: SwitchExpressionSyntax { GoverningExpression: var asked },
                }
                && asked.ToString().StartsWith($"global::ScCa.Domain.{TypeName}.", StringComparison.Ordinal))
                return number;
        }

        return null;
    }

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => node.WithMembers(Rewritten(node));

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => node.WithMembers(Rewritten(node));

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => node.WithMembers(Rewritten(node));

    private SyntaxList<MemberDeclarationSyntax> Rewritten(TypeDeclarationSyntax type) => SyntaxFactory.List(type.Members.SelectMany(Rewritten));

    private IEnumerable<MemberDeclarationSyntax> Rewritten(MemberDeclarationSyntax member)
    {
        if (!mutants.Contains(member))
            return [(MemberDeclarationSyntax)Visit(member)];
        var body = Bodies.Of(member)!;
        return Bodies.IsInitialiser(body) ? [Initialised(member, (ExpressionSyntax)body)] : Dispatched(member);
    }

    private MemberDeclarationSyntax Initialised(MemberDeclarationSyntax member, ExpressionSyntax value)
    {
        var arms = mutants[member].Select(m => $"{m.Number} => {Changed(value, m.Mutation)}");
        return member.ReplaceNode(value, Operators.Expression($"{Asked(member)} switch {{ {string.Join(", ", arms)}, _ => {value} }}"));
    }

    private static SyntaxNode Changed(SyntaxNode within, Mutation mutation) => within == mutation.Old ? mutation.New : within.ReplaceNode(mutation.Old, mutation.New);

    private IEnumerable<MemberDeclarationSyntax> Dispatched(MemberDeclarationSyntax member)
    {
        var original = Twin.Of(member, $"{OriginalName}{members[member]}");
        var cases = mutants[member].Select(m => $"case {m.Number}: {Twin.Call(original, $"{MutantName}{m.Number}")}");
        var otherwise = Twin.Call(original, original.Identifier.Text);
        var block = (BlockSyntax)SyntaxFactory.ParseStatement($"{{ switch ({Asked(member)}) {{ {string.Join(' ', cases)} default: {otherwise} }} }}");
        return
        [
            Twin.WithBody(member, block),
            original,
            .. mutants[member].Select(m => Twin.Of(member.ReplaceNode(m.Mutation.Old, m.Mutation.New), $"{MutantName}{m.Number}")),
        ];
    }

    private string Asked(SyntaxNode member) => $"global::ScCa.Domain.{TypeName}.In({members[member]})";
}
