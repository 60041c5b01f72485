using Microsoft.CodeAnalysis;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>A mutation with its place in the domain. Its number holds for one compilation; by file, member and change it is named for good.</summary>
/// <param name="Change">A change that occurs again in the same member bears a number from the second on.</param>
/// <param name="IsStatic">Whether it stands in an initialiser that runs once, so that it must be there from the start.</param>
internal sealed record Mutant(int Number, string File, int Line, string Member, string Change, SyntaxNode Declaration, Mutation Mutation, bool IsStatic)
{
    /// <summary>The folder of the domain it lies in.</summary>
    public string Folder => File.Split('/')[0];

    public override string ToString() => $"{File}:{Line} {Member}: {Change}";
}
