using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>Where the code of a member stands. Constructors only assign, and what has no body decides nothing.</summary>
internal static class Bodies
{
    public static SyntaxNode? Of(SyntaxNode member) => member switch
    {
        ConstructorDeclarationSyntax => null,
        BaseMethodDeclarationSyntax { ExpressionBody: { } body } => body,
        BaseMethodDeclarationSyntax { Body: { } body } => body,
        PropertyDeclarationSyntax { ExpressionBody: { } body } => body,
        PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
        PropertyDeclarationSyntax { AccessorList.Accessors: [{ ExpressionBody: { } body }] } => body,
        PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body: { } body }] } => body,
        FieldDeclarationSyntax { Declaration.Variables: [{ Initializer.Value: { } value }] } field when !field.Modifiers.Any(SyntaxKind.ConstKeyword) => value,
        _ => null,
    };

    public static bool IsInitialiser(SyntaxNode body) => body is ExpressionSyntax;

    /// <summary>The type that a method or a property answers with.</summary>
    public static TypeSyntax? TypeOf(SyntaxNode? member) => member switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        PropertyDeclarationSyntax property => property.Type,
        _ => null,
    };

    public static string NameOf(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        OperatorDeclarationSyntax op => $"operator {op.OperatorToken.Text}",
        ConversionOperatorDeclarationSyntax conversion => $"operator {conversion.Type}",
        PropertyDeclarationSyntax property => property.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        _ => member.Kind().ToString(),
    };

    public static bool IsStatic(SyntaxNode member) => ((MemberDeclarationSyntax)member).Modifiers.Any(SyntaxKind.StaticKeyword);
}
