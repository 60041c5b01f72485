using Microsoft.CodeAnalysis;

namespace ScCa.RuleArms.Tests.Mutants;

/// <summary>One change of a member that the domain's tests should notice: this piece of its syntax exchanged for that.</summary>
/// <param name="Change">What is changed, as it is read in a report and in the list of equivalents.</param>
/// <param name="Part">The part of it that the change is about, where that is less than what is exchanged.</param>
internal sealed record Mutation(SyntaxNode Old, SyntaxNode New, string Change, SyntaxNode? Part = null)
{
    public int Line => (Part ?? Old).GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    public static Mutation Of(SyntaxNode old, SyntaxNode changed) => new(old, changed, $"{OneLine(old)} → {OneLine(changed)}");

    public static string OneLine(SyntaxNode node) => string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
