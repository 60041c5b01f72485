using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>A private method that does what a member does, under another name.</summary>
internal static class Twin
{
    public static MethodDeclarationSyntax Of(MemberDeclarationSyntax member, string name)
    {
        var twin = member switch
        {
            MethodDeclarationSyntax method => Made(method.ReturnType, name, method.Body, method.ExpressionBody).WithParameterList(method.ParameterList)
                .WithTypeParameterList(method.TypeParameterList).WithConstraintClauses(method.ConstraintClauses),
            OperatorDeclarationSyntax op => Made(op.ReturnType, name, op.Body, op.ExpressionBody).WithParameterList(op.ParameterList),
            ConversionOperatorDeclarationSyntax conversion =>
                Made(conversion.Type, name, conversion.Body, conversion.ExpressionBody).WithParameterList(conversion.ParameterList),
            PropertyDeclarationSyntax { ExpressionBody: { } body } property => Made(property.Type, name, null, body),
            PropertyDeclarationSyntax { AccessorList.Accessors: [var get] } property => Made(property.Type, name, get.Body, get.ExpressionBody),
            _ => throw new NotSupportedException($"{member.Kind()} has no twin."),
        };
        return Bodies.IsStatic(member) ? twin.AddModifiers(Token(SyntaxKind.StaticKeyword)) : twin;
    }

    public static MemberDeclarationSyntax WithBody(MemberDeclarationSyntax member, BlockSyntax block) => member switch
    {
        BaseMethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block),
        PropertyDeclarationSyntax property => property.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(SyntaxFactory.AccessorList(
            [SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, block)])),
        _ => throw new NotSupportedException($"{member.Kind()} has no body."),
    };

    /// <summary>Calls another twin of the same shape, and ends there.</summary>
    public static string Call(MethodDeclarationSyntax twin, string name)
    {
        var types = twin.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(p => p.Identifier.Text))}>" : "";
        var arguments = twin.ParameterList.Parameters.Select(p => $"{Passing(p)}@{p.Identifier.ValueText}");
        var call = $"{name}{types}({string.Join(", ", arguments)});";
        return twin.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } ? $"{call} return;" : $"return {call}";
    }

    private static string Passing(ParameterSyntax parameter) =>
        string.Concat(parameter.Modifiers.Where(m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword).Select(m => m.Text + " "));

    private static MethodDeclarationSyntax Made(TypeSyntax type, string name, BlockSyntax? block, ArrowExpressionClauseSyntax? arrow)
    {
        var method = SyntaxFactory.MethodDeclaration(type, SyntaxFactory.Identifier(name)).AddModifiers(Token(SyntaxKind.PrivateKeyword));
        return block is not null ? method.WithBody(block) : method.WithExpressionBody(arrow).WithSemicolonToken(Token(SyntaxKind.SemicolonToken));
    }

    private static SyntaxToken Token(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
}
